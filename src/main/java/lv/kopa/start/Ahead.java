package lv.kopa.start;

import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Loads the classes of bean definitions and introspections, a thousand of them, on another core while the context goes
 * through the same. Micronaut does so itself only where there are more than two cores, and loading them is a quarter of
 * a start. Nothing waits for this and no bean is made by it: what it does not get to, or cannot load, the context loads
 * as ever.
 */
final class Ahead {
    private Ahead() {}

    static void load(ClassLoader loader) {
        var thread = new Thread(() -> loadAll(loader), "ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private static void loadAll(ClassLoader loader) {
        try {
            List<String> definitions = new ArrayList<>(names(loader, BeanDefinitionReference.class));
            Collections.reverse(definitions); // the context begins at the other end
            definitions.forEach(name -> load(loader, name));
            names(loader, BeanIntrospectionReference.class).forEach(name -> load(loader, name));
        } catch (IOException | RuntimeException e) {
            // the context meets the same, and says so
        }
    }

    private static Set<String> names(ClassLoader loader, Class<?> service) throws IOException {
        return MicronautMetaServiceLoaderUtils.findMicronautMetaServiceEntries(loader, service.getName());
    }

    private static void load(ClassLoader loader, String name) {
        try {
            Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            // it is about a library that is not there, which the context knows how to take
        }
    }
}
