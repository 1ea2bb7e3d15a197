package lv.kopa.registration.invitation;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.invitation.GuestReader.Typed;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.table.Headings;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of people to be invited, as people have them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuestListTest {
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final List<Typed> TWO = List.of(
            new Typed("Anna Bērziņa", "anna@example.org", "lv", ""), new Typed("Kari", "kari@example.org", "nb", ""));

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("GuestListTest", database);
    private final String parks = kopa.found("parks");
    private final Hosts host = Hosts.of(kopa, "ours");

    @BeforeEach
    void beginAnew() {
        database.execute("DELETE FROM invitation");
        database.execute("DELETE FROM mail_outbox");
        if (kopa.get(parks, "/api/v1/events/ours").status() == 404) {
            kopa.publish(parks, Plans.training("parks", "ours", ""));
            kopa.register(STRANGER, "ours", Wishes.of("registered@example.org")).is(201);
        }
    }

    @AfterAll
    void close() {
        kopa.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Bērziņa,anna@example.org,lv\nKari,kari@example.org,nb\n",
                "Anna Bērziņa;anna@example.org;lv\r\nKari;kari@example.org;nb",
                "Anna Bērziņa\tanna@example.org\tlv\nKari\tkari@example.org\tnb",
                "\uFEFFName,Email,Language\nAnna Bērziņa,anna@example.org,lv\n\nKari,kari@example.org,nb\n",
                "sep=;\nNavn;E-post;Språk\n\"Anna Bērziņa\";anna@example.org;lv\nKari;kari@example.org;nb",
                "E-pasts;Tālrunis;Vārds un uzvārds;Valoda\nanna@example.org;'+371 2;Anna Bērziņa;lv\n"
                        + "kari@example.org;;Kari;nb",
                "anna@example.org, Anna Bērziņa, lv\nkari@example.org, Kari, nb",
                "Vārds;Uzvārds;E-pasta adrese;Valoda\nAnna;Bērziņa;anna@example.org;lv\nKari;;kari@example.org;nb"
            })
    void aListIsReadAsSpreadsheetProgramsWriteIt(String list) {
        assertThat(GuestTable.read(list)).isEqualTo(TWO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Bērziņa\tanna@example.org\tlv\nKari;kari@example.org;nb",
                "Anna Bērziņa <anna@example.org>, lv\nKari\tkari@example.org\tnb",
                "kari, hei\n\"Anna Bērziņa\" <anna@example.org>; lv\nKari (kari@example.org), Norsk",
                "Vārds, E-pasts; Valoda\nAnna Bērziņa anna@example.org lv\nkari@example.org\tKari\tnb",
                "Name;E-mail;Language\nAnna,Bērziņa,anna@example.org,lv\n<mailto:kari@example.org> Kari;nb",
                "Name\tE-mail\tLanguage\nAnna Bērziņa\tanna@example.org\tlv\n\"Kari\" <kari@example.org>, nb",
                "anna@example.org; Anna Bērziņa; lv\nKari, kari@example.org, nb"
            })
    void eachLineIsReadByWhatItIs(String list) {
        assertThat(GuestTable.read(list))
                .filteredOn(person -> person.email().contains("@"))
                .extracting(Typed::name, Typed::email, person -> Headings.language(person.language()))
                .containsExactly(
                        tuple("Anna Bērziņa", "anna@example.org", Optional.of(Language.LV)),
                        tuple("Kari", "kari@example.org", Optional.of(Language.NB)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Bērziņa <anna@example.org>; Kari <kari@example.org>; ola@example.org",
                "\"Anna Bērziņa\" <anna@example.org>, Kari <kari@example.org>, <ola@example.org>",
                "Anna Bērziņa, anna@example.org; Kari, kari@example.org; ola@example.org",
                "anna@example.org, Anna Bērziņa; kari@example.org, Kari; ola@example.org",
                "Anna Bērziņa anna@example.org Kari kari@example.org / ola@example.org"
            })
    void aLineOfAMailProgramHasSeveralPeople(String line) {
        assertThat(GuestTable.read(line))
                .containsExactly(
                        new Typed("Anna Bērziņa", "anna@example.org", "", ""),
                        new Typed("Kari", "kari@example.org", "", ""),
                        new Typed("", "ola@example.org", "", ""));
    }

    @Test
    void whoeverStandsInACellOfSeveralLinesIsRead() {
        assertThat(GuestTable.read("\"Anna <anna@example.org>\nKari <kari@example.org>\"\nOla <ola@example.org>"))
                .extracting(Typed::email)
                .containsExactly("anna@example.org", "kari@example.org", "ola@example.org");
    }

    @Test
    void aLongLineWithNothingBetweenItsAddressesIsNoFault() {
        String line = "anna@example.org " + "kari@example.org ".repeat(2_000);

        assertThat(fault(() -> GuestTable.read(line))).isEqualTo("workspace.invitations.fault.most");
    }

    @Test
    void whatIsWrongInAMixedListIsSaidAtItsLine() {
        Document preview = Jsoup.parse(host.looksAt("Anna Bērziņa\tanna@example.org\tlv\nKari;kari@example.org\n"
                        + "Per <per@>\nKate <registered@example.org>\nOla, ola@example.org, nb, king\nno address")
                .body());

        assertThat(preview.select("#rows input[checked]").eachAttr("value")).containsExactly("1", "2");
        assertThat(preview.select("#rows .error").eachText())
                .containsExactly(
                        TEXTS.get("web.not-an-address"),
                        TEXTS.get("workspace.invitations.fault.registered"),
                        TEXTS.get("workspace.invitations.fault.category", "king"),
                        TEXTS.get("web.not-an-address"));
    }

    @Test
    void ourOwnListsAreRead() {
        String csv = kopa.get(parks, "/api/v1/events/ours/registrations.csv")
                .response()
                .body();

        assertThat(GuestTable.read(csv))
                .containsExactly(new Typed("Anna Bērziņa", "registered@example.org", "Latviešu", ""));
    }

    @Test
    void whatIsNoListSaysWhy() {
        assertThat(fault(() -> GuestTable.read(" \n"))).isEqualTo("workspace.invitations.fault.empty");
        assertThat(fault(() -> GuestTable.read("Name,Email\n"))).isEqualTo("workspace.invitations.fault.empty");
        assertThat(fault(() -> GuestTable.read("Anna\nKari"))).isEqualTo("workspace.invitations.fault.columns");
        assertThat(fault(() -> GuestTable.read(people(501)))).isEqualTo("workspace.invitations.fault.most");
        assertThat(GuestTable.read(people(500))).hasSize(500);
        assertThat(GuestTable.read("sep=\"\nAnna,anna@example.org"))
                .extracting(Typed::email)
                .containsExactly("", "anna@example.org");
    }

    @Test
    void aFileIsReadInUnicodeOrTheLettersOfItsReadersLanguage() {
        String text = "Anna Bērziņa;anna@example.org";
        assertThat(GuestTable.text(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), Language.LV))
                .isEqualTo(text);
        assertThat(GuestTable.text(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), Language.LV))
                .isEqualTo(text);
        assertThat(GuestTable.text(text.getBytes(Charset.forName("windows-1257")), Language.LV))
                .isEqualTo(text);
        assertThat(GuestTable.text("Олена;o@example.org".getBytes(Charset.forName("windows-1251")), Language.UK))
                .isEqualTo("Олена;o@example.org");
        assertThat(fault(() -> GuestTable.text(new byte[] {'A', (byte) 0x81, ';'}, Language.LV)))
                .isEqualTo("table.fault.encoding");
        assertThat(fault(() -> GuestTable.text(new byte[] {'P', 'K', 3, 4, 0, 0}, Language.LV)))
                .isEqualTo("table.fault.no-text");
    }

    @Test
    void aListIsShownFirstThenEverybodyWhoIsChosenIsInvited() {
        Document preview = Jsoup.parse(host.looksAt("Anna Bērziņa,anna@example.org,lv\nKari,kari@example.org,Norsk")
                .body());
        assertThat(preview.select("#rows input[checked]")).hasSize(2);
        assertThat(host.states()).isEmpty();

        String sent = Browser.onwards(host.sends(preview, Map.of("do", "invite")));

        assertThat(sent).isEqualTo(host.path());
        assertThat(host.states()).containsExactly("No answer yet", "No answer yet");
        assertThat(Someone.mailTo(kopa, "anna@example.org").wording().subject()).startsWith("Ielūgums:");
        assertThat(Someone.mailTo(kopa, "kari@example.org").wording().subject()).startsWith("Invitasjon:");
    }

    @Test
    void whatIsWrongWithARowIsSaidThereAndNobodyIsInvitedWhileItIsChosen() {
        String list = "Anna,anna@example.org,lv\n,no-name@example.org\nKari,kari\nAnna,ANNA@example.org\n"
                + "Kate,registered@example.org\nOla,ola@example.org,Klingon\nPer,per@example.org,nb,king";
        Document preview = Jsoup.parse(host.looksAt(list).body());

        assertThat(preview.select("#rows input[checked]").eachAttr("value")).containsExactly("1");
        assertThat(preview.select("#rows .error").eachText())
                .containsExactly(
                        TEXTS.get("registration.fault.name"),
                        TEXTS.get("web.not-an-address"),
                        TEXTS.get("workspace.invitations.fault.twice"),
                        TEXTS.get("workspace.invitations.fault.registered"),
                        TEXTS.get("event.fault.language", "Klingon"),
                        TEXTS.get("workspace.invitations.fault.category", "king"));
        preview.select("#rows input").attr("checked", "checked");
        HttpResponse<String> refused = host.sends(preview, Map.of("do", "invite"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#errors").text())
                .contains(TEXTS.get("workspace.invitations.fault.rows"));
        assertThat(Jsoup.parse(refused.body()).select("textarea").text()).contains("Klingon");
        assertThat(host.states()).isEmpty();

        Document again = Jsoup.parse(refused.body());
        again.select("#rows input:not([value=1])").removeAttr("checked");
        host.sends(again, Map.of("do", "invite"));

        assertThat(host.states()).hasSize(1);
    }

    @Test
    void aListThatWasChangedIsShownAgainBeforeAnybodyIsInvited() {
        Document preview = Jsoup.parse(host.looksAt("Anna,anna@example.org").body());

        Document again = Jsoup.parse(host.sends(preview, Map.of("do", "invite", "list", "Kari,kari@example.org"))
                .body());

        assertThat(again.select("#rows td").eq(0).text()).isEqualTo("kari@example.org");
        assertThat(host.states()).isEmpty();
        preview.select("#rows input").removeAttr("checked");
        assertThat(Jsoup.parse(host.sends(preview, Map.of("do", "invite")).body())
                        .select("#errors")
                        .text())
                .contains(TEXTS.get("workspace.invitations.fault.nobody"));
    }

    @Test
    void aFileIsLookedAtAsAListIs() {
        byte[] file = "\uFEFFVārds;E-pasts\r\nAnna;anna@example.org\r\n".getBytes(StandardCharsets.UTF_8);
        Document preview = Jsoup.parse(host.uploads(file).body());
        assertThat(preview.select("#rows td").eq(0).text()).isEqualTo("anna@example.org");
        assertThat(preview.select("textarea").text()).contains("Anna;anna@example.org");

        Document refused =
                Jsoup.parse(host.uploads(new byte[] {'P', 'K', 3, 4, 0, 0}).body());

        assertThat(refused.select("#file-error").text()).isEqualTo(TEXTS.get("table.fault.no-text"));
        assertThat(Jsoup.parse(host.uploads(new byte[0]).body())
                        .select("#errors")
                        .text())
                .contains(TEXTS.get("workspace.invitations.fault.empty"));
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "P" + i + ",p" + i + "@example.org")
                .collect(Collectors.joining("\n"));
    }

    private static String fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        return catchThrowableOfType(InvalidInput.class, deed).faults().values().stream()
                .findFirst()
                .orElseThrow()
                .key();
    }
}
