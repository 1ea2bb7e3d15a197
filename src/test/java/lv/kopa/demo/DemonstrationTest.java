package lv.kopa.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventFilter;
import lv.kopa.event.EventKind;
import lv.kopa.event.EventState;
import lv.kopa.event.Events;
import lv.kopa.project.Acknowledgement;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class DemonstrationTest {
    private final TestDatabase database = TestDatabase.fresh();
    private Site site;
    private Events events;
    private Registrations registrations;

    @BeforeAll
    void start() {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.demo", "true");
        settings.put("kopa.public-url", "https://kopa.example");
        site = Site.start("DemonstrationTest", settings);
        events = site.bean(Events.class);
        registrations = site.bean(Registrations.class);
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void theStudyVisitToHamarIsToldAsItWas() {
        EventDetails visit = event("pieredzes-brauciens-hamara");
        Acknowledgement funding = visit.funding().orElseThrow();

        assertThat(visit.organisation().name()).isEqualTo("Intelekta parks");
        assertThat(visit.event().kind()).isEqualTo(EventKind.STUDY_VISIT);
        assertThat(visit.event().state()).isEqualTo(EventState.COMPLETED);
        assertThat(visit.firstDay()).hasToString("Optional[2023-06-14]");
        assertThat(visit.lastDay()).hasToString("Optional[2023-06-16]");
        assertThat(visit.first().orElseThrow().timeZone()).isEqualTo("Europe/Riga");
        assertThat(visit.planned().stream().map(session -> session.timeZone())).contains("Europe/Oslo");
        assertThat(visit.categories())
                .hasSize(2)
                .allSatisfy(category -> assertThat(category.places()).isEqualTo(2))
                .allSatisfy(category -> assertThat(category.placesTaken()).isEqualTo(2));
        assertThat(statuses(visit)).containsExactly(Map.entry(RegistrationStatus.CONFIRMED, 4L));
        assertThat(funding.projectNumber()).isEqualTo("AIF/2022/KAPAC2/108");
        assertThat(funding.activityNumber()).isEqualTo("4");
        assertThat(funding.projectTitle().in(Language.EN))
                .isEqualTo("KAPITĀLS: Kapacitāte izaugsmei un tālākai (sa)darbībai");
    }

    @Test
    void theClosingTrainingWasInTheAutumnAfterIt() {
        EventDetails training = event("nosleguma-apmacibas");

        assertThat(training.event().state()).isEqualTo(EventState.COMPLETED);
        assertThat(training.firstDay()).hasToString("Optional[2023-10-20]");
        assertThat(training.funding().orElseThrow().activityNumber()).isEqualTo("1");
    }

    @Test
    void whoWasAtWhatIsOverHasACertificateOfIt() {
        assertThat(number("SELECT COUNT(*) FROM attendance")).isEqualTo(4 * 4 + 3 * 8 - 1);
        // of ten hours of the training one missed the last four
        assertThat(number("SELECT COUNT(*) FROM certificate WHERE standing = 1"))
                .isEqualTo(4 + 7);
        assertThat(number("SELECT DISTINCT minutes FROM certificate c JOIN event e ON e.id = c.event_id"
                        + " WHERE e.slug = 'pieredzes-brauciens-hamara'"))
                .isEqualTo(150 + 210 + 120 + 120);
    }

    @Test
    void theVisitThatTheHostReturnsCountsForAProjectOfItsOwn() {
        EventDetails visit = event("studiebesok-daugavpils");
        Acknowledgement funding = visit.funding().orElseThrow();

        assertThat(visit.organisation().name()).isEqualTo("OMSOZAMS VENNER");
        assertThat(funding.projectSlug()).isEqualTo("naboer");
        assertThat(funding.projectNumber()).isEqualTo("DEMO/018");
        assertThat(funding.activityNumber()).isEqualTo("2");
        assertThat(site.get("/events/studiebesok-daugavpils?lang=nb").body())
                .contains("DEMO/018", "Demo Fund finnes bare i denne demonstrasjonen.");
    }

    @Test
    void noMailLeavesForThoseWhoAreMadeUp() {
        assertThat(number("SELECT COUNT(*) FROM mail_outbox")).isPositive();
        assertThat(number("SELECT COUNT(*) FROM mail_outbox WHERE state <> 'STOPPED'"))
                .isZero();
    }

    @Test
    void everyKindOfEventIsToCome() {
        List<EventDetails> coming = events.coming(EventFilter.none());

        assertThat(coming).hasSizeGreaterThanOrEqualTo(8);
        assertThat(coming.stream().map(event -> event.event().kind())).contains(EventKind.values());
        assertThat(coming.stream().map(event -> event.event().state()))
                .containsOnlyOnce(EventState.CANCELLED)
                .contains(EventState.PUBLISHED);
        assertThat(coming.get(0).event().startsAt()).isBetween(in(Duration.ofDays(1)), in(Duration.ofDays(3)));
        assertThat(event("latgales-biedribu-forums").event().opensAt()).isAfter(in(Duration.ZERO));
    }

    @Test
    void everyTurnOfARegistrationIsThere() {
        assertThat(statuses(event("citu-jomu-eksperti")))
                .isEqualTo(Map.of(RegistrationStatus.CONFIRMED, 10L, RegistrationStatus.WAITING, 3L));
        assertThat(statuses(event("pasniedzeju-apmacibas")))
                .isEqualTo(Map.of(
                        RegistrationStatus.AWAITING_APPROVAL, 4L,
                        RegistrationStatus.CONFIRMED, 2L,
                        RegistrationStatus.DECLINED, 1L));
        assertThat(statuses(event("brivpratigo-vakars"))).containsEntry(RegistrationStatus.CANCELLED, 1L);
        assertThat(statuses(event("kapitals-partneri"))).containsExactly(Map.entry(RegistrationStatus.CONFIRMED, 3L));
        assertThat(number("SELECT COUNT(*) FROM registration")).isBetween(40L, 80L);
        assertThat(number("SELECT COUNT(*) FROM registration WHERE email NOT LIKE '%@demo.invalid'"))
                .isZero();
    }

    @Test
    void countersEqualRows() {
        assertThat(number("""
                SELECT COUNT(*) FROM event e WHERE e.places_taken <>
                  (SELECT COUNT(*) FROM registration r WHERE r.event_id = e.id AND r.status = 'CONFIRMED')
                  + (SELECT COALESCE(SUM(p.places - p.filled), 0)
                     FROM delegation_places p JOIN delegation d ON d.id = p.delegation_id WHERE d.event_id = e.id)""")).isZero();
        assertThat(number("SELECT SUM(places - filled) FROM delegation_places")).isEqualTo(2);
        assertThat(number("""
                SELECT COUNT(*) FROM category c WHERE c.places_taken <>
                  (SELECT COUNT(*) FROM registration r WHERE r.category_id = c.id AND r.status = 'CONFIRMED')""")).isZero();
        assertThat(number("""
                SELECT COUNT(*) FROM session s WHERE s.places_taken <>
                  (SELECT COUNT(*) FROM registration_session rs JOIN registration r ON r.id = rs.registration_id
                   WHERE rs.session_id = s.id AND r.status = 'CONFIRMED')""")).isZero();
        assertThat(number("SELECT SUM(places_taken) FROM session")).isPositive();
    }

    @Test
    void everyPageIsThereInEveryLanguage() {
        Stream<String> pages = Stream.concat(
                Stream.of(
                        "/",
                        "/organisations/intelekta-parks",
                        "/organisations/omsozams-venner",
                        "/projects/kapitals",
                        "/projects/kaimini",
                        "/projects/naboer",
                        "/events/valdes-vakars",
                        "/events/kapitals-partneri",
                        "/events/kapitals-partneri/register",
                        "/events/citu-jomu-eksperti/registered?status=waiting&position=2"),
                events.since(Instant.EPOCH, EventFilter.none()).stream()
                        .map(event -> "/events/" + event.event().slug())
                        .flatMap(path -> Stream.of(path, path + "/register", path + "/calendar.ics")));

        assertThat(pages.flatMap(path -> Stream.of(Language.values())
                        .map(language -> path + (path.contains("?") ? "&" : "?") + "lang=" + language.tag())))
                .hasSizeGreaterThan(100)
                .allSatisfy(address ->
                        assertThat(site.get(address).statusCode()).as(address).isEqualTo(200));
    }

    @Test
    void whatParticipantsReadIsThereInEveryLanguageButWhereItShowsHowTextsFallBack() {
        assertThat(events.since(Instant.EPOCH, EventFilter.none()).stream()
                        .filter(event -> !texts(event)
                                .allMatch(text ->
                                        text.isEmpty() || text.languages().containsAll(Set.of(Language.values()))))
                        .map(event -> event.event().slug()))
                .containsExactly("sprakkafe");
        assertThat(site.get("/events/sprakkafe?lang=uk").body()).contains("lang=\"nb\"");
        assertThat(site.get("/events/zinatne-visiem?lang=ru").body())
                .contains("Наука для всех: день мастер-классов", "Мастер-класс: лаборатория на кухне");
    }

    private static Stream<Translated> texts(EventDetails event) {
        return Stream.of(
                        Stream.of(
                                event.event().title(),
                                event.event().description(),
                                event.event().provided()),
                        event.sessions().stream().map(session -> session.title()),
                        event.categories().stream().flatMap(kind -> Stream.of(kind.name(), kind.description())),
                        event.questionnaire().current().stream()
                                .flatMap(question -> Stream.of(question.label(), question.help())),
                        event.questionnaire().choices().stream().map(choice -> choice.label()))
                .flatMap(Function.identity());
    }

    @Test
    void noEventPageIsHeavyOnATelephone() {
        assertThat(events.since(Instant.EPOCH, EventFilter.none()))
                .allSatisfy(
                        event -> assertThat(weight("/events/" + event.event().slug() + "?lang=lv"))
                                .as(event.event().slug())
                                .isLessThan(15_000));
    }

    /** The bytes of a page with its style and its scripts, but for its pictures, as they come over the air. */
    private int weight(String path) {
        String page = site.get(path).body();
        Elements parts = Jsoup.parse(page).select("link[rel=stylesheet], script[src]");
        assertThat(parts).hasSize(2);
        return bytes(page)
                + parts.stream()
                        .map(part -> site.get(part.attr("href") + part.attr("src")))
                        .mapToInt(answer -> bytes(answer.body()))
                        .sum();
    }

    private static int bytes(String text) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.size();
    }

    @Test
    void whatIsNotForStrangersIsNotShownToThem() {
        assertThat(site.get("/events/projekta-ideja").statusCode()).isEqualTo(404);
        assertThat(site.get("/organisations/nobody").statusCode()).isEqualTo(404);
        assertThat(site.get("/projects/nothing").statusCode()).isEqualTo(404);
        assertThat(site.get("/events/atskaites").body()).doesNotContain("meet.example.org");
        assertThat(site.get("/events/pieredzes-brauciens-hamara").body()).doesNotContain("kari@");
        assertThat(site.get("/organisations/intelekta-parks").body())
                .doesNotContain("valdes-vakars", "projekta-ideja", "kapitals-partneri");
    }

    @Test
    void aSecondStartAddsNothing() {
        long before = number("SELECT COUNT(*) FROM event");

        site.bean(Demonstration.class).load();

        assertThat(number("SELECT COUNT(*) FROM event")).isEqualTo(before);
    }

    private EventDetails event(String slug) {
        return events.find(slug).orElseThrow();
    }

    private Map<RegistrationStatus, Long> statuses(EventDetails event) {
        return registrations.of(event.event().id()).stream()
                .collect(Collectors.groupingBy(registration -> registration.status(), Collectors.counting()));
    }

    private Instant in(Duration duration) {
        return site.bean(Clock.class).instant().plus(duration);
    }

    private long number(String query) {
        return Numbers.of(database, query);
    }
}
