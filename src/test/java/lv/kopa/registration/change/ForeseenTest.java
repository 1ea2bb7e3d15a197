package lv.kopa.registration.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventState;
import lv.kopa.event.Events;
import lv.kopa.mail.Outbox;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Before a published event is changed its organiser reads who will be told what. */
@Tag("database")
final class ForeseenTest {
    private static Site site;
    private static Desk desk;

    @BeforeAll
    static void start() {
        site = Desk.room();
        desk = Desk.of(site, "intelekta-parks");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void whoHasAPlaceIsCountedAndWhatTheyWillHearIsSaidWhileNothingIsSavedYet() {
        String event = published("Moves", "5");
        register(event, "Anna Ozola");
        register(event, "Kari Nordmann");
        long written = site.bean(Outbox.class).newest();

        Document asked = ask(event, Desk.filled(edited(event), "sessions.0.place", "Daugavpils"));

        assertThat(asked.expectFirst("#foreseen").text())
                .contains("2 people have a place or wait for one. In ten minutes they hear")
                .contains("now: Daugavpils")
                .contains("was: –");
        assertThat(asked.select("#foreseen li")).isEmpty();
        assertThat(asked.expectFirst("#sessions-0-place").val()).isEqualTo("Daugavpils");
        assertThat(event(event).event().version()).isEqualTo(1);
        assertThat(event(event).planned().get(0).place()).isNull();
        assertThat(site.bean(Changes.class).due()).isEmpty();

        Document saved = desk.after(desk.post(path(event), Desk.filled(asked)));

        assertThat(saved.select(".notice.good").text()).contains("In ten minutes 2 people hear");
        assertThat(event(event).planned().get(0).place()).isEqualTo("Daugavpils");
        assertThat(site.bean(Outbox.class).newest()).isEqualTo(written);
    }

    @Test
    void whoGetsAPlaceByTheChangeIsNamedAndWaitsUntilItIsSaved() {
        String event = published("Grows", "1");
        register(event, "Anna Ozola");
        Registration kari = register(event, "Kari Nordmann");

        Document asked = ask(event, Desk.filled(edited(event), "places", "2"));

        assertThat(asked.expectFirst("#foreseen").text()).contains("1 mail goes out at once");
        assertThat(asked.select("#foreseen li").eachText())
                .singleElement()
                .asString()
                .startsWith("Kari Nordmann: ");
        assertThat(status(kari)).isEqualTo(RegistrationStatus.WAITING);

        desk.after(desk.post(path(event), Desk.filled(asked)));

        assertThat(status(kari)).isEqualTo(RegistrationStatus.CONFIRMED);
    }

    @Test
    void whoChangesMoreAfterReadingItReadsItAgain() {
        String event = published("Twice", "5");
        register(event, "Anna Ozola");
        Document asked = ask(event, Desk.filled(edited(event), "sessions.0.place", "Daugavpils"));

        Document again = ask(event, Desk.filled(asked, "sessions.0.place", "Hamar"));

        assertThat(again.expectFirst("#foreseen").text()).contains("now: Hamar");
        desk.after(desk.post(path(event), Desk.filled(again)));
        assertThat(event(event).planned().get(0).place()).isEqualTo("Hamar");
    }

    private static Document ask(String event, Map<String, List<String>> fields) {
        HttpResponse<String> answer = desk.post(path(event), fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static Document edited(String event) {
        return desk.page(path(event) + "/edit");
    }

    private static String published(String title, String places) {
        String address = Desk.location(desk.post(
                "/organiser/events",
                Desk.fields(
                        "kind", "TRAINING",
                        "title.en", title,
                        "places", places,
                        "waitingList", "true",
                        "sessions.0.start", "2199-02-06T10:00",
                        "sessions.0.end", "2199-02-06T12:30",
                        "sessions.0.timeZone", "Europe/Riga")));
        desk.post(address + "/publication", "sure", "yes");
        String slug = address.substring(address.lastIndexOf('/') + 1);
        assertThat(event(slug).event().state()).isEqualTo(EventState.PUBLISHED);
        return slug;
    }

    private static EventDetails event(String slug) {
        return site.bean(Events.class).find(slug).orElseThrow();
    }

    private static Registration register(String event, String name) {
        var wish = Wishes.of(null, name, name.split(" ")[0] + "@example.org", null);
        return ((Outcome.Registered) site.bean(Registrations.class).register(event(event), wish, null)).registration();
    }

    private static RegistrationStatus status(Registration registration) {
        return site.bean(Registrations.class)
                .byReference(registration.reference())
                .status();
    }

    private static String path(String event) {
        return "/organiser/events/" + event;
    }
}
