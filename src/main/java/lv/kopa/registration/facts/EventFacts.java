package lv.kopa.registration.facts;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.mail.Wording.Fact;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.jspecify.annotations.Nullable;

/** What an event is, when and where, in the words of one language. */
public final class EventFacts {
    private final EventDetails event;
    private final Language language;
    private final Texts texts;
    private final Dates dates;

    public EventFacts(EventDetails event, Language language) {
        this.event = event;
        this.language = language;
        this.texts = Texts.in(language);
        this.dates = Dates.in(language);
    }

    public Fact what() {
        return what(Optional.empty());
    }

    /** @param part the name of the one part of it that is spoken of */
    public Fact what(Optional<String> part) {
        return fact(
                "what",
                Stream.concat(Stream.of(event.event().title().in(language)), part.stream())
                        .toList());
    }

    /** When it is, a line for each part with what it is called; a zone they share is said once, at the end. */
    public List<Fact> when(Collection<Long> chosen) {
        List<Session> sessions = own(chosen).toList();
        if (event.planned().size() < 2) {
            return facts("when", sessions.stream().map(this::time).toList());
        }
        List<ZoneId> zones = sessions.stream().map(Session::zone).distinct().toList();
        Function<Session, String> time = zones.size() == 1 ? this::hours : this::time;
        Stream<String> lines = sessions.stream()
                .map(session -> time.apply(session)
                        + event.nameOf(session, language)
                                .map(name -> " · " + name)
                                .orElse(""));
        Stream<String> shared =
                zones.size() == 1 ? Stream.of(texts.get("event.zone.all", dates.zone(zones.get(0)))) : Stream.empty();
        return facts("when", Stream.concat(lines, shared).toList());
    }

    public List<Fact> where(Collection<Long> chosen) {
        Set<String> places = new LinkedHashSet<>();
        own(chosen)
                .map(session -> session.whereIn(texts))
                .flatMap(Optional::stream)
                .forEach(places::add);
        return facts("where", List.copyOf(places));
    }

    /** When it is, for a sentence: a time, or the days of several. */
    public String whenInWords(Collection<Long> chosen) {
        List<Session> sessions = own(chosen).toList();
        return sessions.size() == 1 ? time(sessions.get(0)) : event.days(language);
    }

    /** Where it is, for a sentence. */
    public String whereInWords(Collection<Long> chosen) {
        return own(chosen)
                .map(session -> session.whereIn(texts))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Online links and contacts, which only confirmed people get. */
    public List<Fact> forConfirmed(Collection<Long> chosen) {
        List<Fact> facts = new ArrayList<>();
        facts.addAll(facts("online", distinct(chosen, Session::onlineUrl)));
        facts.addAll(facts("contact", distinct(chosen, Session::hostContact)));
        return facts;
    }

    /** Who organises it, and how they are reached. */
    public Fact organiser() {
        return fact("organiser", organisation().toList());
    }

    /** What is asked of those who come as something, or of all: the questions, each in a line. */
    public List<Fact> asked(@Nullable String category) {
        return facts("asked", questions(category));
    }

    /** The same, as a list. */
    public List<String> questions(@Nullable String category) {
        return event.questionnaire().current().stream()
                .filter(question -> question.isFor(category))
                .map(question -> question.label().in(language))
                .toList();
    }

    private Stream<String> organisation() {
        return Stream.of(
                        event.organisation().name(),
                        event.organisation().email(),
                        event.organisation().phone())
                .filter(Objects::nonNull);
    }

    /** Who writes, and who pays for it. */
    public List<String> footer() {
        List<String> lines = new ArrayList<>();
        lines.add(organisation().collect(Collectors.joining(" · ")));
        event.funding().ifPresent(funding -> {
            lines.add(funding.line(language));
            lines.add(funding.text().in(language));
        });
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /** When and where one part is. */
    public List<Fact> part(Session session) {
        List<Fact> facts = new ArrayList<>(facts("when", List.of(time(session))));
        facts.addAll(facts("where", session.whereIn(texts).stream().toList()));
        return facts;
    }

    /** From when to when a part is, by whose clock. */
    public String time(Session session) {
        return time(session.startsOn(), session.endsOn(), session.zone());
    }

    /** From when to when by the clock on the wall of a place, with the day of the week and whose clock it is. */
    public String time(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        return texts.get("event.time", dates.bound(start), end(start, end), dates.zone(zone));
    }

    private String hours(Session session) {
        return dates.bound(session.startsOn()) + "–" + end(session.startsOn(), session.endsOn());
    }

    private String end(LocalDateTime start, LocalDateTime end) {
        return start.toLocalDate().equals(end.toLocalDate()) ? dates.time(end) : dates.bound(end);
    }

    private Stream<Session> own(Collection<Long> chosen) {
        return event.planned().stream().filter(session -> session.isFor(chosen));
    }

    private List<String> distinct(Collection<Long> chosen, Function<Session, @Nullable String> property) {
        return own(chosen).map(property).filter(Objects::nonNull).distinct().toList();
    }

    private List<Fact> facts(String name, List<String> values) {
        return values.isEmpty() ? List.of() : List.of(fact(name, values));
    }

    private Fact fact(String name, List<String> values) {
        return new Fact(texts.get("mail.fact." + name), values);
    }
}
