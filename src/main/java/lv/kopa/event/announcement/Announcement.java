package lv.kopa.event.announcement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import lv.kopa.event.Approval;
import lv.kopa.event.EventKind;
import lv.kopa.event.Minors;
import lv.kopa.event.Visibility;
import lv.kopa.event.question.Condition;
import lv.kopa.event.question.QuestionType;
import lv.kopa.event.question.Stage;
import lv.kopa.event.question.Trait;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/** An {@link EventPlan} that makes sense: every value of its own type, nothing contradicting another. */
record Announcement(
        String slug,
        EventKind kind,
        Translated title,
        Translated description,
        Translated provided,
        String languages,
        ZoneId zone,
        @Nullable Integer places,
        boolean waitingList,
        Approval approval,
        Visibility visibility,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant changesUntil,
        @Nullable Instant answersUntil,
        boolean confirmAddress,
        @Nullable Integer offerHours,
        Minors minors,
        @Nullable LocalDate decisionsBy,
        List<AnnouncedCategory> categories,
        List<AnnouncedSession> sessions,
        List<AnnouncedQuestion> questions) {

    record AnnouncedCategory(
            String key,
            Translated name,
            Translated description,
            @Nullable Integer places) {}

    record AnnouncedSession(
            @Nullable Long id,
            Translated title,
            LocalDateTime start,
            LocalDateTime end,
            ZoneId zone,
            @Nullable String place,
            @Nullable String onlineUrl,
            @Nullable String host,
            @Nullable String hostContact,
            List<String> trainers,
            @Nullable Integer places) {

        Instant startsAt() {
            return start.atZone(zone).toInstant();
        }

        Instant endsAt() {
            return end.atZone(zone).toInstant();
        }
    }

    record AnnouncedQuestion(
            String key,
            QuestionType type,
            Translated label,
            Translated help,
            boolean required,
            boolean sensitive,
            Stage stage,
            List<String> categories,
            List<Condition> shownIf,
            @Nullable Trait countsAs,
            List<AnnouncedChoice> choices) {}

    record AnnouncedChoice(
            String key, Translated label, @Nullable Integer places) {}
}
