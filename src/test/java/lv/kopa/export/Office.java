package lv.kopa.export;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Profile;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.paper.Paper;
import lv.kopa.paper.Pdf;
import lv.kopa.project.ProjectPlan;
import lv.kopa.project.Projects;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.registration.wish.Wish;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Site;
import org.jspecify.annotations.Nullable;

/** Where lists are asked for: a site with a study visit to Hamar that a project pays for, for two. */
record Office(Site site, HttpClient client, long event, TestDatabase database) implements AutoCloseable {
    static final String LIST = "/organiser/events/hamar/registrations";
    private static final String ACTOR = "person:1";

    static Office open(String now) {
        TestDatabase database = TestDatabase.fresh();
        Site site = Site.start("Export", settings(database));
        site.bean(MovableClock.class).set(Instant.parse(now));
        return new Office(site, HttpClient.newHttpClient(), announced(site), database);
    }

    @Override
    public void close() {
        site.close();
    }

    /** The list as its rows and columns. */
    Sheet sheet() {
        return site.bean(AttendeeSheets.class).of(details(), AttendeeFilter.all(), Language.EN);
    }

    /** What somebody reads who has this list printed. */
    Paper paper(Sheet sheet) throws IOException {
        return paper(details(), sheet);
    }

    /** What somebody reads who has this list of an event printed. */
    static Paper paper(EventDetails details, Sheet sheet) throws IOException {
        var printed = new AttendeePaper(
                details, sheet, AttendeeFilter.all(), LocalDateTime.parse("2026-11-24T22:30"), Language.EN);
        return Paper.read(Pdf.of(new StaticTemplates().exportAttendees(printed)));
    }

    EventDetails details() {
        return site.bean(Events.class).get(event);
    }

    void register(String name, String email, String category, @Nullable String phone, @Nullable String organisation) {
        Wish wish = new Wish(category, name, email, phone, organisation, "lv", null, List.of("privacy"), null, null);
        site.bean(Registrations.class).register(details(), wish, null);
    }

    /** So many who registered once and have cancelled: they count on lists, and for no places. */
    void crowd(int people) {
        String rows = IntStream.range(0, people)
                .mapToObj(i ->
                        "('%08d', %d, 'CANCELLED', 'Person', 'person-%d@example.org', 'person-%d@example.org', 'lv',"
                                        .formatted(i, event, i, i)
                                + " '%064d', NOW(6), NOW(6))".formatted(i))
                .collect(Collectors.joining(", "));
        database.execute(
                "INSERT INTO registration (reference, event_id, status, name, email, email_key, language, link_hash,"
                        + " registered_at, changed_at) VALUES " + rows);
    }

    private static Map<String, Object> settings(TestDatabase database) {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.public-url", "https://kopa.example");
        return settings;
    }

    private static long announced(Site site) {
        Organisation parks = site.bean(Organisations.class)
                .create("parks", Profile.of("Intelekta parks", ZoneId.of("Europe/Riga")), ACTOR);
        site.bean(Projects.class).create(parks.id(), project(), ACTOR);
        var session = new EventPlan.SessionPlan(
                null,
                null,
                "2027-06-14T09:30",
                "2027-06-14T12:00",
                "Europe/Oslo",
                "Hamar",
                null,
                null,
                null,
                null,
                null);
        EventPlan plan = new EventPlan(
                null,
                "hamar",
                "STUDY_VISIT",
                Map.of("lv", "Hamāra"),
                null,
                null,
                List.of("lv"),
                "Europe/Oslo",
                2,
                true,
                "AUTOMATIC",
                "PUBLIC",
                null,
                "kapitals/4",
                List.of(category("member", "Biedrs"), category("volunteer", "Brīvprātīgais")),
                List.of(session),
                null);
        Announcements announcements = site.bean(Announcements.class);
        long id = announcements.draft(plan, parks, ACTOR).event().id();
        announcements.publish(id, ACTOR);
        return id;
    }

    private static EventPlan.CategoryPlan category(String key, String name) {
        return new EventPlan.CategoryPlan(key, Map.of("lv", name), Map.of(), null);
    }

    private static ProjectPlan project() {
        return new ProjectPlan(
                "kapitals",
                "AIF/2022/KAPAC2/108",
                Translated.of(Language.LV, "KAPITĀLS"),
                Translated.nothing(),
                "Aktīvo iedzīvotāju fonds",
                Translated.of(Language.LV, "Projektu finansē Islande, Lihtenšteina un Norvēģija."),
                null,
                null,
                List.of(ProjectPlan.Item.of("4", Translated.of(Language.LV, "Pieredzes brauciens"))));
    }

    Person person(String name, String organisation) {
        People people = site.bean(People.class);
        Person person = people.create(
                name,
                new EmailAddress(name.replace(' ', '.').toLowerCase(java.util.Locale.ROOT) + "@example.org"),
                "a long enough sentence",
                Language.LV);
        people.join(
                person.id(), site.bean(Organisations.class).get(organisation).id(), Role.OWNER, ACTOR);
        return person;
    }

    String organiser(String name, String organisation) {
        return "kopa-sign-in="
                + site.bean(SignIns.class)
                        .begin(person(name, organisation).id())
                        .secret();
    }

    HttpResponse<byte[]> get(String path, String cookie) {
        return get(path, "Cookie", cookie);
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = site.at(path);
        try {
            return client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
