package lv.kopa.registration.wish;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
 * @param others further kinds of place that the person would take, in the order of the event
 * @param awaited full sessions that the person would join once there is a place, and comes without until then
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
        List<Category> others,
        List<Session> sessions,
        List<Session> awaited,
        Answers answers,
        List<Long> choices,
        Set<Purpose> consents,
        @Nullable String submission,
        @Nullable NamedGuardian guardian,
        @Nullable Pass pass) {

    public @Nullable Long categoryId() {
        return category == null ? null : category.id();
    }

    /**
     * What somebody holds who was invited by name.
     *
     * @param address the key of the address that the invitation was mailed to, and nowhere else
     * @param category the kind of place they were approved for; null for any
     */
    public record Pass(
            long invitation,
            String address,
            boolean approved,
            @Nullable Long category) {
        private boolean approves(Applicant applicant) {
            return approved
                    && (category == null
                            || applicant.wishes().stream().allMatch(wish -> category.equals(wish.categoryId())));
        }
    }

    /** The same of somebody who was invited by name. */
    public Applicant holding(@Nullable Pass held) {
        return new Applicant(
                name,
                email,
                phone,
                organisation,
                language,
                category,
                others,
                sessions,
                awaited,
                answers,
                choices,
                consents,
                submission,
                guardian,
                held);
    }

    /** Whether an organiser has said yes before they asked, to every kind of place that they would take. */
    public boolean isApproved() {
        return pass != null && pass.approves(this);
    }

    /** Whether they have shown that the address is theirs, by an invitation that was mailed to it. */
    public boolean isKnownByAddress() {
        return pass != null && pass.address().equals(email.key());
    }

    /** Whether there is nothing to be done for them besides registering them. */
    public boolean isAlone() {
        return pass == null && guardian == null;
    }

    /** What a place for this person takes up besides. */
    public Claim claim() {
        return new Claim(categoryId(), sessionIds(), choices);
    }

    /** The same for every kind of place that the person would take, the one they wish for most first. */
    public List<Applicant> wishes() {
        return Stream.concat(Stream.of(this), others.stream().map(this::as)).toList();
    }

    private Applicant as(Category other) {
        return new Applicant(
                name,
                email,
                phone,
                organisation,
                language,
                other,
                others,
                sessions,
                awaited,
                answers,
                choices,
                consents,
                submission,
                guardian,
                pass);
    }

    public List<Long> sessionIds() {
        return sessions.stream().map(Session::id).toList();
    }

    public List<Long> awaitedIds() {
        return awaited.stream().map(Session::id).toList();
    }
}
