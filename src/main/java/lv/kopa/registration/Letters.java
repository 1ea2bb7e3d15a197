package lv.kopa.registration;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Minors;
import lv.kopa.event.Session;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Wording;
import lv.kopa.mail.Wording.Fact;
import lv.kopa.registration.Bringing.Host;
import lv.kopa.registration.entry.CalendarWay;
import lv.kopa.registration.entry.Dispatch;
import lv.kopa.registration.facts.EventFacts;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.guardian.Guardians;
import lv.kopa.registration.turn.SessionTurns;
import lv.kopa.registration.turn.SessionTurns.Gain;
import lv.kopa.registration.turn.SessionTurns.Position;
import lv.kopa.registration.words.OwnWords;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Writes the letters about a registration, in the language of its person. */
@Singleton
public class Letters {
    private final Links links;
    private final SessionTurns turns;
    private final OwnWords ownWords;
    private final Guardians guardians;
    private final Duration undo;

    Letters(
            Links links,
            SessionTurns turns,
            OwnWords ownWords,
            Guardians guardians,
            @Value("${kopa.undo}") Duration undo) {
        this.links = links;
        this.turns = turns;
        this.ownWords = ownWords;
        this.guardians = guardians;
        this.undo = undo;
    }

    /** A letter about a registration as its organisers say it. */
    Wording inOwnWords(EventDetails event, Registration registration, Wording letter) {
        return ownWords.in(event, registration.addressee(), letter);
    }

    public Wording registered(
            EventDetails event,
            Registration registration,
            Collection<Long> sessions,
            String link,
            Optional<Integer> position) {
        Draft draft =
                new Draft(event, registration, "mail." + registration.status().key());
        position.ifPresentOrElse(turn -> draft.sayTurn(turn, sessions), draft::say);
        return standing(draft, registration, sessions, link);
    }

    /** Where a registration stands again that was given up, which was taken back. */
    Wording restored(
            EventDetails event,
            Registration registration,
            Collection<Long> sessions,
            String link,
            Optional<Integer> position) {
        Draft draft = new Draft(
                        event,
                        registration,
                        "mail.restored." + registration.status().key())
                .say();
        position.ifPresent(turn -> draft.sayTurn(turn, sessions));
        return standing(draft, registration, sessions, link);
    }

    private Wording standing(Draft draft, Registration registration, Collection<Long> sessions, String link) {
        draft.sayWhenItIsDecided();
        sayWhoseConsentIsMissing(draft);
        draft.facts(sessions, registration.isConfirmed());
        draft.turns(turns.positions(registration.id(), draft.event));
        if (registration.isConfirmed()) {
            draft.sayThatThereAreQuestions();
        }
        return draft.letter(link, "mail.see-or-cancel");
    }

    /** The same to somebody whom another person has registered. */
    Wording brought(EventDetails event, Registration registration, String link, Optional<Integer> position, Host host) {
        Draft draft =
                new Draft(event, registration, "mail." + registration.status().key());
        draft.paragraphs.add(
                host.is(registration)
                        ? draft.texts.get("mail.party.brought.self")
                        : draft.texts.get("mail.party.brought", host.name()));
        position.ifPresentOrElse(turn -> draft.sayTurn(turn, List.of()), draft::say);
        draft.sayWhenItIsDecided();
        draft.facts(List.of(), registration.isConfirmed());
        if (!event.chosen().isEmpty()) {
            draft.paragraphs.add(draft.texts.get("mail.party.choose"));
        }
        if (registration.isConfirmed()) {
            draft.ask(event.questionnaire().asksInPerson(draft.kindOfPlace()), "mail.questions");
        }
        return draft.letter(link, "mail.see-or-cancel");
    }

    Wording promoted(EventDetails event, Registration registration, Collection<Long> sessions, String link) {
        Draft draft = new Draft(event, registration, "mail.promoted");
        draft.say();
        sayWhoseConsentIsMissing(draft);
        draft.facts(sessions, true);
        draft.turns(turns.positions(registration.id(), event));
        draft.sayThatThereAreQuestions();
        return draft.letter(link, "mail.see-or-cancel");
    }

    /** Of somebody under 18; they alone see on their page that their guardian has not answered. */
    private void sayWhoseConsentIsMissing(Draft draft) {
        if (draft.event.event().minors() != Minors.NOT_ASKED) {
            guardians
                    .of(draft.registration.id())
                    .filter(Guardian::isSilent)
                    .ifPresent(
                            guardian -> draft.paragraphs.add(draft.texts.get("mail.guardian-silent", guardian.name())));
        }
    }

    Wording sessionGiven(
            EventDetails event, Registration registration, Gain gain, Collection<Long> sessions, String link) {
        Draft draft = new Draft(event, registration, "mail.session-given");
        draft.say(draft.name(gain.session()));
        gain.left().forEach(left -> draft.paragraphs.add(draft.texts.get("mail.session-given.left", draft.name(left))));
        draft.facts(sessions, true);
        draft.turns(turns.positions(registration.id(), event));
        return draft.letter(link, "mail.see-or-cancel");
    }

    Wording registeredAlready(EventDetails event, Registration registration, Collection<Long> sessions, String link) {
        Draft draft = new Draft(event, registration, "mail.registered-already");
        draft.say(Texts.in(registration.reader()).get(registration.status().textKey()));
        draft.facts(sessions, registration.isConfirmed());
        return draft.letter(link, "mail.see-or-cancel");
    }

    /** Asks for a button to be pressed behind a secret link, by which the address shows itself to be the person's. */
    Wording confirmAddress(
            EventDetails event, Registration registration, Collection<Long> sessions, Token proof, Instant until) {
        Draft draft = new Draft(event, registration, "mail.confirm-address");
        draft.say(Dates.in(registration.reader()).deadline(until, event.event().zone()));
        draft.eventFact(sessions);
        return draft.letter(links.to("/my/confirmation/" + proof.secret()), "mail.confirm-address.link");
    }

    /** Asks whoever answers for somebody under 18 whether they agree to all that the person may come to. */
    Wording askGuardian(
            EventDetails event, Registration registration, Collection<Long> sessions, String guardian, Token link) {
        List<Long> wanted = wanted(registration, sessions);
        return new Draft(event, registration, "mail.guardian")
                .say(registration.name(), event.organisation().name())
                .eventFact(wanted)
                .whereFact(wanted)
                .askedFacts()
                .letter(links.to("/my/guardian/" + link.secret()), "mail.guardian.link", guardian);
    }

    /** @param hadPlace whether the person had one to give up */
    static String cancelledBy(Turning.By by, boolean hadPlace) {
        return switch (by) {
            case PARTICIPANT, CALENDAR -> hadPlace ? "mail.cancelled-by-you" : "mail.left-by-you";
            case CONTACT, KEEPER -> "mail.cancelled-by-contact";
            case ORGANISER -> "mail.cancelled-by-organiser";
            case GUARDIAN -> "mail.cancelled-by-guardian";
        };
    }

    /**
     * That a registration has come to its end.
     *
     * @param occasion the beginning of its texts
     * @param link to the person's own page, which stays
     */
    Wording ended(
            EventDetails event, Registration registration, String occasion, Collection<Long> sessions, String link) {
        return ended(new Draft(event, registration, occasion).say(), sessions, link);
    }

    /** That its person gave it up, and until when that can be taken back, or one can get in line again. */
    Wording givenUp(EventDetails event, Telling.End end, boolean hadPlace, Collection<Long> sessions, String link) {
        Registration cancelled = end.cancelled();
        Draft draft = new Draft(event, cancelled, cancelledBy(end.by(), hadPlace)).say();
        String until = Dates.in(cancelled.reader())
                .deadline(undoneUntil(event, cancelled), event.event().zone());
        if (!end.gone()) {
            draft.paragraphs.add(draft.texts.get(hadPlace ? "mail.undo" : "mail.undo.waited", until));
        } else if (event.event().waitingList()) {
            draft.paragraphs.add(draft.texts.get("mail.undo.gone", until));
        }
        return ended(draft, sessions, link);
    }

    /** Nothing is taken back of what is over. */
    private Instant undoneUntil(EventDetails event, Registration cancelled) {
        Instant until = cancelled.changedAt().plus(undo);
        return event.event().isOver(until)
                ? Objects.requireNonNull(event.event().endsAt())
                : until;
    }

    private Wording ended(Draft draft, Collection<Long> sessions, String link) {
        return draft.reason(draft.registration.reason())
                .eventFact(sessions)
                .ownPage(link)
                .letter(address(draft.event), "mail.event-page");
    }

    /** @param link to the person's own page, where it can be taken back */
    Wording cancelledByCalendar(EventDetails event, Telling.End end, Collection<Long> sessions, String link) {
        Draft draft = new Draft(event, end.cancelled(), "mail.cancelled-by-calendar").say();
        if (!end.gone()) {
            draft.paragraphs.add(draft.texts.get("mail.cancelled-by-calendar.undo"));
            return draft.eventFact(sessions).letter(link, "mail.cancelled-by-calendar.link");
        }
        boolean line = event.event().waitingList();
        draft.paragraphs.add(
                draft.texts.get(line ? "mail.cancelled-by-calendar.gone" : "mail.cancelled-by-calendar.gone.no-list"));
        return draft.eventFact(sessions)
                .letter(link, line ? "mail.cancelled-by-calendar.wait" : "mail.cancelled-by-calendar.see");
    }

    Wording eventCancelled(EventDetails event, Registration registration, Collection<Long> sessions, String link) {
        return new Draft(event, registration, "mail.event-cancelled")
                .say()
                .reason(event.event().cancelledBecause())
                .eventFact(sessions)
                .ownPage(link)
                .letter(address(event), "mail.event-page");
    }

    /** Offers a place, of a kind that the person would take, with the sessions that come with it. */
    Wording offered(
            EventDetails event, Registration waiting, Collection<Long> sessions, Instant answerBy, String link) {
        return new Draft(event, waiting, "mail.place-offered")
                .say(Dates.in(waiting.reader()).deadline(answerBy, event.event().zone()))
                .facts(sessions, false)
                .turns(turns.positions(waiting.id(), event))
                .letter(link, "mail.place-offered.link");
    }

    /** The sessions that a person has or waits for, by their ids. */
    List<Long> wanted(Registration registration, Collection<Long> sessions) {
        List<Long> wanted = new ArrayList<>(turns.awaited(registration.id()));
        wanted.addAll(sessions);
        return wanted;
    }

    /** What changed, old and new. */
    Wording eventChanged(EventDetails event, Registration registration, List<Fact> changes, String link) {
        Draft draft = new Draft(event, registration, "mail.event-changed").say();
        draft.facts.addAll(changes);
        return draft.letter(link, "mail.see-or-cancel");
    }

    /**
     * What a mail does that does nothing but put one part of an event into its reader's calendar, or take it out.
     *
     * @param link to the person's own page, where they still have one
     */
    Wording entry(EventDetails event, Registration registration, Dispatch dispatch, Optional<String> link) {
        String arrival = dispatch.sent().sequence() == 0 ? "mail.entry-new" : "mail.entry-moved";
        String occasion = dispatch.isCancellation() ? "mail.entry-gone" : arrival;
        Optional<Session> part = event.sessions().stream()
                .filter(session -> Objects.equals(session.id(), dispatch.sent().sessionId()))
                .findFirst();
        boolean calledOff =
                event.event().isCancelled() || part.filter(Session::isCancelled).isPresent();
        CalendarEntry entry = dispatch.content();
        Draft draft = new Draft(event, registration, occasion)
                .on(calledOff ? entry.details().summary() : EventCalendar.unmarked(entry, registration.reader()));
        draft.say(event.event().title().in(registration.reader()));
        part.ifPresentOrElse(session -> draft.facts.addAll(draft.eventFacts.part(session)), draft::eventFact);
        return link.map(own -> draft.letter(own, "mail.afterwards.link"))
                .orElseGet(() -> draft.letter(address(event), "mail.event-page"));
    }

    /** Says in a mail what other mails do to its reader's calendar. */
    Mail announcing(Mail mail, List<Dispatch> others) {
        if (others.isEmpty()) {
            return mail;
        }
        String key = others.stream().allMatch(Dispatch::isCancellation) ? "mail.entries.gone" : "mail.entries";
        Language reader = Language.of(mail.to().language()).orElse(Language.EN);
        return mail.saying(Texts.in(reader).get(key, others.size()));
    }

    /** That an event comes into somebody's calendar in another way from now on. */
    public Wording calendarWay(
            EventDetails event, Registration registration, Collection<Long> sessions, CalendarWay way, String link) {
        String occasion = way == CalendarWay.FILE ? "mail.calendar-file" : "mail.calendar-invitation";
        return new Draft(event, registration, occasion)
                .say()
                .eventFact(sessions)
                .letter(link, "mail.see-or-cancel");
    }

    private String address(EventDetails event) {
        return links.to("/events/" + event.event().slug());
    }

    /** A letter in the making; the texts of an occasion are `….subject`, `….headline`, `….text`. */
    public static final class Draft {
        private final EventDetails event;
        private final Registration registration;
        private final String occasion;
        private final Texts texts;
        private final EventFacts eventFacts;
        private final List<String> paragraphs = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private String standard = "";
        private List<Object> said = List.of();
        private String kind;
        private String title;
        private Optional<String> partName = Optional.empty();

        public Draft(EventDetails event, Registration registration, String occasion) {
            this.event = event;
            this.registration = registration;
            this.occasion = occasion;
            this.kind = occasion.replaceFirst("^mail\\.", "");
            this.texts = Texts.in(registration.reader());
            this.eventFacts = new EventFacts(event, registration.reader());
            this.title = event.event().title().in(registration.reader());
        }

        /** Named after a part of the event. */
        Draft on(String part) {
            title = part;
            return this;
        }

        /** About one part of the event, which the subject and what it is about name besides. */
        public Draft about(Session part) {
            event.titleOf(part, registration.reader()).ifPresent(name -> {
                title = title + " – " + name;
                partName = Optional.of(name);
            });
            return this;
        }

        public Draft say(Object... arguments) {
            return write(texts.get(occasion + ".text", arguments), arguments);
        }

        private Draft write(String text, Object... arguments) {
            standard = text;
            said = List.of(arguments);
            paragraphs.add(text);
            return this;
        }

        /** What organisers call it, who may have words of their own for it, where that is not the occasion. */
        public Draft known(String as) {
            kind = as;
            return this;
        }

        /** What somebody wrote themselves. */
        public Draft quote(@Nullable String words) {
            if (words != null && !words.isBlank()) {
                paragraphs.add(words);
            }
            return this;
        }

        /** What is asked only of those who have a place. */
        void sayThatThereAreQuestions() {
            ask(event.questionnaire().asksLater(kindOfPlace()), "mail.questions");
        }

        /** That something is asked, if it is, and until when; nothing once it is too late. */
        public Draft ask(boolean anything, String text) {
            Instant until = registration.answersEnd(event.event());
            if (!anything) {
                return this;
            }
            if (until == null) {
                paragraphs.add(texts.get(text));
            } else if (until.isAfter(registration.changedAt())) {
                String deadline = Dates.in(registration.reader())
                        .deadline(until, event.event().zone());
                paragraphs.add(texts.get(text + ".until", deadline));
            }
            return this;
        }

        private @Nullable String kindOfPlace() {
            return event.categoryKey(registration.categoryId());
        }

        /** By when whoever awaits it hears what was decided. */
        void sayWhenItIsDecided() {
            if (registration.status() == RegistrationStatus.AWAITING_APPROVAL) {
                paragraphs.add(event.event()
                        .decision(registration.reader(), registration.changedAt())
                        .in(registration.reader()));
            }
        }

        /** The turn of who waits, perhaps only for what they chose; each kind of place has a line of its own. */
        void sayTurn(int turn, Collection<Long> sessions) {
            List<Session> full = event.fullAlone(registration.categoryId(), sessions);
            String text = full.isEmpty()
                    ? category()
                            .map(place -> texts.get("mail.waiting.text-for", turn, place))
                            .orElseGet(() -> texts.get("mail.waiting.text", turn))
                    : texts.get(
                            "mail.waiting.text-with",
                            turn,
                            full.stream().map(this::name).collect(Collectors.joining("; ")));
            write(text, turn);
            Integer hours = event.event().offerHours();
            paragraphs.add(hours == null ? texts.get("mail.waiting.at-once") : texts.get("mail.waiting.asked", hours));
        }

        Draft reason(@Nullable String reason) {
            if (reason != null && !reason.isBlank()) {
                facts.add(new Fact(texts.get("mail.fact.reason"), reason.lines().toList()));
            }
            return this;
        }

        /** Where the person's own page is, in a mail that leads elsewhere first. */
        public Draft ownPage(String link) {
            facts.add(new Fact(texts.get("mail.fact.own-page"), List.of(link)));
            return this;
        }

        /** What and when, for whoever has no place. */
        public Draft eventFact() {
            return eventFact(List.of());
        }

        /** The same, with the sessions that somebody chose. */
        public Draft eventFact(Collection<Long> sessions) {
            facts.add(eventFacts.what(partName));
            facts.addAll(eventFacts.when(sessions));
            return this;
        }

        /** Where, for whoever decides for somebody else. */
        Draft whereFact(Collection<Long> sessions) {
            facts.addAll(eventFacts.where(sessions));
            return this;
        }

        /** What the person is asked, and by whom, for the same. */
        Draft askedFacts() {
            facts.addAll(eventFacts.asked(kindOfPlace()));
            facts.add(eventFacts.organiser());
            return this;
        }

        /** What, when and where, and who the person is there. */
        public Draft facts(Collection<Long> sessions, boolean confirmed) {
            facts.add(eventFacts.what(partName));
            facts.addAll(eventFacts.when(sessions));
            facts.addAll(eventFacts.where(sessions));
            if (confirmed) {
                facts.addAll(eventFacts.forConfirmed(sessions));
            }
            personalFacts();
            return this;
        }

        /** What full sessions the person waits for besides, and where in line. */
        public Draft turns(List<Position> positions) {
            if (!positions.isEmpty()) {
                List<String> lines = new ArrayList<>();
                positions.forEach(position ->
                        lines.add(texts.get("mail.fact.turn", name(position.session()), position.number())));
                lines.add(texts.get("mail.fact.turn.promise"));
                facts.add(new Fact(texts.get("mail.fact.turns"), lines));
            }
            return this;
        }

        private String name(Session session) {
            return event.nameOf(session, registration.reader())
                    .orElseGet(() -> Dates.in(registration.reader()).moment(session.startsOn()));
        }

        private void personalFacts() {
            String label = registration.isConfirmed() ? "mail.fact.category" : "mail.fact.category.registered";
            category().ifPresent(kind -> facts.add(new Fact(texts.get(label), List.of(kind))));
            facts.add(new Fact(texts.get("mail.fact.reference"), List.of(registration.reference())));
        }

        private Optional<String> category() {
            return event.categoryOf(registration.categoryId())
                    .map(category -> category.name().in(registration.reader()));
        }

        /** The letter, with the one thing to do next. */
        public Wording letter(String link, String words) {
            return registration.hasOwnAddress()
                    ? letter(link, words, registration.name())
                    : byWayOfAnother(letter(link, words, registration.name()));
        }

        /** Says first of whom it speaks, since it comes to somebody who may get several of its kind. */
        private Wording byWayOfAnother(Wording letter) {
            List<String> said = new ArrayList<>();
            said.add(texts.get("mail.party.for", registration.name()));
            said.addAll(letter.paragraphs());
            return new Wording(
                    texts.get("mail.party.for.subject", registration.name(), letter.subject()),
                    letter.headline(),
                    letter.greeting(),
                    said,
                    letter.facts(),
                    letter.link(),
                    letter.footer(),
                    letter.standard());
        }

        /** The same to somebody else. */
        public Wording letter(String link, String words, String name) {
            String subject = texts.get(occasion + ".subject", title);
            List<String> filled = said.stream().map(Object::toString).toList();
            return new Wording(
                    subject,
                    texts.get(occasion + ".headline"),
                    texts.get("mail.greeting", name),
                    paragraphs,
                    facts,
                    Optional.of(new Wording.Link(texts.get(words), link)),
                    eventFacts.footer(),
                    Optional.of(new Wording.Standard(kind, subject, standard, filled)));
        }
    }
}
