package lv.kopa.registration.intake;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Browser;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An organiser who has people in a spreadsheet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IntakeTest {
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final Charset BALTIC = Charset.forName("windows-1257");

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("IntakeTest", database);
    private final String parks = kopa.found("parks");
    private final Browser office = new Browser(kopa.site());

    IntakeTest() {
        office.page("/?lang=en");
        office.submit(
                office.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", "parks@example.org", "password", "long enough a password"));
    }

    @AfterAll
    void close() {
        kopa.close();
    }

    @Test
    void aWorkbookIsShownAndMatchedThenEverybodyInItIsRegisteredAndHearsOfItInTheirLanguage() {
        publish("asks", """
                "places": 9, "categories": [{"key": "member", "name": {"en": "Member", "lv": "Biedrs"}},
                  {"key": "guest", "name": {"en": "Guest"}}],
                "questions": [{"key": "lunch", "type": "CHOICE", "label": {"en": "Lunch", "lv": "Pusdienas"},
                    "choices": [{"key": "soup", "label": {"en": "Soup", "lv": "Zupa"}}], "required": true},
                  {"key": "bus", "type": "YES_NO", "label": {"en": "Bus"}},
                  {"key": "born", "type": "DATE", "label": {"en": "Born"}},
                  {"key": "health", "type": "TEXT", "label": {"en": "Health"}, "sensitive": true, "required": true}]""");
        Document shown = looks(
                "asks",
                workbook(
                        List.of(
                                "Vārds",
                                "Uzvārds",
                                "E-pasta adrese",
                                "Tālr.",
                                "Kategorija",
                                "Valoda",
                                "Pusdienas",
                                "Bus",
                                "Born",
                                "Health",
                                "Shoe size"),
                        List.of(
                                "Anna",
                                "Bērziņa",
                                "anna@example.org",
                                "20000000",
                                "biedrs",
                                "latviešu",
                                "zupa",
                                "jā",
                                LocalDate.of(1990, 5, 17),
                                "ill",
                                38),
                        List.of("Kari", "", "kari@example.org", "+47 22 00 00 00", "Guest", "nb", "", "", "", "", "")));

        assertThat(shown.select("#columns ~ table select").eachAttr("name")).hasSize(11);
        assertThat(shown.select("#columns ~ table option[selected]").eachAttr("value"))
                .containsExactly(
                        "name",
                        "name",
                        "email",
                        "phone",
                        "category",
                        "language",
                        "answers.lunch",
                        "answers.bus",
                        "answers.born",
                        "",
                        "");
        assertThat(shown.select("#rows tbody th").eachText()).containsExactly("2. Anna Bērziņa", "3. Kari");
        assertThat(shown.select("#rows .error")).isEmpty();
        assertThat(registered("asks")).isEmpty();

        HttpResponse<String> taken = sends("asks", shown, Map.of("do", "take"));

        assertThat(Browser.onwards(taken)).isEqualTo("/organiser/events/asks#attendees");
        assertThat(registered("asks")).containsExactly("Anna Bērziņa CONFIRMED", "Kari CONFIRMED");
        assertThat(database.texts("SELECT phone FROM registration WHERE name = 'Anna Bērziņa'"))
                .containsExactly("+371 20 000 000");
        assertThat(database.texts("SELECT CONCAT(q.question_key, ' ', COALESCE(c.choice_key, a.given)) FROM answer a"
                        + " JOIN question q ON q.id = a.question_id LEFT JOIN choice c ON c.id = a.choice_id"
                        + " ORDER BY q.position"))
                .containsExactly("lunch soup", "bus true", "born 1990-05-17");
        assertThat(Someone.mailTo(kopa, "anna@example.org").wording().text())
                .contains(Texts.in(Language.LV).get("mail.party.brought", "parks"));
        assertThat(Someone.mailTo(kopa, "kari@example.org").wording().text())
                .contains(Texts.in(Language.NB).get("mail.party.brought", "parks"));
        assertThat(database.number("SELECT COUNT(*) FROM stored_file WHERE space LIKE 'intake:%'"))
                .isZero();
        assertThat(database.texts("SELECT detail FROM audit WHERE deed = 'people-imported'"))
                .contains("2");
    }

    @Test
    void aListInOldLettersIsReadAndNobodyIsWrittenToWhoIsNotToBe() {
        publish("quiet", "\"places\": 9");
        Document shown = looks("quiet", "Vārds;E-pasts\nŅina;nina@example.org\n".getBytes(BALTIC), "lv");

        sends("quiet", shown, Map.of("do", "take", "mail", "no"));

        assertThat(registered("quiet")).containsExactly("Ņina CONFIRMED");
        assertThat(mails("nina@example.org")).isEmpty();
        office.page("/?lang=en");
    }

    @Test
    void theLettersOfAListStayThoseOfItsUploadWhateverLanguageIsReadMeanwhile() {
        publish("letters", "\"places\": 9");
        Document shown = looks("letters", "Vārds;E-pasts\nŅina;nina.letters@example.org\n".getBytes(BALTIC), "lv");
        office.page("/?lang=nb");

        sends("letters", shown, Map.of("do", "take", "mail", "no"));

        assertThat(registered("letters")).containsExactly("Ņina CONFIRMED");
        office.page("/?lang=en");
    }

    @Test
    void whatIsWrongWithARowStandsThereAndNobodyIsRegisteredUntilItIsLeftOut() {
        publish("wrong", "\"places\": 9");
        kopa.register(STRANGER, "wrong", Wishes.of("known@example.org")).is(201);
        Document shown = looks("wrong", """
                Name,E-mail,Phone,Language
                Anna,anna.w@example.org,,
                ,nobody@example.org,,
                Kari,kari,,
                Ola,ola@example.org,12,
                Per,per@example.org,,Klingon
                Kate,known@example.org,,
                Anna,ANNA.W@example.org,,
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(shown.select("#rows .error").eachText())
                .containsExactly(
                        TEXTS.get("workspace.intake.fault.name"),
                        TEXTS.get("workspace.intake.fault.address"),
                        TEXTS.get("registration.fault.phone"),
                        TEXTS.get("event.fault.language", "Klingon"),
                        TEXTS.get("workspace.invitations.fault.registered"),
                        TEXTS.get("workspace.invitations.fault.twice"));
        assertThat(shown.select("button[value=take]").text()).isEqualTo(TEXTS.get("workspace.intake.take", 1));
        assertThat(shown.select("#first").text()).isEqualTo(TEXTS.get("workspace.intake.first", 6));
        HttpResponse<String> refused = sends("wrong", shown, Map.of("do", "take"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#errors").text())
                .contains(TEXTS.get("workspace.intake.fault.people", 6));
        assertThat(registered("wrong")).hasSize(1);

        Document without = Jsoup.parse(sends("wrong", Jsoup.parse(refused.body()), Map.of("do", "leave-out"))
                .body());
        assertThat(without.select("#rows input[checked]").eachAttr("value"))
                .containsExactly("3", "4", "5", "6", "7", "8");
        sends("wrong", without, Map.of("do", "take"));

        assertThat(registered("wrong")).containsExactly("Anna Bērziņa CONFIRMED", "Anna CONFIRMED");
    }

    @Test
    void whatIsWrongIsSaidOfTheRowAndANameWhoseLettersAreLostIsWrong() {
        publish("lost", """
                "places": 9, "questions": [{"key": "bus", "type": "YES_NO", "label": {"en": "Bus"}},
                  {"key": "lunch", "type": "CHOICE", "label": {"en": "Lunch"},
                    "choices": [{"key": "soup", "label": {"en": "Soup"}}]}]""");

        Document shown = looks("lost", """
                Name,E-mail,Bus,Lunch
                ??? ???,lost.a@example.org,,
                \uFFFD\uFFFDna,lost.b@example.org,,
                Kari,,,
                Ola,lost.d@example.org,perhaps,
                Per,lost.e@example.org,,stones
                Who?,lost.f@example.org,yes,soup
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(shown.select("#rows .error").eachText())
                .containsExactly(
                        TEXTS.get("workspace.intake.fault.letters"),
                        TEXTS.get("workspace.intake.fault.letters"),
                        TEXTS.get("workspace.intake.fault.address-missing"),
                        TEXTS.get("workspace.intake.fault.yes-no"),
                        TEXTS.get("workspace.intake.fault.choice"));
        assertThat(shown.select("button[value=take]").text()).isEqualTo(TEXTS.get("workspace.intake.take", 1));
    }

    @Test
    void whereThereAreTooFewPlacesItIsSaidBeforeAndTheRestWaitOnlyIfThatIsChosen() {
        publish("small", "\"places\": 2, \"waitingList\": true");
        Document shown = looks("small", people("s", 3));
        assertThat(shown.select("#rest legend").text()).isEqualTo(TEXTS.get("workspace.intake.room", 3, 2));

        HttpResponse<String> refused = sends("small", shown, Map.of("do", "take"));
        assertThat(Jsoup.parse(refused.body()).select("#errors").text())
                .contains(TEXTS.get("workspace.intake.fault.room", 3, 2));
        assertThat(registered("small")).isEmpty();

        Browser.onwards(sends("small", Jsoup.parse(refused.body()), Map.of("do", "take", "rest", "wait")));

        assertThat(office.page("/organiser/events/small").select("#done").text())
                .contains(TEXTS.get("workspace.intake.waiting", 1))
                .doesNotContain(TEXTS.get("workspace.intake.done", 3));
        assertThat(registered("small")).containsExactly("S0 CONFIRMED", "S1 CONFIRMED", "S2 WAITING");
        assertThat(mails("s2@example.org")).containsExactly("waiting");
        assertThat(database.number("SELECT places_taken FROM event WHERE slug = 'small'"))
                .isEqualTo(2);
    }

    @Test
    void aPlaceThatIsTakenMeanwhileLeavesNobodyRegisteredAndSaysWho() {
        publish("meanwhile", "\"places\": 2, \"waitingList\": false");
        Document shown = looks("meanwhile", people("m", 2));
        database.execute("UPDATE event SET places_taken = 1 WHERE slug = 'meanwhile'");

        Document refused =
                Jsoup.parse(sends("meanwhile", shown, Map.of("do", "take")).body());

        assertThat(refused.select("#errors").text()).contains(TEXTS.get("workspace.intake.fault.room", 2, 1));
        assertThat(registered("meanwhile")).isEmpty();
        assertThat(database.number("SELECT places_taken FROM event WHERE slug = 'meanwhile'"))
                .isEqualTo(1);
        assertThat(mails("m0@example.org")).isEmpty();
    }

    @Test
    void aTableCountsOnceHoweverOftenItIsSent() {
        publish("once", "\"places\": 9");
        Document shown = looks("once", people("o", 2));
        sends("once", shown, Map.of("do", "take"));

        HttpResponse<String> again = sends("once", shown, Map.of("do", "take"));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(again.body()).select("#errors").text()).contains(TEXTS.get("file.gone"));
        assertThat(registered("once")).hasSize(2);
    }

    @Test
    void columnsThatAreMatchedOtherwiseAreShownBeforeAnybodyIsRegistered() {
        publish("other", "\"places\": 9");
        Document shown = looks("other", "A,B\nAnna,anna.o@example.org".getBytes(StandardCharsets.UTF_8));
        assertThat(shown.select("#errors").text()).contains(TEXTS.get("workspace.intake.fault.columns"));

        Document again =
                Jsoup.parse(sends("other", shown, Map.of("do", "take", "column.0", "name", "column.1", "email"))
                        .body());
        assertThat(registered("other")).isEmpty();
        assertThat(again.select("#rows tbody th").text()).isEqualTo("2. Anna");
        assertThat(again.select("#notes").text()).contains(TEXTS.get("workspace.intake.changed"));
        Document twice = Jsoup.parse(
                sends("other", again, Map.of("do", "look", "column.0", "email")).body());
        assertThat(twice.select("#column-1-error").text()).isEqualTo(TEXTS.get("workspace.intake.fault.twice"));

        sends("other", again, Map.of("do", "discard"));

        assertThat(database.number("SELECT COUNT(*) FROM stored_file WHERE space LIKE 'intake:%' AND space LIKE"
                        + " CONCAT('%:', (SELECT id FROM event WHERE slug = 'other'))"))
                .isZero();
    }

    @Test
    void whatIsNoTableOrTooMuchOfOneSaysSo() {
        publish("limits", "\"places\": 9");
        assertThat(refusal("limits", new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo(TEXTS.get("table.fault.no-text"));
        assertThat(refusal("limits", new byte[0])).isEqualTo(TEXTS.get("file.empty"));
        assertThat(refusal("limits", new byte[10 * 1024 * 1024 + 1])).isEqualTo(TEXTS.get("file.too-large", 10));
        assertThat(refusal("limits", "Name,E-mail\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TEXTS.get("workspace.intake.fault.empty"));
        assertThat(refusal("limits", people("p", 5_001))).isEqualTo(TEXTS.get("workspace.intake.fault.most", 5_000));
        Document many = looks("limits", people("p", 5_000));
        assertThat(many.select("#rows tbody tr")).hasSize(20);
    }

    private void publish(String slug, String more) {
        kopa.publish(parks, Plans.training("parks", slug, more));
    }

    private Document looks(String slug, byte[] table) {
        return looks(slug, table, "en");
    }

    private Document looks(String slug, byte[] table, String language) {
        HttpResponse<String> shown = uploads(slug, table, language);
        assertThat(shown.statusCode()).isEqualTo(200);
        return Jsoup.parse(shown.body());
    }

    private HttpResponse<String> uploads(String slug, byte[] table, String language) {
        String path = "/organiser/events/" + slug + "/import";
        return office.upload(office.page(path + "?lang=" + language), path + "/file", "file", table);
    }

    private String refusal(String slug, byte[] table) {
        HttpResponse<String> refused = uploads(slug, table, "en");
        assertThat(refused.statusCode()).isEqualTo(422);
        return Jsoup.parse(refused.body()).select("#file-error").text();
    }

    private HttpResponse<String> sends(String slug, Document page, Map<String, String> typed) {
        return office.submit(page, "/organiser/events/" + slug + "/import/table", new LinkedHashMap<>(typed));
    }

    private List<String> registered(String slug) {
        return database.texts(
                "SELECT CONCAT(r.name, ' ', r.status) FROM registration r JOIN event e ON e.id = r.event_id"
                        + " WHERE e.slug = '" + slug + "' ORDER BY r.id");
    }

    private List<String> mails(String email) {
        return Someone.mails(kopa, email).stream().map(OutboxItem::kind).toList();
    }

    private static byte[] people(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> prefix.toUpperCase(Locale.ROOT) + i + "\t" + prefix + i + "@example.org")
                .collect(Collectors.joining("\n", "Name\tE-mail\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    @SafeVarargs
    private static byte[] workbook(List<?>... rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("People");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].size(); column++) {
                    write(sheet, row, column, rows[row].get(column));
                }
            }
            sheet.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("dd.mm.yyyy").set();
        } else if (value instanceof Integer number) {
            sheet.value(row, column, number);
        } else {
            sheet.value(row, column, value.toString());
        }
    }
}
