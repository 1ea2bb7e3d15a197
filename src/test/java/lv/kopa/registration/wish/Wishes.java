package lv.kopa.registration.wish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people ask for who register: in JSON, or as it was read. */
public final class Wishes {
    private Wishes() {}

    public static String of(String email) {
        return of(email, "");
    }

    /** In English. */
    public static Wish of(@Nullable String category, String name, String email, @Nullable List<Long> sessions) {
        return new Wish(category, name, email, null, null, "en", null, List.of("privacy"), sessions, null);
    }

    /** With what a test wants to say besides: `"category": "member"`. */
    public static String of(String email, String more) {
        return """
                {"name": "Anna Bērziņa", "email": "%s", "language": "lv", "consents": ["privacy"]%s}
                """.formatted(email, more.isEmpty() ? "" : ", " + more);
    }
}
