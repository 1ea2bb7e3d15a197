package lv.kopa.event.announcement;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.kopa.event.Claim;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.announcement.Announcement.AnnouncedCategory;
import lv.kopa.event.announcement.Announcement.AnnouncedChoice;
import lv.kopa.event.announcement.Announcement.AnnouncedQuestion;
import lv.kopa.event.question.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * An event is about to have fewer places than it had; announced inside the transaction that changes it, before it does.
 * Whoever keeps places for people who have not taken them yet can give them up, and the event may become that small.
 *
 * @param places how many there will be; null for any number
 * @param categories the same by the id of the category, as far as they are limited
 * @param sessions the same by the id of the session
 * @param choices the same by the id of the choice
 */
public record EventShrinks(
        long event,
        @Nullable Integer places,
        Map<Long, Integer> categories,
        Map<Long, Integer> sessions,
        Map<Long, Integer> choices) {

    static EventShrinks of(EventDetails before, Announcement announced) {
        Map<Long, Integer> categories = new HashMap<>();
        for (AnnouncedCategory category : announced.categories()) {
            if (category.places() != null) {
                before.category(category.key()).ifPresent(known -> categories.put(known.id(), category.places()));
            }
        }
        Map<Long, Integer> sessions = announced.sessions().stream()
                .filter(session -> session.id() != null && session.places() != null)
                .collect(Collectors.toMap(
                        session -> Objects.requireNonNull(session.id()),
                        session -> Objects.requireNonNull(session.places()),
                        Math::min));
        return new EventShrinks(
                before.event().id(), announced.places(), categories, sessions, choices(before, announced));
    }

    private static Map<Long, Integer> choices(EventDetails before, Announcement announced) {
        Questionnaire asked = before.questionnaire();
        Map<Long, Integer> choices = new HashMap<>();
        for (AnnouncedQuestion question : announced.questions()) {
            for (AnnouncedChoice choice : question.choices()) {
                if (choice.places() != null) {
                    asked.question(question.key())
                            .flatMap(known -> asked.choice(known, choice.key()))
                            .ifPresent(known -> choices.put(known.id(), choice.places()));
                }
            }
        }
        return choices;
    }

    /** Whether more is taken of an event than there will be, of something that a claim takes up. */
    public boolean hits(EventDetails now, Claim claim) {
        Event it = now.event();
        return places != null && it.placesTaken() > places
                || now.categories().stream()
                        .anyMatch(category -> Long.valueOf(category.id()).equals(claim.category())
                                && isMore(category.placesTaken(), categories.get(category.id())))
                || now.sessions().stream()
                        .anyMatch(session -> claim.sessions().contains(session.id())
                                && isMore(session.placesTaken(), sessions.get(session.id())))
                || now.questionnaire().choices().stream()
                        .anyMatch(choice -> claim.choices().contains(choice.id())
                                && isMore(choice.placesTaken(), choices.get(choice.id())));
    }

    /** Whether more is taken of anything than there will be. */
    boolean isFelt(EventDetails now) {
        return places != null && now.event().placesTaken() > places
                || now.categories().stream()
                        .anyMatch(category -> isMore(category.placesTaken(), categories.get(category.id())))
                || now.sessions().stream()
                        .anyMatch(session -> isMore(session.placesTaken(), sessions.get(session.id())))
                || now.questionnaire().choices().stream()
                        .anyMatch(choice -> isMore(choice.placesTaken(), choices.get(choice.id())));
    }

    private static boolean isMore(int taken, @Nullable Integer places) {
        return places != null && taken > places;
    }
}
