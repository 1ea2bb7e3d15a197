package lv.kopa.workspace.deeds;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.kopa.organisation.audit.Change;
import org.jspecify.annotations.Nullable;

/**
 * Something that the record names by a number, such as `session:12`.
 *
 * @param kind `session`, `activity`, `material`, `circular` or `sheet`
 */
record Mention(String kind, long id) {
    private static final Pattern OF_A_SESSION = Pattern.compile("session (\\d{1,18}) .*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern AT_A_SESSION = Pattern.compile("session-(\\d{1,18}) .*");

    static String key(String kind, String id) {
        return kind + ":" + id;
    }

    String key() {
        return key(kind, Long.toString(id));
    }

    /** All that a deed mentions. */
    static Stream<Mention> in(DeedRow row, List<Change> changes) {
        return Stream.concat(
                ofDetail(row.deed(), row.detail()), changes.stream().flatMap(Mention::ofChange));
    }

    private static Stream<Mention> ofDetail(String deed, @Nullable String detail) {
        if (detail == null) {
            return Stream.of();
        }
        return switch (deed) {
            case "material-added", "material-changed", "material-moved", "material-told" -> of("material", detail);
            case "circular-sent", "circular-stopped" -> of("circular", detail);
            case "sheet-compared", "sheet-removed" -> of("sheet", detail);
            case "sheet-kept" -> matching(AT_A_SESSION, detail);
            default -> Stream.of();
        };
    }

    private static Stream<Mention> ofChange(Change change) {
        return switch (change.field()) {
            case "activityId" -> Stream.of(change.before(), change.after()).flatMap(id -> of("activity", id));
            case "session" -> Stream.of(change.before(), change.after()).flatMap(id -> of("session", id));
            default -> matching(OF_A_SESSION, change.field());
        };
    }

    private static Stream<Mention> matching(Pattern pattern, String text) {
        Matcher session = pattern.matcher(text);
        return session.matches() ? of("session", session.group(1)) : Stream.of();
    }

    private static Stream<Mention> of(String kind, String id) {
        return NUMBER.matcher(id).matches() ? Stream.of(new Mention(kind, Long.parseLong(id))) : Stream.of();
    }
}
