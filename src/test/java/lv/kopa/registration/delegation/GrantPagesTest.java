package lv.kopa.registration.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where an organiser gives partners places. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GrantPagesTest {
    private final Site site = Desk.room();
    private final Desk desk = Desk.of(site, "parks");

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void whatIsTypedWrongIsSaidAtItsFieldAndNothingIsLost() {
        String path = published("wrong", 3);

        HttpResponse<String> answer = desk.post(
                path,
                "partner",
                "",
                "head",
                "Ilze",
                "email",
                "nonsense",
                "language",
                "lv",
                "places",
                "many",
                "until",
                "2031-06-20T10:00",
                "note",
                "Bring boots",
                "submission",
                "one");

        assertThat(answer.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(answer.body());
        assertThat(form.select(".field .error").eachAttr("id"))
                .containsExactly("partner-error", "email-error", "places-error", "until-error");
        assertThat(form.select("#until-error").text()).startsWith("The event has begun by then");
        assertThat(form.select("#note").text()).isEqualTo("Bring boots");
        assertThat(form.select("#email").val()).isEqualTo("nonsense");
    }

    @Test
    void whereThereAreNotEnoughPlacesItSaysHowManyThereAre() {
        String path = published("few", 3);

        HttpResponse<String> answer = give(path, "4", "one");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#places-error").text())
                .isEqualTo("The event as a whole has only 3 places left.");
    }

    @Test
    void theEventsPageTellsHowManyAreKeptAndTheSameFormSentTwiceCountsOnce() {
        String path = published("kept", 9);

        String first = Desk.location(give(path, "4", "twice"));
        String second = Desk.location(give(path, "4", "twice"));

        assertThat(second).isEqualTo(first);
        Document event = desk.page("/organiser/events/kept");
        assertThat(event.select(".figures").text()).contains("Reserved 4").contains("Confirmed 0 of 9");
        assertThat(event.select("#delegations").text()).contains("Krasti", "0 of 4 filled");
        assertThat(desk.page("/organiser/events")
                        .select("tr:has(a[href$=/kept])")
                        .text())
                .contains("0 of 9 4 reserved");
        assertThat(Jsoup.parse(site.get("/events/kept?lang=en").body()).text()).contains("5 places");
        Document page = desk.page(first);
        assertThat(page.text()).contains("Delegation: Krasti", "0 of 4 filled", "ilze@krasti.example");
        assertThat(Desk.location(desk.post(first + "/link"))).isEqualTo(first);
        assertThat(desk.page(first + "/edit").select("#places").val()).isEqualTo("4");
        assertThat(Desk.location(desk.post(first + "/withdrawal"))).isEqualTo(first);
        assertThat(desk.page(first).text()).contains("The organiser has taken the empty places back");
        assertThat(desk.page("/organiser/events/kept").select(".figures").text())
                .doesNotContain("Reserved");
    }

    @Test
    void anotherOrganisationsDelegationsAreNobodysBusiness() {
        String path = published("theirs", 9);
        String delegation = Desk.location(give(path, "1", "theirs"));

        assertThat(Desk.of(site, "others").get(delegation).statusCode()).isEqualTo(404);
        assertThat(desk.get(path + "/999999").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> give(String path, String places, String submission) {
        return desk.post(
                path,
                "partner",
                "Krasti",
                "head",
                "Ilze",
                "email",
                "ilze@krasti.example",
                "language",
                "lv",
                "places",
                places,
                "until",
                "2031-06-01T10:00",
                "submission",
                submission);
    }

    private String published(String slug, int places) {
        EventPlan plan = new EventPlan(
                "parks",
                slug,
                "TRAINING",
                Map.of("en", "A day"),
                null,
                null,
                null,
                "Europe/Riga",
                places,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of(new EventPlan.SessionPlan(
                        null,
                        null,
                        "2031-06-14T10:00",
                        "2031-06-14T16:00",
                        null,
                        "Daugavpils",
                        null,
                        null,
                        null,
                        null,
                        null)),
                null);
        Announcements announcements = site.bean(Announcements.class);
        long id = announcements.draft(plan, desk.organisation(), "test").event().id();
        announcements.publish(id, "test");
        return "/organiser/events/" + slug + "/delegations";
    }
}
