package lv.kopa.organisation.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done.
 *
 * @param actor who did it: {@link #SYSTEM}, {@link #PARTICIPANT}, `person:12`, `token:7`
 * @param subject what kind of thing it was done to, such as `event`
 * @param deed the verb, such as `published`
 * @param detail what else there is to know of it, without personal data that is to be erased one day
 * @param changes what was before and after; those of a person's data go when the person is forgotten
 */
public record Deed(
        String actor,
        String subject,
        long subjectId,
        String deed,
        @Nullable String detail,
        List<Change> changes) {
    public static final String SYSTEM = "system";
    public static final String PARTICIPANT = "participant";

    public Deed(String actor, String subject, long subjectId, String deed) {
        this(actor, subject, subjectId, deed, null, List.of());
    }

    public Deed(String actor, String subject, long subjectId, String deed, @Nullable String detail) {
        this(actor, subject, subjectId, deed, detail, List.of());
    }

    /** The same with what was before and after. */
    public Deed with(List<Change> made) {
        return new Deed(actor, subject, subjectId, deed, detail, made);
    }

    /** Without what was changed, which may be personal, for logs. */
    @Override
    public String toString() {
        return "Deed[" + actor + " " + deed + " " + subject + ":" + subjectId + "]";
    }
}
