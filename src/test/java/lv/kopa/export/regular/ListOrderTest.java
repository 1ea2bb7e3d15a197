package lv.kopa.export.regular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lv.kopa.attendance.Visit;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.delivery.Delivered;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wish;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
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

    private List<String> parcels() {
        return database.texts("SELECT hash FROM mail_parcel");
    }

    @Test
    void whomAListNamesIsForgottenOnceItWasSentOrStopped() {
        order("anna");
        order("");
        morningComes();
        assertThat(mails()).isEqualTo(2);
        List<String> lists = database.texts("SELECT parcel FROM mail_outbox WHERE kind = 'list' ORDER BY id");
        assertThat(parcels()).containsAll(lists);
        List<String> ids = database.texts("SELECT id FROM mail_outbox WHERE kind = 'list' ORDER BY id");

        site.bean(Delivered.class).sent(Long.parseLong(ids.get(0)));

        assertThat(parcels())
                .as("the other one has yet to go")
                .doesNotContain(lists.get(0))
                .contains(lists.get(1));
        assertThat(site.bean(Outbox.class).stop(Long.parseLong(ids.get(1)))).isTrue();
        assertThat(parcels()).doesNotContainAnyElementsOf(lists);
        assertThat(database.texts("SELECT to_address FROM mail_outbox WHERE kind = 'list'"))
                .containsOnly("erased@erased.invalid");
    }

    @Test
    void theListThatIsMailedHasTheColumnsThatWereLookedAt() throws IOException {
        Document form = desk.page(PAGE + "?columns=&columns=phone");
        assertThat(form.text()).contains("Narrowed to: Columns: Telephone");
        assertThat(form.select("[name=columns]").eachAttr("value")).contains("phone");
        Map<String, List<String>> fields =
                Desk.fields("person", Long.toString(desk.organiser().personId()), "rhythm", "WEEKLY", "q", "anna");
        fields.put("columns", List.of("", "phone", "nonsense"));
        assertThat(desk.after(desk.post(PAGE, fields)).text()).contains("Every Monday · anna · Columns: Telephone");
        order("bruno");

        assertThat(headings("DAILY")).contains("E-mail", "Telephone");
        assertThat(headings("WEEKLY")).containsExactly("Reference", "Status", "Name", "Telephone");
    }

    /** Those of the list that is mailed in a rhythm. */
    private List<String> headings(String rhythm) throws IOException {
        database.execute("UPDATE list_order SET next_at = '2026-01-01 04:00:00' WHERE rhythm = '" + rhythm + "'");
        mails();
        long id = database.number("SELECT MAX(id) FROM mail_outbox WHERE kind = 'list'");
        byte[] list = site.bean(Outbox.class)
                .find(id)
                .orElseThrow()
                .mail()
                .attachments()
                .get(0)
                .content();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(list))) {
            Row first = workbook.getFirstSheet().read().get(0);
            return IntStream.range(0, first.getCellCount())
                    .mapToObj(first::getCellText)
                    .toList();
        }
    }

    @Test
    void whoOrdersMoreListsThanAnybodyReadsIsToldThatNothingWasAdded() {
        order("");
        for (int i = 1; i < 20; i++) {
            database.execute("INSERT INTO list_order (event_id, person_id, rhythm, q, unanswered, asked_by, next_at)"
                    + " SELECT event_id, person_id, rhythm, q, unanswered, asked_by, next_at FROM list_order LIMIT 1");
        }

        HttpResponse<String> refused =
                desk.post(PAGE, "person", Long.toString(desk.organiser().personId()), "rhythm", "DAILY");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("No more than 20 can be added here.");
        assertThat(database.number("SELECT COUNT(*) FROM list_order")).isEqualTo(20);
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
