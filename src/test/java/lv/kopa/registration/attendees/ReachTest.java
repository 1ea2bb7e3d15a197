package lv.kopa.registration.attendees;

import static org.assertj.core.api.Assertions.assertThat;

import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.workspace.Desk;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What organisers see of mail that came back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReachTest {
    private static final String REST =
            "INSERT INTO mail_resting (address_hash, since) VALUES (SHA2('anna@example.org', 256), NOW(6))";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("ReachTest", database);
    private final Desk desk = Desk.of(kopa.site(), "parks");
    private final String token = kopa.bean(ApiTokens.class)
            .create(desk.organiser().personId(), "program", "test")
            .secret();

    @AfterAll
    void close() {
        kopa.close();
    }

    @Test
    void mailThatCameBackIsShownAtTheEventThePersonAndInTheOutboxUntilItIsTriedAgain() {
        kopa.publish(token, Plans.training("parks", "ours", ""));
        String reference =
                kopa.register("", "ours", Wishes.of("anna@example.org")).is(201).text("reference");
        assertThat(desk.page("/organiser/registrations/" + reference).select("#returned"))
                .isEmpty();
        database.execute("UPDATE mail_outbox SET state = 'RETURNED', last_answer = '550 5.1.1 no such user'", REST);

        assertThat(desk.page("/organiser/events/ours").select(".steps").text()).contains("Mail to 1 person came back");
        Document outbox = desk.page("/organiser/outbox?event=ours&state=RETURNED");
        assertThat(outbox.select("tbody .status").eachText()).containsExactly("Came back");
        assertThat(outbox.select("tbody").text()).contains("550 5.1.1 no such user");
        Document person = desk.page("/organiser/registrations/" + reference);
        assertThat(person.select("[aria-labelledby=returned]").text())
                .contains("Mail to this person comes back", "Nothing more is sent", "550 5.1.1 no such user");

        Desk.location(desk.post("/organiser/registrations/" + reference + "/reach"));

        assertThat(desk.page("/organiser/registrations/" + reference).select("#returned"))
                .isEmpty();
        assertThat(database.texts("SELECT state FROM mail_outbox")).containsExactly("WAITING");
        assertThat(database.number("SELECT COUNT(*) FROM mail_resting")).isZero();
        assertThat(Desk.of(kopa.site(), "others")
                        .post("/organiser/registrations/" + reference + "/reach")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Someone.mails(kopa, "anna@example.org")).hasSize(1);
    }
}
