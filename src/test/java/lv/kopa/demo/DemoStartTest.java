package lv.kopa.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import lv.kopa.database.TestDatabase;
import lv.kopa.organisation.People;
import lv.kopa.web.Site;
import org.junit.jupiter.api.Test;

class DemoStartTest {
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void twoServersThatStartAtOnceLoadItOnce() {
        CompletableFuture<Site> one = CompletableFuture.supplyAsync(() -> start(Map.of("kopa.demo", "true")));
        try (Site other = start(Map.of("kopa.demo", "true"))) {
            one.join().close();

            assertThat(other.get("/organisations/intelekta-parks").statusCode()).isEqualTo(200);
            assertThat(count("organisation")).isEqualTo(2);
            assertThat(count("person")).isEqualTo(3);
        }
    }

    @Test
    void anOutsideDatabaseStaysEmptyUnlessItIsAskedForOutright() {
        try (Site site = start(Map.of("kopa.demo", "embedded"))) {
            assertThat(site.get("/").statusCode()).isEqualTo(200);
            assertThat(count("person")).isZero();
        }
    }

    @Test
    void whereTheOwnerIsToldBothAreThere() {
        Map<String, Object> owner = Map.of(
                "kopa.demo", "true",
                "kopa.owner.email", "owner@example.org",
                "kopa.owner.password", "a long enough password",
                "kopa.organisation", "Ours");
        try (Site site = start(owner)) {
            assertThat(site.bean(People.class).recognise("owner@example.org", "a long enough password"))
                    .isPresent();
            assertThat(site.bean(Demonstration.class).isThere()).isTrue();
            String welcome = site.bean(DemoStart.class).words();
            for (String organiser : List.of("ilze@intelektaparks.example", "kari@omsozamsvenner.example")) {
                assertThat(welcome).contains(organiser);
                assertThat(site.bean(People.class).recognise(organiser, Demonstration.PASSWORD))
                        .as(organiser)
                        .isPresent();
            }
        }
    }

    @Test
    void whatIsThereAlreadyIsLeftAlone() {
        start(Map.of("kopa.owner.email", "owner@example.org", "kopa.owner.password", "a long enough password"))
                .close();
        try (Site site = start(Map.of("kopa.demo", "true"))) {
            assertThat(site.bean(Demonstration.class).isThere()).isFalse();
            assertThat(count("event")).isZero();
        }
    }

    private Site start(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(database.settings());
        all.put("kopa.public-url", "https://kopa.example");
        all.putAll(settings);
        return Site.start("DemoStartTest", all);
    }

    private long count(String table) {
        return Numbers.of(database, "SELECT COUNT(*) FROM " + table);
    }
}
