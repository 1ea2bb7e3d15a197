package lv.kopa.event.api;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.event.api.EventItem.CategoryItem;
import lv.kopa.event.api.EventItem.ChoiceItem;
import lv.kopa.event.api.EventItem.Funding;
import lv.kopa.event.api.EventItem.ItemLinks;
import lv.kopa.event.api.EventItem.QuestionItem;
import lv.kopa.event.api.EventItem.SessionItem;
import lv.kopa.event.api.EventItem.Terms;
import lv.kopa.event.question.Choice;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.project.Acknowledgement;
import lv.kopa.text.Language;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

/** Tells programs about events: strangers what everybody may know, organisers all of it. */
@Singleton
class EventItems {
    private final Links links;

    EventItems(Links links) {
        this.links = links;
    }

    /** Without online links and contacts, which only confirmed people and organisers get. */
    EventItem open(EventDetails details) {
        return item(details, false);
    }

    EventItem whole(EventDetails details) {
        return item(details, true);
    }

    private EventItem item(EventDetails details, boolean whole) {
        Event event = details.event();
        return new EventItem(
                details.organisation().slug(),
                event.slug(),
                event.kind(),
                event.title(),
                event.description(),
                event.provided(),
                event.heldIn().stream().map(Language::tag).toList(),
                event.timeZone(),
                event.places(),
                event.waitingList(),
                event.approval(),
                event.visibility(),
                new Terms(
                        event.opensAt(),
                        event.closesAt(),
                        event.changesUntil(),
                        event.answersUntil(),
                        event.confirmAddress(),
                        event.offerHours(),
                        event.minors(),
                        event.decisionsBy()),
                details.funding().map(Acknowledgement::activity).orElse(null),
                details.categories().stream()
                        .map(category -> item(category, event))
                        .toList(),
                details.planned().stream().map(session -> item(session, whole)).toList(),
                questions(details.questionnaire()),
                event.state(),
                event.version(),
                event.placesTaken(),
                details.placesLeft().orElse(null),
                event.cancelledBecause(),
                OutcomeItem.of(event, whole).orElse(null),
                details.funding().map(EventItems::funding).orElse(null),
                links(event));
    }

    private static CategoryItem item(Category category, Event event) {
        return new CategoryItem(
                category.categoryKey(),
                category.name(),
                category.description(),
                category.places(),
                category.placesTaken(),
                lesser(category.placesLeft(), event.placesLeft()));
    }

    private static @Nullable Integer lesser(Optional<Integer> one, Optional<Integer> other) {
        return one.map(left -> Math.min(left, other.orElse(left)))
                .or(() -> other)
                .orElse(null);
    }

    private static SessionItem item(Session session, boolean whole) {
        return new SessionItem(
                session.id(),
                session.title(),
                session.startsOn().toString(),
                session.endsOn().toString(),
                session.timeZone(),
                session.place(),
                session.onlineUrl() != null,
                whole ? session.onlineUrl() : null,
                session.host(),
                whole ? session.hostContact() : null,
                session.trainers(),
                session.places(),
                session.placesLeft().orElse(null));
    }

    private static List<QuestionItem> questions(Questionnaire asked) {
        return asked.current().stream()
                .map(question -> item(question, asked.choicesOf(question)))
                .toList();
    }

    private static QuestionItem item(Question question, List<Choice> choices) {
        return new QuestionItem(
                question.questionKey(),
                question.type(),
                question.label(),
                question.help(),
                question.required(),
                question.sensitive(),
                question.stage(),
                question.categories(),
                question.shownIf(),
                question.countsAs(),
                choices.stream()
                        .map(choice -> new ChoiceItem(
                                choice.choiceKey(),
                                choice.label(),
                                choice.places(),
                                choice.placesLeft().orElse(null)))
                        .toList());
    }

    private static Funding funding(Acknowledgement funding) {
        return new Funding(
                funding.projectSlug(),
                funding.projectNumber(),
                funding.projectTitle(),
                funding.funder(),
                funding.activityNumber(),
                funding.activityTitle(),
                funding.text());
    }

    private ItemLinks links(Event event) {
        String page = links.to("/events/" + event.slug());
        String self = links.to("/api/v1/events/" + event.slug());
        return new ItemLinks(self, page, page + "/register", self + "/registrations", page + "/calendar.ics");
    }
}
