package lv.kopa.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Copies;
import lv.kopa.event.EventDetails;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.event.announcement.EventPlan.SessionPlan;
import lv.kopa.organisation.Accent;
import lv.kopa.organisation.Contact;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Profile;
import lv.kopa.project.ProjectPlan;
import lv.kopa.project.Projects;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Site;
import org.jspecify.annotations.Nullable;

/** A season of events in a database of its own, on a server that is asked over HTTP. */
final class Season implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    static final String ACTOR = "person:1";

    private final HttpClient client = HttpClient.newHttpClient();
    private final TestDatabase database;
    private final Site site;

    private Season(TestDatabase database) {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.public-url", "https://kopa.example");
        this.database = database;
        this.site = Site.start("Season", settings);
        clock().set(NOW);
    }

    static Season begin() {
        Season season = new Season(TestDatabase.fresh());
        season.found("parks", "Intelekta parks");
        return season;
    }

    /** Another server on the same database. */
    Season beside() {
        return new Season(database);
    }

    <T> T bean(Class<T> type) {
        return site.bean(type);
    }

    MovableClock clock() {
        return site.bean(MovableClock.class);
    }

    TestDatabase database() {
        return database;
    }

    Organisation found(String slug, String name) {
        return bean(Organisations.class).create(slug, profile(name), ACTOR);
    }

    static Profile profile(String name) {
        return new Profile(
                name,
                Translated.nothing(),
                Accent.FJORD,
                new Contact("info@parks.example", null, null, null),
                ZoneId.of("Europe/Riga"));
    }

    Organisation organisation(String slug) {
        return bean(Organisations.class).get(slug);
    }

    void beginProject() {
        bean(Projects.class).create(organisation("parks").id(), project("kapitals", "KAPITĀLS"), ACTOR);
    }

    static ProjectPlan project(String slug, String title) {
        return new ProjectPlan(
                slug,
                "AIF/2022/KAPAC2/108",
                Translated.of(Language.LV, title),
                Translated.nothing(),
                "Aktīvo iedzīvotāju fonds",
                Translated.nothing(),
                null,
                null,
                List.of(ProjectPlan.Item.of("4", Translated.of(Language.LV, "Pieredzes brauciens"))));
    }

    EventDetails draft(EventPlan plan) {
        String slug = plan.organisation() == null ? "parks" : plan.organisation();
        return bean(Announcements.class).draft(plan, organisation(slug), ACTOR);
    }

    EventDetails publish(EventPlan plan) {
        return bean(Announcements.class).publish(draft(plan).event().id(), ACTOR);
    }

    EventDetails change(EventDetails event, EventPlan plan) {
        return bean(Announcements.class)
                .change(event.event().id(), event.event().version(), plan, ACTOR);
    }

    EventDetails cancel(EventDetails event) {
        return bean(Announcements.class).cancel(event.event().id(), "The host is ill", ACTOR);
    }

    /** Many events that are like one that is there but for their names. */
    void copy(String slug, int times) {
        Copies.of(database, slug, times);
        clock().advance(Duration.ofSeconds(2));
    }

    /** An event is another organisation's, as no door of ours lets it go yet. */
    void handOver(EventDetails event, String slug) {
        database.execute(
                "UPDATE event SET activity_id = NULL, version = version + 1, organisation_id = "
                        + organisation(slug).id() + " WHERE id = "
                        + event.event().id(),
                "UPDATE event_revision SET revision = revision + 1");
        clock().advance(Duration.ofSeconds(2));
    }

    /** An event is gone, as no door of ours lets it go yet. */
    void erase(EventDetails event) {
        long id = event.event().id();
        database.execute(
                "DELETE FROM event_reminder_moment WHERE reminder_id IN (SELECT id FROM event_reminder WHERE event_id = "
                        + id + ")",
                "DELETE FROM event_reminder WHERE event_id = " + id,
                "DELETE FROM session WHERE event_id = " + id,
                "DELETE FROM event WHERE id = " + id,
                "UPDATE event_revision SET revision = revision + 1");
        clock().advance(Duration.ofSeconds(2));
    }

    /** Where a program on this machine reaches a path. */
    String address(String path) {
        return site.address(path);
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return send(path, "GET", headers);
    }

    HttpResponse<byte[]> send(String path, String method, String... headers) {
        HttpRequest.Builder request = site.at(path).method(method, HttpRequest.BodyPublishers.noBody());
        try {
            return client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    byte[] feed(String path) {
        return get(path).body();
    }

    @Override
    public void close() {
        site.close();
    }

    /** A public training with one session, its title in Latvian and English. */
    static EventPlan training(String slug, String start, String end) {
        return plan(slug, "TRAINING", "PUBLIC", List.of(session(null, start, end, "Europe/Riga", "Saules iela 1")));
    }

    static EventPlan plan(String slug, String kind, String visibility, List<SessionPlan> sessions) {
        return plan(slug, kind, visibility, null, null, sessions);
    }

    static EventPlan plan(
            String slug,
            String kind,
            String visibility,
            @Nullable String organisation,
            @Nullable String activity,
            List<SessionPlan> sessions) {
        return new EventPlan(
                organisation,
                slug,
                kind,
                Map.of("lv", "Mācības: " + slug, "en", "Training: " + slug),
                Map.of("en", "What we *learn*."),
                null,
                List.of("lv"),
                "Europe/Riga",
                20,
                true,
                "AUTOMATIC",
                visibility,
                null,
                activity,
                null,
                sessions,
                null);
    }

    static SessionPlan session(@Nullable Long id, String start, String end, String zone, @Nullable String place) {
        return new SessionPlan(
                id,
                null,
                start,
                end,
                zone,
                place,
                "https://meet.example/secret",
                null,
                "Kari +47 900 00 000",
                null,
                null);
    }
}
