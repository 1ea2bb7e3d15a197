package lv.kopa.event;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.question.Choice;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.organisation.Organisation;
import lv.kopa.project.Acknowledgement;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An event with all that belongs to it.
 *
 * @param funding under which project and activity it runs, if any
 * @param sessions in the order they take place, those that were cancelled too
 * @param questionnaire what is asked of its people
 */
public record EventDetails(
        Event event,
        Organisation organisation,
        Optional<Acknowledgement> funding,
        List<Category> categories,
        List<Session> sessions,
        Questionnaire questionnaire) {
    private static final int MOST_PLACES = 3;

    /** The programme: sessions that take place. */
    public List<Session> planned() {
        return sessions.stream().filter(session -> !session.isCancelled()).toList();
    }

    /** The same with one session alone. */
    public EventDetails only(Session session) {
        return new EventDetails(event, organisation, funding, categories, List.of(session), questionnaire);
    }

    /** The same with those parts alone that somebody comes to who chose some. */
    public EventDetails forWhoChose(Collection<Long> chosen) {
        List<Session> own =
                sessions.stream().filter(session -> session.isFor(chosen)).toList();
        return new EventDetails(event, organisation, funding, categories, own, questionnaire);
    }

    /** Sessions to choose from at sign-up. */
    public List<Session> chosen() {
        return planned().stream().filter(Session::isChosen).toList();
    }

    /** The programme by the day on the wall of its place. */
    public Map<LocalDate, List<Session>> byDay() {
        return planned().stream()
                .collect(Collectors.groupingBy(
                        session -> session.startsOn().toLocalDate(), TreeMap::new, Collectors.toList()));
    }

    /** Where it is: its places one after another; of a visit, those where a host awaits. */
    public String where(Language language) {
        Texts texts = Texts.in(language);
        return leading()
                .flatMap(session -> session.whereIn(texts).stream())
                .distinct()
                .limit(MOST_PLACES)
                .collect(Collectors.joining(" · "));
    }

    /** Those of them that one can go to. */
    public List<String> spots() {
        return leading()
                .map(Session::place)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_PLACES)
                .toList();
    }

    private Stream<Session> leading() {
        List<Session> hosted = planned().stream()
                .filter(session -> event.isStudyVisit() && session.host() != null)
                .toList();
        return (hosted.isEmpty() ? planned() : hosted).stream();
    }

    /** The title that a part of the programme has of its own; nothing where it is called as the event is. */
    public Optional<String> titleOf(Session session, Language language) {
        String own = session.title().in(language);
        return own.isEmpty() || own.equals(event.title().in(language)) ? Optional.empty() : Optional.of(own);
    }

    /** What a part of the programme is called: by its own title, else by where it is. */
    public Optional<String> nameOf(Session session, Language language) {
        return titleOf(session, language).or(() -> session.whereIn(Texts.in(language)));
    }

    public Optional<Session> first() {
        return planned().stream().findFirst();
    }

    /** When the last part of the programme ends. */
    public Optional<ZonedDateTime> end() {
        return planned().stream().map(Session::end).max(ZonedDateTime::compareTo);
    }

    public Optional<LocalDate> firstDay() {
        return planned().stream()
                .map(session -> session.startsOn().toLocalDate())
                .min(LocalDate::compareTo);
    }

    public Optional<LocalDate> lastDay() {
        return planned().stream().map(session -> session.endsOn().toLocalDate()).max(LocalDate::compareTo);
    }

    /** Whether its sessions lie in more than one zone, or in another than its home. */
    public boolean crossesZones() {
        return planned().stream().anyMatch(session -> !session.timeZone().equals(event.timeZone()));
    }

    public Optional<Category> category(String key) {
        return categories.stream()
                .filter(category -> category.categoryKey().equals(key))
                .findFirst();
    }

    /** The key of a category, by id; null for none. */
    public @Nullable String categoryKey(@Nullable Long id) {
        return categoryOf(id).map(Category::categoryKey).orElse(null);
    }

    /** Its days, as one reads them aloud. */
    public String days(Language language) {
        return firstDay()
                .flatMap(first -> lastDay().map(last -> Dates.in(language).days(first, last)))
                .orElseGet(() -> Texts.in(language).get("event.no-date"));
    }

    /** The category of a registration or a filter, by id; empty for none. */
    public Optional<Category> categoryOf(@Nullable Long id) {
        return categories.stream()
                .filter(category -> Long.valueOf(category.id()).equals(id))
                .findFirst();
    }

    /** How many may come: as many as the event says, else as its categories say together; empty for any number. */
    public Optional<Integer> places() {
        return Optional.ofNullable(event.places()).or(() -> sum(kind -> Optional.ofNullable(kind.places())));
    }

    /** How many more may come, at most; empty for any number. */
    public Optional<Integer> placesLeft() {
        Optional<Integer> inCategories = sum(Category::placesLeft);
        return event.placesLeft()
                .map(left -> Math.min(left, inCategories.orElse(left)))
                .or(() -> inCategories);
    }

    /** Over all categories; empty where there is none, or one that says nothing. */
    private Optional<Integer> sum(Function<Category, Optional<Integer>> number) {
        return categories.isEmpty()
                        || categories.stream()
                                .anyMatch(kind -> number.apply(kind).isEmpty())
                ? Optional.empty()
                : Optional.of(categories.stream()
                        .mapToInt(kind -> number.apply(kind).orElseThrow())
                        .sum());
    }

    /** Whether somebody who wants a place and all of this can get none at the moment. */
    public boolean isFullFor(Claim claim) {
        return event.isFull()
                || categoryOf(claim.category()).filter(Category::isFull).isPresent()
                || sessions.stream()
                        .anyMatch(
                                session -> session.isFull() && claim.sessions().contains(session.id()))
                || questionnaire.isFull(claim.choices());
    }

    /** The full sessions among these, by id, where they alone are in the way of a place of this category, by id. */
    public List<Session> fullAlone(@Nullable Long category, Collection<Long> chosen) {
        return isFullFor(new Claim(category, List.of(), List.of()))
                ? List.of()
                : chosen().stream()
                        .filter(session -> session.isFull() && chosen.contains(session.id()))
                        .toList();
    }

    /** Whether anything of it is full, the whole, a kind of place, a session or a choice, so that somebody may be waiting. */
    public boolean isAnythingFull() {
        return event.isFull()
                || categories.stream().anyMatch(Category::isFull)
                || sessions.stream().anyMatch(Session::isFull)
                || questionnaire.choices().stream().anyMatch(Choice::isFull);
    }

    /** Whether nobody can get a place at the moment, whatever they choose. */
    public boolean isFull() {
        return event.isFull() || (!categories.isEmpty() && categories.stream().allMatch(Category::isFull));
    }
}
