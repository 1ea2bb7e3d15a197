package lv.kopa.organisation.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done.
 *
 * @param actor who did it: {@link #SYSTEM}, {@link #PARTICIPANT}, `person:12`, `token:7`
 * @param subject what kind of thing it was done to, such as `event`
 * @param deed the verb, such as `published`
 * @param detail what else there is to know of it, without personal data that is to be erased one day
 */
public record Deed(
        String actor,
        String subject,
        long subjectId,
        String deed,
        @Nullable String detail) {
    public static final String SYSTEM = "system";
    public static final String PARTICIPANT = "participant";

    public Deed(String actor, String subject, long subjectId, String deed) {
        this(actor, subject, subjectId, deed, null);
    }
}
