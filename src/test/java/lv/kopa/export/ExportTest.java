package lv.kopa.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ezvcard.Ezvcard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.ical.Programs;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Profile;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.paper.Paper;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.registration.attendees.Attendees;
import lv.kopa.registration.attendees.Sorting;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of who comes, taken along by an organiser. */
class ExportTest {
    private static final String LIST = Office.LIST;

    private final Office office = Office.open("2026-11-24T21:30:00Z");

    @AfterEach
    void close() {
        office.close();
    }

    @BeforeEach
    void register() {
        office.register("=1+1", "anna@example.org", "member", "+37120000000", "-5");
        office.register("Bērziņš, Jānis \"JB\"", "janis@example.org", "volunteer", null, "007");
        office.register("Zoe", "zoe@example.org", "member", "+47 900 00 001", "@x");
    }

    @Test
    void aCsvFileHasARowForEachInTheOrderTheyCame() throws IOException {
        HttpResponse<byte[]> answer = office.get(LIST + ".csv?lang=lv", office.organiser("Anna Liepa", "parks"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8; header=present");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"hamar-registrations.csv\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        List<CSVRecord> rows = rows(answer);
        assertThat(rows.get(0).toList())
                .containsExactly(
                        "Numurs",
                        "Statuss",
                        "Vārds, uzvārds",
                        "E-pasts",
                        "Tālrunis",
                        "Organizācija",
                        "Piedalās kā",
                        "Izvēlētās nodarbības",
                        "Valoda",
                        "Pieteicies (Europe/Oslo)",
                        "Vieta rindā",
                        "Piekrišanas",
                        "Pasākums",
                        "Projekta Nr.",
                        "Aktivitāte",
                        "Finansē",
                        "Delegācija");
        assertThat(rows.get(1).toList().subList(2, 16))
                .containsExactly(
                        "'=1+1",
                        "anna@example.org",
                        "+371 20 000 000",
                        "'-5",
                        "Biedrs",
                        "",
                        "Latviešu",
                        "2026-11-24 22:30",
                        "",
                        "datu izmantošana",
                        "Hamāra",
                        "AIF/2022/KAPAC2/108",
                        "4. Pieredzes brauciens",
                        "Aktīvo iedzīvotāju fonds");
        assertThat(rows.get(2).get(2)).isEqualTo("Bērziņš, Jānis \"JB\"");
        assertThat(rows.get(2).get(5)).isEqualTo("007");
        assertThat(rows.get(3).get(10)).isEqualTo("1");
    }

    @Test
    void aSpreadsheetNamesTheFunderOnASheetOfItsOwn() throws IOException {
        HttpResponse<byte[]> answer = office.get(LIST + ".xlsx?lang=lv", office.organiser("Anna Liepa", "parks"));

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(4);
            assertThat(rows.get(1).getCellText(2)).isEqualTo("=1+1");
            assertThat(rows.get(1).getCellText(4)).isEqualTo("+371 20 000 000");
            assertThat(rows.get(1).getCellText(5)).isEqualTo("-5");
            List<Row> about = workbook.getSheet(1).orElseThrow().read();
            assertThat(about)
                    .extracting(row -> row.getCellText(1))
                    .contains(
                            "Hamāra",
                            "AIF/2022/KAPAC2/108 KAPITĀLS",
                            "Projektu finansē Islande, Lihtenšteina un Norvēģija.");
        }
    }

    @Test
    void aSpreadsheetReckonsWithOurOwnMomentsAndNumbersAndLeavesWhatPeopleTyped() throws IOException {
        byte[] file = office.get(LIST + ".xlsx?lang=lv", office.organiser("Anna Liepa", "parks"))
                .body();
        String folder = System.getenv("KOPA_LOOK");
        if (folder != null) {
            Files.write(Path.of(folder, "registrations.xlsx"), file);
        }

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            List<Row> rows = workbook.getFirstSheet().read();
            var registered = rows.get(1).getCell(9);
            assertThat(registered.getType()).isEqualTo(CellType.NUMBER);
            assertThat(registered.asDate()).isEqualTo("2026-11-24T22:30");
            assertThat(registered.getDataFormatString()).isEqualTo("dd\\.mm\\.yyyy\\. hh:mm");
            assertThat(rows.get(3).getCell(10).asNumber()).isEqualByComparingTo("1");
            assertThat(Stream.of(
                            rows.get(1).getCell(2),
                            rows.get(1).getCell(5),
                            rows.get(2).getCell(5)))
                    .allSatisfy(cell -> {
                        assertThat(cell.getType()).isEqualTo(CellType.STRING);
                        assertThat(cell.getFormula()).isNull();
                    })
                    .extracting(Cell::asString)
                    .containsExactly("=1+1", "-5", "007");
            Row when = workbook.getSheet(1).orElseThrow().read().get(1);
            assertThat(when.getCellText(1)).isEqualTo("2027-06-14 09:30 – 2027-06-14 12:00 (Europe/Oslo)");
            assertThat(when.getCell(2).asDate()).isEqualTo("2027-06-14T09:30");
            assertThat(when.getCell(3).asDate()).isEqualTo("2027-06-14T12:00");
        }
    }

    @Test
    void openpyxlReadsTheSameDatesAndTexts() throws IOException {
        Path file = Files.createTempFile("kopa", ".xlsx");
        try {
            Files.write(
                    file,
                    office.get(LIST + ".xlsx?lang=lv", office.organiser("Anna Liepa", "parks"))
                            .body());
            Programs.Run python = Programs.run(Programs.python(), "src/test/readers/read_xlsx.py", file.toString());
            String output = python.output();
            Programs.assume(python.exit() == 0, "openpyxl", output);
            assertThat(output.lines())
                    .contains("datetime 2026-11-24 22:30:00", "int 1", "str '=1+1'", "str '-5'", "str '007'")
                    .contains("datetime 2027-06-14 09:30:00")
                    .noneMatch(line -> line.startsWith("formula"));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void vcardsAreReadByAnAddressBook() {
        var cards = Ezvcard.parse(new String(
                        office.get(LIST + ".vcf", office.organiser("Anna Liepa", "parks"))
                                .body(),
                        UTF_8))
                .all();

        assertThat(cards).extracting(card -> card.getFormattedName().getValue()).contains("Bērziņš, Jānis \"JB\"");
        assertThat(cards.get(0).getTelephoneNumbers().get(0).getText()).isEqualTo("+371 20 000 000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "pdf", "vcf"})
    void everyFormatNamesThoseWhoWereLookedFor(String format) throws IOException {
        String cookie = office.organiser("Anna Liepa", "parks");
        String list = LIST + "." + format;

        assertThat(names(office.get(list, cookie))).containsExactly("=1+1", "Bērziņš", "Zoe");
        assertThat(names(office.get(list + "?status=WAITING", cookie))).containsExactly("Zoe");
        assertThat(names(office.get(list + "?q=janis", cookie))).containsExactly("Bērziņš");
        assertThat(names(office.get(list + "?category=member", cookie))).containsExactly("=1+1", "Zoe");
        assertThat(names(office.get(list + "?category=member&status=confirmed&q=anna", cookie)))
                .containsExactly("=1+1");
        assertThat(names(office.get(list + "?q=nobody", cookie))).isEmpty();
        assertThat(names(office.get(list + "?q=&status=&category=", cookie))).hasSize(3);
        assertThat(office.get(list + "?status=nonsense", cookie).statusCode()).isEqualTo(422);
        assertThat(office.get(list + "?category=nonsense", cookie).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "pdf", "vcf"})
    void everyFormatStandsInTheOrderOfTheListItIsTakenFrom(String format) throws IOException {
        String cookie = office.organiser("Anna Liepa", "parks");
        String list = LIST + "." + format;
        office.register("Kalna", "kalna@example.org", "member", null, "");

        assertThat(inOrder(office.get(list, cookie))).containsExactly("Bērziņš", "Zoe", "Kalna");
        assertThat(inOrder(office.get(list + "?sort=newest", cookie))).containsExactly("Kalna", "Zoe", "Bērziņš");
        assertThat(inOrder(office.get(list + "?sort=name", cookie))).containsExactly("Bērziņš", "Kalna", "Zoe");
        assertThat(inOrder(office.get(list + "?sort=name&category=member", cookie)))
                .containsExactly("Kalna", "Zoe");
        assertThat(office.get(list + "?sort=nonsense", cookie).statusCode()).isEqualTo(422);
    }

    @Test
    void aLongListStandsInOrderAcrossThePartsItIsWrittenIn() {
        for (int i = 0; i < 7; i++) {
            office.register("Person " + (i * 3 % 7), "person" + i + "@example.org", "member", null, "");
        }
        List<String> names = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        office.site().bean(Attendees.class).each(office.event(), AttendeeFilter.all(), Sorting.NAME, 4, part -> {
            sizes.add(part.size());
            part.forEach(person -> names.add(person.name()));
        });

        assertThat(sizes).containsExactly(4, 4, 2);
        assertThat(names)
                .endsWith("Person 0", "Person 1", "Person 2", "Person 3", "Person 4", "Person 5", "Person 6", "Zoe");
    }

    @Test
    void aProgramGetsTheSameListByItsToken() {
        Person anna = office.person("Anna Liepa", "parks");
        String token = office.site()
                .bean(ApiTokens.class)
                .create(anna.id(), "sheets", "test")
                .secret();
        String path = "/api/v1/events/hamar/registrations.csv";

        byte[] byToken = office.get(path, "Authorization", "Bearer " + token).body();

        String cookie = "kopa-sign-in="
                + office.site().bean(SignIns.class).begin(anna.id()).secret();
        assertThat(byToken).isEqualTo(office.get(LIST + ".csv?lang=lv", cookie).body());
        assertThat(office.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyElseLearnsEvenThatThereIsAList() {
        office.site().bean(Organisations.class).create("other", Profile.of("Other", ZoneId.of("Europe/Riga")), "test");
        String stranger = office.organiser("Eva", "other");

        for (String format : List.of("csv", "xlsx", "pdf", "vcf")) {
            assertThat(office.get(LIST + "." + format, stranger).statusCode()).isEqualTo(404);
            assertThat(office.get(LIST + "." + format).statusCode()).isEqualTo(303);
        }
    }

    private static List<CSVRecord> rows(HttpResponse<byte[]> answer) throws IOException {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(new String(answer.body(), UTF_8).substring(1)))) {
            return parser.getRecords();
        }
    }

    /** Those of the three who stand in a file of any format. */
    private static List<String> names(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        String text = text(answer);
        return Stream.of("=1+1", "Bērziņš", "Zoe").filter(text::contains).toList();
    }

    /** People as they stand one after another. */
    private static List<String> inOrder(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        String text = text(answer);
        return Stream.of("Bērziņš", "Zoe", "Kalna")
                .filter(text::contains)
                .sorted(Comparator.comparingInt(text::indexOf))
                .toList();
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElseThrow();
        if (type.startsWith("text/")) {
            return new String(answer.body(), UTF_8);
        }
        if (type.equals("application/pdf")) {
            return Paper.read(answer.body()).text();
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            return workbook.getFirstSheet().read().stream()
                    .map(row -> row.getCellText(2))
                    .collect(Collectors.joining("\n"));
        }
    }
}
