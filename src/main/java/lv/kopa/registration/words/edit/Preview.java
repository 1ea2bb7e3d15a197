package lv.kopa.registration.words.edit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Wording;
import lv.kopa.registration.Letters;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.words.Addressee;
import lv.kopa.registration.words.Blank;
import lv.kopa.registration.words.Blanks;
import lv.kopa.registration.words.Occasion;
import lv.kopa.registration.words.Words;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

/** Shows a mail before it is sent, for somebody of the event or for nobody in particular. It opens no real page. */
@Singleton
class Preview {
    private static final long INVENTED = 0;
    private static final int MOST_PEOPLE = 50;
    private static final Set<Occasion> NO_MORE_THAN_WHAT =
            EnumSet.of(Occasion.AFTERWARDS, Occasion.FEEDBACK, Occasion.CERTIFICATE_WITHDRAWN, Occasion.CALENDAR_LATE);
    private static final Set<Occasion> WITH_A_PLACE = EnumSet.of(
            Occasion.CONFIRMED,
            Occasion.PROMOTED,
            Occasion.SESSION_GIVEN,
            Occasion.REMINDER,
            Occasion.CHANGED_BY_YOU,
            Occasion.DELEGATED);

    private final Registrations registrations;
    private final Links links;

    Preview(Registrations registrations, Links links) {
        this.registrations = registrations;
        this.links = links;
    }

    /** The latest people of an event, by the references of their registrations. */
    Map<String, String> people(Subject subject) {
        Map<String, String> people = new LinkedHashMap<>();
        known(subject).limit(MOST_PEOPLE).forEach(person -> people.put(person.reference(), person.name()));
        return people;
    }

    /** A mail as it comes to whoever has this reference, or to somebody invented. */
    Wording of(Topic topic, Words words, String reference) {
        return topic.subject()
                .event()
                .map(event -> inEvent(topic, words, event, reference))
                .orElseGet(() -> anywhere(topic, words));
    }

    private Wording inEvent(Topic topic, Words words, EventDetails event, String reference) {
        Registration person = known(topic.subject())
                .filter(known -> known.reference().equals(reference))
                .findFirst()
                .orElseGet(() -> invented(event, topic.language()))
                .readIn(topic.language());
        Occasion occasion = topic.occasion();
        Letters.Draft draft = new Letters.Draft(event, person, "mail." + occasion.key()).say(said(topic));
        List<Long> sessions = person.id() == INVENTED ? List.of() : registrations.chosenSessions(person);
        Wording letter = (occasion.isTheEnd() || NO_MORE_THAN_WHAT.contains(occasion)
                        ? draft.eventFact(sessions)
                        : draft.facts(sessions, WITH_A_PLACE.contains(occasion)))
                .letter(Blank.LINK.example(topic.language(), links), occasion.buttonKey());
        return linked(occasion, person.addressee().letter(event, letter, words));
    }

    private static Wording linked(Occasion occasion, Wording letter) {
        return occasion.hasLink()
                ? letter
                : new Wording(
                        letter.subject(),
                        letter.headline(),
                        letter.greeting(),
                        letter.paragraphs(),
                        letter.facts(),
                        Optional.empty(),
                        letter.footer());
    }

    /** What the built-in text fills in. */
    private Object[] said(Topic topic) {
        if (topic.occasion() == Occasion.MATERIALS) {
            return new Object[] {1};
        }
        return topic.occasion().said().stream()
                .map(blank -> blank == Blank.ORGANISATION
                        ? topic.subject().organisation().name()
                        : blank.example(topic.language(), links))
                .toArray();
    }

    /** For an organisation that has no event yet. */
    private Wording anywhere(Topic topic, Words words) {
        Texts texts = Texts.in(topic.language());
        Map<Blank, String> values = Blanks.examples(topic.language(), links);
        String name = topic.subject().organisation().name();
        values.put(Blank.ORGANISATION, name);
        Wording letter = new Wording(
                Blanks.fill(words.subject(), values),
                Blanks.fill(words.headline(), values),
                "",
                Addressee.paragraphs(Blanks.fill(words.text(), values)),
                List.of(),
                Optional.of(new Wording.Link(
                        texts.get(topic.occasion().buttonKey()), Blank.LINK.example(topic.language(), links))),
                List.of(name));
        return linked(topic.occasion(), letter);
    }

    private Stream<Registration> known(Subject subject) {
        return subject.event().stream()
                .flatMap(event -> registrations.of(event.event().id()).stream())
                .filter(person -> !person.isErased())
                .sorted(Comparator.comparing(Registration::id).reversed());
    }

    private Registration invented(EventDetails event, Language language) {
        @Nullable
        Long category =
                event.categories().stream().findFirst().map(Category::id).orElse(null);
        return new Registration(
                INVENTED,
                Blank.REFERENCE.example(language, links),
                event.event().id(),
                category,
                RegistrationStatus.CONFIRMED,
                Blank.NAME.example(language, links),
                "",
                "",
                null,
                null,
                language.tag(),
                "",
                null,
                "",
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                0);
    }
}
