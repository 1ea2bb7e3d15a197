package lv.kopa.export;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.attendance.Attendances;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.mail.Message;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.audit.Entry;
import lv.kopa.registration.Registration;
import lv.kopa.registration.answer.AnswerWords;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.invitation.Invitations;
import lv.kopa.registration.own.Situation;
import lv.kopa.registration.selection.Opinion;
import lv.kopa.registration.selection.Selection;
import lv.kopa.registration.waiting.Others;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.jspecify.annotations.Nullable;

/** Gathers what is kept about a person, for that person: as JSON, and ready to be printed. */
@Singleton
class OwnDataFile {
    private final Attendances attendances;
    private final Invitations invitations;
    private final Others others;
    private final Words words;
    private final JsonMapper json;

    OwnDataFile(Attendances attendances, Invitations invitations, Others others, Words words, JsonMapper json) {
        this.attendances = attendances;
        this.invitations = invitations;
        this.others = others;
        this.words = words;
        this.json = json;
    }

    /** What was said of somebody's registration by those who chose, and by themselves of the event. */
    @Singleton
    record Words(Selection ofTheTeam, ExportRepository ofThePerson) {}

    byte[] json(OwnData data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What is kept, with names in a language. */
    OwnData of(Registration registration, EventDetails event, Situation situation, Language language) {
        Texts texts = Texts.in(language);
        return new OwnData(
                registration.reference(),
                texts.get(registration.status().textKey()),
                event.event().title().in(language),
                event.days(language),
                event.organisation().name(),
                registration.name(),
                registration.email(),
                registration.phone(),
                registration.organisation(),
                registration.reader().ownName(),
                event.categoryOf(registration.categoryId())
                        .map(category -> category.name().in(language))
                        .orElse(null),
                situation
                        .delegation()
                        .map(delegation -> new OwnData.Delegated(delegation.partner(), delegation.head()))
                        .orElse(null),
                alternatives(registration, event, language),
                sessions(event, situation, language),
                situation.turns().stream()
                        .map(turn -> name(event, turn.session(), language))
                        .toList(),
                texts.get("registration.own.calendar." + situation.calendar().key()),
                registration.reason(),
                registration.registeredAt(),
                registration.changedAt(),
                situation.address().map(change -> change.email()).orElse(null),
                situation
                        .handOver()
                        .map(offer ->
                                new OwnData.OfferedTo(offer.name(), offer.email(), offer.message(), offer.offeredAt()))
                        .orElse(null),
                offers(event, situation, texts),
                situation.guardian().map(guardian -> guardian(guardian, texts)).orElse(null),
                invitations
                        .invitedAt(registration.eventId(), registration.emailKey())
                        .orElse(null),
                answers(registration, event, situation, texts),
                new OwnAgreements(situation, texts).all(),
                present(registration, event, language),
                opinion(registration),
                situation.history().stream().map(OwnDataFile::deed).toList(),
                situation.messages().stream()
                        .map(message -> letter(message, texts))
                        .toList());
    }

    private OwnData.@Nullable Opinion opinion(Registration registration) {
        Opinion opinion = words.ofTheTeam().of(registration);
        return opinion.isNone() ? null : new OwnData.Opinion(opinion.note(), opinion.points());
    }

    /** What the person answered, and said of the event by their name. */
    private List<OwnData.Answered> answers(
            Registration registration, EventDetails event, Situation situation, Texts texts) {
        Stream<OwnData.Answered> answered = new AnswerWords(event.questionnaire(), texts.language())
                .lines(situation.answers(), question -> true).stream()
                        .map(line ->
                                new OwnData.Answered(line.question().label().in(texts.language()), line.answer()));
        Stream<OwnData.Answered> said =
                words.ofThePerson().opinions(registration.id()).stream().map(opinion -> opinion.in(texts));
        return Stream.concat(answered, said).toList();
    }

    private List<String> alternatives(Registration registration, EventDetails event, Language language) {
        return others.of(registration).stream()
                .flatMap(category -> event.categoryOf(category).stream())
                .map(category -> category.name().in(language))
                .toList();
    }

    private static List<OwnData.PlaceOffered> offers(EventDetails event, Situation situation, Texts texts) {
        return situation.offers().stream()
                .map(offer -> new OwnData.PlaceOffered(
                        event.categoryOf(offer.categoryId())
                                .map(category -> category.name().in(texts.language()))
                                .orElse(null),
                        offer.offeredAt(),
                        offer.answerBy(),
                        offer.ending() == null ? null : texts.get(offer.ending().textKey()),
                        offer.endedAt()))
                .toList();
    }

    private static OwnData.GuardianNamed guardian(Guardian guardian, Texts texts) {
        return new OwnData.GuardianNamed(
                guardian.name(),
                guardian.email(),
                guardian.phone(),
                texts.get(guardian.textKey()),
                guardian.askedAt(),
                guardian.agreedAt(),
                guardian.refusedAt());
    }

    private static List<String> sessions(EventDetails event, Situation situation, Language language) {
        return event.sessions().stream()
                .filter(session -> situation.chosen().contains(session.id()))
                .map(session -> name(event, session, language))
                .toList();
    }

    private List<OwnData.Presence> present(Registration registration, EventDetails event, Language language) {
        return event.sessions().stream()
                .flatMap(session -> attendances.of(session, registration).stream()
                        .map(seen ->
                                new OwnData.Presence(name(event, session, language), seen.seenAt(), seen.recordedAt())))
                .toList();
    }

    private static String name(EventDetails event, Session session, Language language) {
        return event.nameOf(session, language)
                .orElseGet(() -> Dates.in(language).moment(session.startsOn()));
    }

    private static OwnData.Deed deed(Entry entry) {
        boolean organiser = Stream.of("person:", "token:").anyMatch(entry.actor()::startsWith);
        return new OwnData.Deed(entry.at(), organiser ? "organiser" : entry.actor(), entry.deed(), entry.detail());
    }

    private static OwnData.Letter letter(Message message, Texts texts) {
        Wording said = message.wording();
        Wording withoutLink = new Wording(
                said.subject(),
                said.headline(),
                said.greeting(),
                said.paragraphs(),
                said.facts(),
                Optional.empty(),
                said.footer());
        return new OwnData.Letter(
                message.item().createdAt(),
                message.item().sentAt(),
                texts.get(message.item().state().textKey()),
                said.subject(),
                withoutLink.text());
    }
}
