package lv.kopa.export.regular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.attendance.Visit;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wish;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists of who comes that are mailed to somebody of the team. */
@Tag("database")
class ListOrderTest {
    private static final String PAGE = "/organiser/events/ahead/regular-lists";
    private final TestDatabase database = TestDatabase.fresh();
    private Site site;
    private Visit visit;
    private Desk desk;

    @BeforeEach
    void announce() {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.public-url", "http://kopa.example");
        site = Site.start("lists", settings);
        visit = Visit.in(site);
        desk = visit.desk();
        visit.ask("POST", "/api/v1/events", Plans.training("intelekta-parks", "ahead", "\"places\": 9"))
                .is(201);
        visit.ask("POST", "/api/v1/events/ahead/publish", "").is(200);
        EventDetails event = site.bean(Events.class).find("ahead").orElseThrow();
        for (String name : List.of("anna", "bruno")) {
            Wish wish =
                    new Wish(null, name, name + "@example.org", null, null, "lv", null, List.of("privacy"), null, null);
            site.bean(Registrations.class).add(event, wish, "test");
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    private long mails() {
        site.bean(ListRound.class).go();
        return database.number("SELECT COUNT(*) FROM mail_outbox WHERE kind = 'list'");
    }

    private void morningComes() {
        database.execute("UPDATE list_order SET next_at = '2026-01-01 04:00:00'");
    }

    private void order(String q) {
        String me = Long.toString(desk.organiser().personId());
        Document page = desk.after(desk.post(PAGE, "person", me, "rhythm", "DAILY", "q", q, "status", "CONFIRMED"));
        assertThat(page.text())
                .contains(
                        "The list is mailed from now on.",
                        "Every day · " + (q.isEmpty() ? "" : q + " · ") + "Confirmed");
    }

    @Test
    void theListThatWasLookedAtComesEveryMorningUntilItIsStopped() {
        assertThat(desk.page(PAGE + "?q=anna&status=CONFIRMED").text()).contains("Narrowed to: anna · Confirmed");
        assertThat(desk.post(PAGE, "person", "0", "rhythm", "DAILY").statusCode())
                .isEqualTo(422);
        order("anna");
        assertThat(mails()).as("its time has not come").isZero();

        morningComes();

        assertThat(mails()).isOne();
        assertThat(mails()).as("once a morning").isOne();
        assertThat(database.texts("SELECT to_address FROM mail_outbox WHERE kind = 'list'"))
                .containsExactly("ilze@intelekta-parks.example");
        assertThat(database.texts("SELECT wording FROM mail_outbox WHERE kind = 'list'")
                        .get(0))
                .contains("1 row", "Grant writing");
        desk.post(PAGE + "/" + database.number("SELECT id FROM list_order") + "/removal");
        assertThat(database.number("SELECT COUNT(*) FROM list_order")).isZero();
        assertThat(Desk.of(site, "others").get(PAGE).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyIsSentAListWhoLeftTheTeamNorOnceTheEventIsOver() {
        order("");
        order("bruno");
        database.execute("UPDATE membership SET role = 'CHECK_IN' WHERE person_id = "
                + desk.organiser().personId());
        morningComes();
        assertThat(mails()).isZero();
        assertThat(database.number("SELECT COUNT(*) FROM list_order")).isZero();

        database.execute("UPDATE membership SET role = 'OWNER' WHERE person_id = "
                + desk.organiser().personId());
        order("anna");
        database.execute("UPDATE event SET ends_at = '2026-01-01 00:00:00' WHERE slug = 'ahead'");
        morningComes();
        assertThat(mails()).isZero();
        assertThat(database.number("SELECT COUNT(*) FROM list_order")).isZero();
        assertThat(desk.get(PAGE).statusCode()).isEqualTo(404);
    }
}
