package lv.kopa.demo;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the demonstration's files, and turns `D+1 09:30` into the second day of the event it stands in. */
@Singleton
class Script {
    private static final Pattern RELATIVE = Pattern.compile("D([+-]\\d+)(?: (\\d\\d:\\d\\d))?");
    private static final Argument<List<Map<String, Object>>> SCENES =
            Argument.listOf(Argument.mapOf(String.class, Object.class));

    private final JsonMapper json;

    Script(JsonMapper json) {
        this.json = json;
    }

    Scenery scenery() {
        return as(Argument.of(Scenery.class), yaml("organisations.yml"));
    }

    /** The events of a file. */
    List<Scene> scenes(String file, LocalDate today) {
        return as(SCENES, yaml(file)).stream().map(scene -> scene(scene, today)).toList();
    }

    private Scene scene(Map<String, Object> written, LocalDate today) {
        Map<String, Object> scene = new LinkedHashMap<>(written);
        Beginning beginning = as(Argument.of(Beginning.class), Objects.requireNonNull(scene.remove("begins")));
        return as(Argument.of(Scene.class), dated(scene, beginning.from(today)));
    }

    private static Object dated(Object written, LocalDate first) {
        if (written instanceof Map<?, ?> map) {
            Map<Object, Object> dated = new LinkedHashMap<>();
            map.forEach((key, value) -> dated.put(key, dated(value, first)));
            return dated;
        }
        if (written instanceof List<?> list) {
            return list.stream().map(value -> dated(value, first)).toList();
        }
        Matcher relative = RELATIVE.matcher(written.toString());
        return relative.matches()
                ? first.plusDays(Integer.parseInt(relative.group(1)))
                        + (relative.group(2) == null ? "" : "T" + relative.group(2))
                : written;
    }

    private <T> T as(Argument<T> type, Object written) {
        try {
            return json.readValueFromTree(json.writeValueToTree(written), type);
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    private static Object yaml(String file) {
        try (InputStream text = Objects.requireNonNull(Script.class.getResourceAsStream("/demo/" + file))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
