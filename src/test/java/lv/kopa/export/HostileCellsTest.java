package lv.kopa.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lv.kopa.ical.Programs;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Whatever somebody writes is text in a list, and the same text. */
class HostileCellsTest {
    private static final List<String> HOSTILE = List.of(
            "=1+1",
            "=HYPERLINK(\"https://evil.example\",\"Anna\")",
            "+371 20 000 000",
            "+371-20",
            "+37120000000",
            "-5",
            "@SUM(A1)",
            "007",
            "\t=1",
            "\r=1",
            "'=1",
            "''plain",
            "a\tb",
            "line one\nline two\r\nline three",
            "\"quoted\", and; more",
            " blanks around ",
            "＝1+1",
            "_x0041_",
            "Zažolīte 😀 עברית",
            "");

    @Test
    void aSpreadsheetHasEveryValueAsTextAndExactly() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(Xlsx.of(sheet())))) {
            List<Row> rows = workbook.getFirstSheet().read();
            for (int i = 0; i < HOSTILE.size(); i++) {
                var cell = rows.get(i + 1).getCell(0);
                assertThat(cell.getType()).as(HOSTILE.get(i)).isEqualTo(CellType.STRING);
                assertThat(cell.getFormula()).isNull();
                assertThat(decoded(cell.asString())).isEqualTo(HOSTILE.get(i));
            }
            assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.NUMBER);
        }
    }

    @Test
    void aSpreadsheetInPartsIsTheOneListAndWhatItIsAboutStandsBehind() throws IOException {
        Sheet list = sheet();
        var bytes = new ByteArrayOutputStream();
        try (Xlsx xlsx = new Xlsx(bytes)) {
            for (List<String> row : list.rows()) {
                xlsx.write(new Sheet(list.name(), list.columns(), List.of(row), list.about()));
            }
        }

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(workbook.getSheets().map(org.dhatim.fastexcel.reader.Sheet::getName))
                    .containsExactly(list.name(), "Kopa");
            assertThat(workbook.getFirstSheet().read().stream()
                            .skip(1)
                            .map(row -> decoded(row.getCell(0).asString())))
                    .containsExactlyElementsOf(HOSTILE);
        }
    }

    @Test
    void aCsvFileHasEveryValueExactlyOnceTheGuardIsTakenOff() throws IOException {
        String text = new String(Csv.of(sheet()), UTF_8);
        assertThat(text).startsWith("\uFEFF\"Value\",\"Number\"\r\n").endsWith("\r\n");

        try (var parser = CSVFormat.RFC4180.parse(new StringReader(text.substring(1)))) {
            assertThat(parser.getRecords().stream().skip(1).map(row -> unguarded(row.get(0))))
                    .containsExactlyElementsOf(HOSTILE);
        }
    }

    @Test
    void noValueOfACsvFileBeginsLikeAFormula() throws IOException {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(new String(Csv.of(sheet()), UTF_8).substring(1)))) {
            assertThat(parser.getRecords().stream().map(row -> row.get(0)))
                    .filteredOn(value -> value.matches("(?s)[=+@\\-\t\r\n＝＋－＠].*"))
                    .containsExactly("+371 20 000 000");
        }
    }

    @Test
    void pythonReadsTheSameCsv() throws IOException {
        Path file = Files.createTempFile("kopa", ".csv");
        try {
            Files.write(file, Csv.of(sheet()));
            Programs.Run python = Programs.run(Programs.python(), "src/test/readers/read_csv.py", file.toString());
            String output = python.output();
            Programs.assume(python.exit() == 0, "python3", output);
            assertThat(output.split("\0", -1)).startsWith("Value", "Number").hasSize(2 * HOSTILE.size() + 3);
            assertThat(output.split("\0", -1)[2]).isEqualTo("'=1+1");
        } finally {
            Files.delete(file);
        }
    }

    private static Sheet sheet() {
        return new Sheet(
                "Values",
                List.of(Sheet.Column.text("Value"), Sheet.Column.number("number", "Number")),
                HOSTILE.stream().map(value -> List.of(value, "1")).toList(),
                List.of(new Sheet.Fact("Event", "=1")));
    }

    private static String unguarded(String value) {
        return value.matches("(?s)''*[=+\\-@\t\r\n＝＋－＠].*") ? value.substring(1) : value;
    }

    /** As Excel reads it; fastexcel's reader leaves the escape as it stands. */
    private static String decoded(String value) {
        return value.replace("_x005F_", "_");
    }
}
