package lv.kopa.registration;

import java.util.List;
import java.util.Set;
import lv.kopa.event.Category;
import lv.kopa.event.Session;
import lv.kopa.mail.EmailAddress;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/** A {@link Wish} that makes sense for its event. */
record Applicant(
        String name,
        EmailAddress email,
        @Nullable String phone,
        @Nullable String organisation,
        Language language,
        @Nullable Category category,
        List<Session> sessions,
        Set<Purpose> consents,
        @Nullable String submission) {

    @Nullable
    Long categoryId() {
        return category == null ? null : category.id();
    }

    List<Long> sessionIds() {
        return sessions.stream().map(Session::id).toList();
    }
}
