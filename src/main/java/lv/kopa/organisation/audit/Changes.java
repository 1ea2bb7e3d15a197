package lv.kopa.organisation.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/** Finds what is different between a record before a deed and after it. */
public final class Changes {
    private Changes() {}

    /** All that differs, but for parts that nobody changes by hand. */
    public static List<Change> between(Record before, Record after, Set<String> ignored) {
        return between("", before, after, ignored);
    }

    /** @param name what it is a part of, before the names of its own parts: "session 3 " */
    public static List<Change> between(String name, Record before, Record after, Set<String> ignored) {
        List<Change> changes = new ArrayList<>();
        for (RecordComponent part : before.getClass().getRecordComponents()) {
            String was = said(value(part, before));
            String is = said(value(part, after));
            if (!ignored.contains(part.getName()) && !was.equals(is)) {
                changes.add(new Change(name + part.getName(), was, is));
            }
        }
        return changes;
    }

    /** A single one, where it is one. */
    public static List<Change> of(String field, @Nullable Object before, @Nullable Object after) {
        return Objects.equals(before, after) ? List.of() : List.of(new Change(field, said(before), said(after)));
    }

    private static @Nullable Object value(RecordComponent part, Record of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String said(@Nullable Object value) {
        if (value instanceof Translated text) {
            return text.languages().size() == 1
                    ? text.in(Language.EN)
                    : text.languages().stream()
                            .map(language -> language.tag() + ": " + text.exactly(language))
                            .collect(Collectors.joining("\n"));
        }
        Stream<?> several = value instanceof Collection<?> values ? values.stream() : Stream.ofNullable(value);
        return several.map(String::valueOf).collect(Collectors.joining("\n"));
    }
}
