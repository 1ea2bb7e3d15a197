package lv.kopa.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.sql.PreparedStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxFilter;
import lv.kopa.mail.OutboxItem;
import lv.kopa.mail.Wording;
import lv.kopa.web.Site;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An organiser has a mail that failed sent after all. */
@Tag("database")
final class OutboxRetryTest {
    @RegisterExtension
    final GreenMailExtension mail =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    @Test
    void aMailThatFailedGoesOutWhenTheOrganiserPressesTheButtonAndOnlyOnce() {
        try (Site site = room()) {
            Desk desk = Desk.of(site, "intelekta-parks");
            putFailed(site, desk);
            String path = "/organiser/outbox/" + only(site).id();
            assertThat(desk.page(path).select("form[action=" + path + "/attempt]"))
                    .hasSize(1);

            Document told = desk.after(desk.post(path + "/attempt"));

            assertThat(told.select("[role=status]").text()).contains("It is tried again now.");
            await().until(() -> only(site).state() == MailState.SENT);
            assertThat(mail.getReceivedMessages()).hasSize(1);
            Document sent = desk.page(path);
            assertThat(sent.select("form[action$=/attempt]")).isEmpty();
            assertThat(sent.text()).doesNotContain("550");

            Document late = desk.after(desk.post(path + "/attempt"));

            assertThat(late.text()).contains("Too late: it is sent already, or being sent.");
            assertThat(only(site).state()).isEqualTo(MailState.SENT);
            assertThat(mail.getReceivedMessages()).hasSize(1);
        }
    }

    private Site room() {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.put("kopa.public-url", "http://kopa.example");
        settings.put("kopa.mail.host", "127.0.0.1");
        settings.put("kopa.mail.port", mail.getSmtp().getPort());
        settings.put("kopa.mail.from", "kopa@kopa.example");
        settings.put("kopa.mail.postman.interval", "50ms");
        return Site.start("outbox-retry", settings);
    }

    /** As a server leaves it that will have none of it. */
    private static void putFailed(Site site, Desk desk) {
        Mail refused = new Mail(
                "test:refused",
                "test",
                new Mail.Recipient(new EmailAddress("anna@skola.lv"), "Anna Ozola", "en"),
                new Mail.Sender("Association", null),
                new Mail.About(desk.organisation().id(), null, null),
                new Wording("Hello", "Hello", "", List.of("Text"), List.of(), Optional.empty(), List.of()));
        site.bean(DataSourceTransactionManager.class).executeWrite(status -> {
            site.bean(Outbox.class).put(refused);
            return site.bean(JdbcOperations.class)
                    .prepareStatement(
                            "UPDATE mail_outbox SET state = 'FAILED', attempts = 1, last_answer = '550 no'",
                            PreparedStatement::executeUpdate);
        });
        assertThat(only(site).state()).isEqualTo(MailState.FAILED);
    }

    private static OutboxItem only(Site site) {
        List<OutboxItem> items =
                site.bean(Outbox.class).page(OutboxFilter.newestOf(null, 10)).items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
