package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mail.About;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.OutboxItem;
import lv.kopa.mail.PostOffice;
import lv.kopa.mail.server.Away;
import lv.kopa.mail.server.OwnServers;
import lv.kopa.mail.server.ServerPlan;
import lv.kopa.mail.server.Tls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Organisation 1 has a mail server of its own, organisation 2 has not. */
@Tag("database")
class OwnServerTest {
    private static final Function<String, @Nullable String> AS_USUAL = command -> null;
    private final TestDatabase database = TestDatabase.fresh();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void eachMailGoesThroughTheServerOfItsOrganisationAndTheOutboxSaysWhich() throws IOException {
        RogueServer all = server(AS_USUAL);
        RogueServer ours = server(AS_USUAL);
        PostOffice office = office(all, true);
        keep(office, 1, ours.port());

        office.put(Mails.about(1, new About(1L, null, null), "ours"));
        office.put(Mails.about(2, new About(2L, null, null), "theirs"));
        office.put(Mails.about(3, About.NOTHING, "nobody's"));

        await().until(() -> office.count(MailState.SENT) == 3);
        assertThat(ours.mails)
                .singleElement()
                .asString()
                .contains("Subject: ours")
                .contains("post@parks.example");
        assertThat(ours.commands)
                .anyMatch(said -> said.matches("MAIL FROM:<returned\\+\\d+\\.[a-z2-7]{16}@parks\\.example>.*"));
        assertThat(all.mails).hasSize(2);
        assertThat(office.all())
                .filteredOn(item -> Boolean.TRUE.equals(item.ownServer()))
                .extracting(OutboxItem::subject, OutboxItem::server)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ours", "127.0.0.1"));
    }

    @Test
    void aBrokenServerHoldsUpItsOwnMailAloneAndNoneOfItGoesAnotherWay() throws IOException {
        RogueServer all = server(AS_USUAL);
        RogueServer ours = server(command -> command.equals("CONNECT") ? RogueServer.HANG : null);
        PostOffice office = office(all, true);
        keep(office, 1, ours.port());
        for (int i = 1; i <= 50; i++) {
            office.put(Mails.about(i, new About(1L, null, null), "ours"));
        }
        await().until(() -> ours.count("") == 0 && !away(office).isEmpty());

        office.put(Mails.about(100, new About(2L, null, null), "theirs"));

        await().until(() -> office.count(MailState.SENT) == 1);
        assertThat(all.mails).singleElement().asString().contains("Subject: theirs");
        assertThat(office.all())
                .filteredOn(item -> item.subject().equals("ours"))
                .hasSize(50)
                .allSatisfy(item -> assertThat(item.attempts()).isZero());
        assertThat(away(office)).singleElement().satisfies(server -> {
            assertThat(server.own()).isTrue();
            assertThat(server.host()).isEqualTo("127.0.0.1");
            assertThat(server.words()).isNotBlank();
        });
    }

    @Test
    void mailThatWaitedGoesTheOtherWayOnceTheOrganisationDoesWithoutItsServer() throws IOException {
        RogueServer all = server(AS_USUAL);
        RogueServer ours = server(command -> command.equals("CONNECT") ? "421 busy" : null);
        PostOffice office = office(all, true);
        keep(office, 1, ours.port());
        office.put(Mails.about(1, new About(1L, null, null), "ours"));
        await().until(() -> !away(office).isEmpty());

        office.inTransaction(() -> office.bean(OwnServers.class).remove(1));

        await().until(() -> office.count(MailState.SENT) == 1);
        assertThat(all.mails).hasSize(1);
        assertThat(office.only().ownServer()).isFalse();
        assertThat(away(office)).isEmpty();
    }

    @Test
    void aWalkThatIsUnderwayEndsWhereTheServerIsItsOwnNoMore() throws IOException {
        RogueServer all = server(AS_USUAL);
        AtomicReference<PostOffice> opened = new AtomicReference<>();
        AtomicBoolean removed = new AtomicBoolean();
        RogueServer ours = server(command -> {
            if (command.equals(".") && !removed.getAndSet(true)) {
                PostOffice office = Objects.requireNonNull(opened.get());
                office.inTransaction(() -> office.bean(OwnServers.class).remove(1));
            }
            return null;
        });
        PostOffice office = office(all, true);
        opened.set(office);
        keep(office, 1, ours.port());
        List<Mail> mails = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            mails.add(Mails.about(i, new About(1L, null, null), "ours"));
        }
        office.put(mails);

        await().until(() -> office.count(MailState.SENT) == 50);
        assertThat(ours.mails).hasSizeLessThanOrEqualTo(20);
        assertThat(all.mails.size() + ours.mails.size()).isEqualTo(50);
    }

    @Test
    void whatADeadServerOfOursNotedIsNotSaidForEver() throws IOException {
        PostOffice office = office(server(AS_USUAL), true);
        office.put(Mails.about(1, About.NOTHING, "first"));
        await().until(() -> office.count(MailState.SENT) == 1);
        database.execute("INSERT INTO mail_outage (organisation_id, began_at, words) VALUES (0, NOW(6), 'dead')");

        office.put(Mails.about(2, About.NOTHING, "second"));

        await().until(() -> away(office).isEmpty());
    }

    @Test
    void ofAServerThatBreaksOffNothingIsSaidThatNamesAReader() throws IOException {
        RogueServer all = server(command -> command.equals("RCPT") ? "421 not <Liga.Berzina@skola.example> now" : null);
        PostOffice office = office(all, true);
        office.put(Mails.confirmations(9));

        await().until(() -> !away(office).isEmpty());
        assertThat(away(office).get(0).words()).contains("421").doesNotContain("Liga", "skola");
    }

    @Test
    void anOrganisationHasItsOwnServerWhereTheInstallationHasNone() throws IOException {
        RogueServer ours = server(AS_USUAL);
        PostOffice office = open(PostOffice.open(database, Map.of("kopa.mail.private-hosts", true)));
        keep(office, 1, ours.port());
        office.put(Mails.about(1, new About(1L, null, null), "ours"));
        office.put(Mails.about(2, new About(2L, null, null), "theirs"));

        await().until(() -> office.count(MailState.SENT) == 1);
        assertThat(office.count(MailState.WAITING)).isEqualTo(1);
        assertThat(office.bean(Postman.class).works(List.of(1L))).isTrue();
        assertThat(office.bean(Postman.class).works(List.of(2L))).isFalse();
    }

    @Test
    void aServerInAPrivateNetworkIsNotCalledHoweverItGotIntoTheDatabase() throws IOException {
        RogueServer ours = server(AS_USUAL);
        PostOffice office = office(server(AS_USUAL), false);
        keep(office, 1, ours.port());
        office.put(Mails.about(1, new About(1L, null, null), "ours"));

        await().until(() -> !away(office).isEmpty());
        assertThat(away(office).get(0).words()).contains("private");
        assertThat(ours.commands).isEmpty();
        assertThat(office.count(MailState.SENT)).isZero();
    }

    @Test
    void aPasswordIsSealedAndOpensForItsHostAndItsUserAlone() throws IOException {
        PostOffice office = office(server(AS_USUAL), true);
        OwnServers servers = office.bean(OwnServers.class);
        keep(office, 1, 25, "kopa", "s3cret");
        assertThat(database.texts("SELECT sealed_password FROM mail_server"))
                .noneMatch(kept -> kept.contains("s3cret"));
        assertThat(servers.password(servers.find(1).orElseThrow())).isEqualTo("s3cret");

        database.execute("UPDATE mail_server SET host = 'evil.example'");

        assertThatThrownBy(() -> servers.password(servers.find(1).orElseThrow()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewKeySealsPasswordsAnew() throws IOException {
        PostOffice office = office(server(AS_USUAL), true);
        OwnServers servers = office.bean(OwnServers.class);
        keep(office, 1, 25, "kopa", "s3cret");
        List<String> before = database.texts("SELECT HEX(sealed_password) FROM mail_server");

        assertThat(servers.sealAnew()).isEqualTo(1);

        assertThat(database.texts("SELECT HEX(sealed_password) FROM mail_server"))
                .isNotEqualTo(before);
        assertThat(servers.password(servers.find(1).orElseThrow())).isEqualTo("s3cret");
    }

    @Test
    void twoOfOurServersKeepToTheLimitTogether() throws IOException {
        RogueServer all = server(AS_USUAL);
        Map<String, Object> limited = Map.of("kopa.mail.per-minute", 60);
        PostOffice here = open(PostOffice.at(all.port(), database, limited));
        PostOffice there = open(PostOffice.at(all.port(), database, limited));
        here.put(Mails.confirmations(100));
        there.put(Mails.about(200, About.NOTHING, "more"));

        await().until(() -> !all.mails.isEmpty());
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).until(() -> all.mails.size() <= 15);
        await().until(() -> all.mails.size() >= 8);
    }

    private RogueServer server(Function<String, @Nullable String> manners) throws IOException {
        return open(new RogueServer(manners));
    }

    private PostOffice office(RogueServer all, boolean privateHosts) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("kopa.mail.private-hosts", privateHosts);
        return open(PostOffice.at(all.port(), database, settings));
    }

    private <T extends AutoCloseable> T open(T opened) {
        open.add(0, opened);
        return opened;
    }

    private static void keep(PostOffice office, long organisation, int port) {
        keep(office, organisation, port, null, null);
    }

    private static void keep(
            PostOffice office, long organisation, int port, @Nullable String username, @Nullable String password) {
        ServerPlan plan = new ServerPlan(
                "127.0.0.1", port, Tls.NONE, username, password, "post@parks.example", "returned@parks.example", null);
        assertThat(office.inTransaction(() -> office.bean(OwnServers.class).keep(organisation, 0, plan)))
                .isTrue();
    }

    private static List<Away> away(PostOffice office) {
        return office.bean(Postman.class).outages(List.of(1L));
    }
}
