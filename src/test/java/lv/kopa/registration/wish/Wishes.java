package lv.kopa.registration.wish;

/** What people ask for who register, in JSON. */
public final class Wishes {
    private Wishes() {}

    public static String of(String email) {
        return of(email, "");
    }

    /** With what a test wants to say besides: `"category": "member"`. */
    public static String of(String email, String more) {
        return """
                {"name": "Anna Bērziņa", "email": "%s", "language": "lv", "consents": ["privacy"]%s}
                """.formatted(email, more.isEmpty() ? "" : ", " + more);
    }
}
