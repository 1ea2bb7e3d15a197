package lv.kopa.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lv.kopa.Program.Answer;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.project.ProjectPlan;
import lv.kopa.project.Projects;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wish;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;

/**
 * The study visit to Hamar, 14 to 16 June 2023: two members and two volunteers of Intelekta parks, five parts on three
 * days, 14 hours together (2½ + 3½, 3 + 2½, 2½), paid for by activity 4 of KAPITĀLS.
 */
public final class Visit {
    public static final String SLUG = "hamar";

    private static final String SESSION = """
            {"title": {"en": "%s"}, "start": "2023-06-%s", "end": "2023-06-%s", "timeZone": "Europe/Oslo", "place": "%s",
             "host": "OMSOZAMS VENNER", "trainers": ["Kari Haugen"]}""";

    private final Site site;
    private final Desk desk;
    private final String token;
    private final Map<String, Registration> people = new LinkedHashMap<>();

    private Visit(Site site, Desk desk) {
        this.site = site;
        this.desk = desk;
        this.token = site.bean(ApiTokens.class)
                .create(desk.organiser().personId(), "program", "test")
                .secret();
    }

    /** Announced, with its delegation in it. */
    public static Visit in(Site site) {
        Visit visit = drafted(site);
        visit.ask("POST", "/api/v1/events/hamar/publish", "").is(200);
        visit.delegate();
        return visit;
    }

    /** Written down, and announced to nobody yet. */
    public static Visit drafted(Site site) {
        Visit visit = new Visit(site, Desk.of(site, "intelekta-parks"));
        visit.fund();
        visit.draft();
        return visit;
    }

    /** Enters the two members and the two volunteers. */
    public void delegate() {
        enter("Inga Vasiļevska", "member", "lv");
        enter("Andris Zeile", "member", "nb");
        enter("Marija Leonova", "volunteer", "ru");
        enter("Oksana Kovalenko", "volunteer", "uk");
    }

    private void fund() {
        site.bean(Projects.class)
                .create(
                        desk.organisation().id(),
                        new ProjectPlan(
                                "kapitals",
                                "AIF/2022/KAPAC2/108",
                                Translated.of(
                                        Map.of(Language.LV, "KAPITĀLS: Kapacitāte izaugsmei un tālākai (sa)darbībai")),
                                Translated.of(Map.of()),
                                "Aktīvo iedzīvotāju fonds",
                                Translated.of(
                                        Map.of(
                                                Language.LV,
                                                "Projektu finansē Islande, Lihtenšteina un Norvēģija EEZ un Norvēģijas grantu programmas „Aktīvo iedzīvotāju fonds” ietvaros.")),
                                LocalDate.of(2022, 10, 1),
                                LocalDate.of(2023, 12, 31),
                                List.of(new ProjectPlan.Item(
                                        0, "4", Translated.of(Map.of(Language.LV, "Pieredzes brauciens")), 4))),
                        "test");
    }

    private void draft() {
        String plan = """
                {"organisation": "intelekta-parks", "slug": "hamar", "kind": "STUDY_VISIT", "activity": "kapitals/4",
                 "title": {"en": "Study visit to Hamar", "lv": "Pieredzes brauciens uz Hamāru", "nb": "Studiebesøk på Hamar",
                   "uk": "Навчальний візит до Гамара", "ru": "Ознакомительная поездка в Хамар"},
                 "timeZone": "Europe/Riga", "places": 4, "waitingList": false,
                 "categories": [{"key": "member", "name": {"en": "Member"}, "places": 2},
                   {"key": "volunteer", "name": {"en": "Volunteer"}, "places": 2}],
                 "sessions": [%s]}
                """.formatted(String.join(
                ",",
                SESSION.formatted("Talks with the host", "14T10:00", "14T12:30", "Hamar"),
                SESSION.formatted("Nature school", "14T13:30", "14T17:00", "Hamar Naturskole"),
                SESSION.formatted("Our network in Latgale", "15T09:00", "15T12:00", "Hamar"),
                SESSION.formatted("Good practice", "15T13:00", "15T15:30", "Hamar"),
                SESSION.formatted("Advice for our strategy", "16T09:30", "16T12:00", "Hamar")));
        ask("POST", "/api/v1/events", plan).is(201);
    }

    /** Enters somebody with a place, for an organiser. */
    public Registration enter(String name, String category, String language) {
        String address = name.split(" ")[0].toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + "@example.org";
        Wish wish = new Wish(
                category, name, address, null, "Intelekta parks", language, null, List.of("privacy"), null, null);
        Registration entered = site.bean(Registrations.class)
                .add(details(), wish, desk.organiser().actor())
                .registration();
        people.put(name.split(" ")[0], entered);
        return entered;
    }

    public Desk desk() {
        return desk;
    }

    /** Somebody by their first name, as things stand. */
    public Registration person(String name) {
        return site.bean(Registrations.class)
                .byReference(Objects.requireNonNull(people.get(name)).reference());
    }

    public EventDetails details() {
        return site.bean(Events.class).find(SLUG).orElseThrow();
    }

    /** The parts of the programme from 0. */
    public Session part(int number) {
        return details().planned().get(number);
    }

    /** Asks the JSON API as the organiser's program. */
    public Answer ask(String method, String path, String json) {
        var request = site.at(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        return new Answer(site.send(request));
    }

    /** Says by program that somebody was at a part. */
    public void attended(String name, int part) {
        String path = "/api/v1/sessions/" + part(part).id() + "/attendance/"
                + person(name).reference();
        ask("PUT", path, "{\"present\": true}").is(200);
    }

    /** A file as its reader gets it; a PDF for instance. */
    public HttpResponse<byte[]> file(String path) throws Exception {
        return HttpClient.newHttpClient().send(desk.cookies(site.at(path)).build(), BodyHandlers.ofByteArray());
    }

    public byte[] paper(String path) throws Exception {
        HttpResponse<byte[]> answer = file(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        return answer.body();
    }
}
