package lv.kopa.mail.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.server.ServerOutages;
import lv.kopa.web.Site;
import org.junit.jupiter.api.Test;

class MailHealthTest {
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void aDeadMailServerIsToldToThoseWhoMaySeeDetailsAndMakesNobodyUnhealthy() {
        try (Site site = start("ANONYMOUS")) {
            site.bean(ServerOutages.class).began(ServerOutages.INSTALLATION, "421 too busy");

            assertThat(site.get("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(site.get("/health").statusCode()).isEqualTo(200);
            assertThat(site.get("/health").body()).contains("421 too busy", "oldestSeconds", "\"failed\":0");
            assertThat(site.get("/prometheus").body())
                    .contains(
                            "\nkopa_mail_waiting ",
                            "\nkopa_mail_waiting_age_seconds ",
                            "\nkopa_mail_sent_total ",
                            "\nkopa_mail_failed_total ",
                            "\nkopa_mail_outages_total ");
        }
    }

    @Test
    void strangersAreToldNothing() {
        try (Site site = start("NEVER")) {
            site.bean(ServerOutages.class).began(ServerOutages.INSTALLATION, "421 too busy");

            assertThat(site.get("/health").body()).doesNotContain("421 too busy");
        }
    }

    private Site start(String visible) {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("endpoints.health.details-visible", visible);
        return Site.start("mail-health", settings);
    }
}
