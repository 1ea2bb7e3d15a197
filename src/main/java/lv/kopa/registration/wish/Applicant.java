package lv.kopa.registration.wish;

import java.util.List;
import java.util.Set;
import lv.kopa.event.Category;
import lv.kopa.event.Claim;
import lv.kopa.event.Session;
import lv.kopa.event.question.Answers;
import lv.kopa.mail.EmailAddress;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Wish} that makes sense for its event.
 *
 * @param choices of its answers, by id, as far as places are counted
 * @param guardian who answers for somebody under 18
 * @param pass what somebody holds who was invited by name
 */
public record Applicant(
        String name,
        EmailAddress email,
        @Nullable String phone,
        @Nullable String organisation,
        Language language,
        @Nullable Category category,
        List<Session> sessions,
        Answers answers,
        List<Long> choices,
        Set<Purpose> consents,
        @Nullable String submission,
        @Nullable NamedGuardian guardian,
        @Nullable Pass pass) {

    public @Nullable Long categoryId() {
        return category == null ? null : category.id();
    }

    /** What somebody holds who was invited by name. */
    public record Pass(long invitation, boolean approved) {}

    /** The same of somebody who was invited by name. */
    public Applicant holding(@Nullable Pass held) {
        return new Applicant(
                name,
                email,
                phone,
                organisation,
                language,
                category,
                sessions,
                answers,
                choices,
                consents,
                submission,
                guardian,
                held);
    }

    /** Whether an organiser has said yes before they asked. */
    public boolean isApproved() {
        return pass != null && pass.approved();
    }

    /** Whether there is nothing to be done for them besides registering them. */
    public boolean isAlone() {
        return pass == null && guardian == null;
    }

    /** What a place for this person takes up besides. */
    public Claim claim() {
        return new Claim(categoryId(), sessionIds(), choices);
    }

    public List<Long> sessionIds() {
        return sessions.stream().map(Session::id).toList();
    }
}
