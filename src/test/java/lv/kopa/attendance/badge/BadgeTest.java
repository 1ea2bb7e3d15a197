package lv.kopa.attendance.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lv.kopa.attendance.Visit;
import lv.kopa.database.TestDatabase;
import lv.kopa.paper.Lettering;
import lv.kopa.paper.Paper;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Badges on sheets of labels. */
@Tag("database")
class BadgeTest {
    private static final String BADGES = "/organiser/events/hamar/badges";
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static Site site;
    private static Visit visit;

    @BeforeAll
    static void travel() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.public-url", "http://kopa.example");
        site = Site.start("workspace", settings);
        visit = Visit.in(site);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void everybodyWithAPlaceHasABadgeWithACodeAndAMarkWhereTheyAreNotToBePhotographed() throws Exception {
        for (String sheet : List.of("l4785", "l7173", "l7165", "l7163", "l7160", "3474")) {
            byte[] pdf = visit.paper(BADGES + ".pdf?lang=lv&sheet=" + sheet);
            Paper paper = Paper.read(pdf);
            keep(sheet, pdf);
            assertThat(paper.pages()).as(sheet).hasSize(1);
            assertThat(paper.line())
                    .contains("Inga Vasiļevska", "Andris Zeile", "Marija Leonova", "Oksana Kovalenko")
                    .contains("Intelekta parks", "Pieredzes brauciens uz Hamāru", "Nefotografēt".substring(0, 6));
            assertThat(paper.borrowed()).isEmpty();
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(4);
            }
        }
    }

    @Test
    void aSheetThatWasBegunIsGoneOnWith() throws Exception {
        Paper paper = Paper.read(visit.paper(BADGES + ".pdf?sheet=l7165&from=7"));
        assertThat(paper.pages()).hasSize(2);
        assertThat(paper.pages().get(0)).contains("Andris", "Inga").doesNotContain("Marija");
        assertThat(paper.pages().get(1)).contains("Marija", "Leonova", "Oksana");
        assertThat(Paper.read(visit.paper(BADGES + ".pdf?sheet=none&from=-3")).pages())
                .hasSize(1);
        assertThat(visit.desk().page(BADGES).text())
                .contains("4 badges", "L7160: 63.5 × 38.1 mm, 21 on a sheet", "3474: 70.0 × 37.0 mm, 24 on a sheet");
        assertThat(visit.desk().page(BADGES).select("#sheet option").eachAttr("value"))
                .startsWith("l4785");
        assertThat(Desk.of(site, "others").get(BADGES + ".pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void labelsStandWhereTheirMakersCutThem() {
        assertThat(List.of(Labels.L7163.left(0), Labels.L7163.left(1), Labels.L7163.top(0), Labels.L7163.top(2)))
                .as("99.1 × 38.1 mm, 15.1 mm below the edge")
                .containsExactly("4.6", "106.2", "15.1", "53.2");
        assertThat(List.of(Labels.L7160.left(0), Labels.L7160.left(2), Labels.L7160.top(20)))
                .as("63.5 × 38.1 mm in three columns")
                .containsExactly("7.2", "139.2", "243.7");
        assertThat(List.of(Labels.L7165.top(0), Labels.L7173.top(0))).containsExactly("13.1", "6.0");
        assertThat(List.of(Labels.L4785.left(0), Labels.L4785.left(1), Labels.L4785.top(0), Labels.L4785.top(9)))
                .as("80 × 50 mm, 15 mm apart, 5 mm between rows")
                .containsExactly("17.5", "112.5", "13.5", "233.5");
        assertThat(List.of(Labels.Z3474.left(0), Labels.Z3474.left(2), Labels.Z3474.top(0), Labels.Z3474.top(23)))
                .as("70 × 37 mm to the edges")
                .containsExactly("0.0", "140.0", "0.5", "259.5");
    }

    @ParameterizedTest
    @EnumSource(Labels.class)
    void namesOfAnyScriptAreAsLargeAsTheirLabelLetsThem(Labels labels) throws Exception {
        try {
            for (int set = 0; set < NAMES.size(); set++) {
                rename(NAMES.get(set));
                byte[] pdf = visit.paper(BADGES + ".pdf?sheet=" + labels.key());
                keep("names-" + set + "-" + labels.key(), pdf);

                assertThat(Print.of(pdf))
                        .isNotEmpty()
                        .allSatisfy(letter -> assertThat(letter.isOn(labels))
                                .as("%s on %s", letter, labels)
                                .isTrue());
            }
            double largest = Print.of(visit.paper(BADGES + ".pdf?sheet=" + labels.key())).stream()
                    .mapToDouble(Print::points)
                    .max()
                    .orElseThrow();
            assertThat(largest).as("that of Ilze").isGreaterThan(labels.isLow() ? 21 : 35);
        } finally {
            rename(List.of("Inga Vasiļevska", "Andris Zeile", "Marija Leonova", "Oksana Kovalenko"));
        }
    }

    private static final List<List<String>> NAMES = List.of(
            List.of("ნინო ბერიძე", "נועה כהן", "محمد عبد الرحمن", "王小明"),
            List.of(
                    "Ilze",
                    "Maximiliana Wolfeschlegelsteinhausenbergerdorff-Vasiļevska",
                    "Александра Константиновна Преображенская-Вознесенская",
                    "Ευαγγελία Παπαδοπούλου"));

    private static void rename(List<String> names) {
        List<String> ids = DATABASE.texts("SELECT CAST(id AS CHAR) FROM registration ORDER BY id");
        for (int i = 0; i < names.size(); i++) {
            DATABASE.execute("UPDATE registration SET name = '" + names.get(i) + "' WHERE id = " + ids.get(i));
        }
    }

    /** A letter and where it stands on its sheet, in millimetres. */
    private record Print(String letter, double left, double right, double top, double bottom, double points) {
        static List<Print> of(byte[] pdf) throws IOException {
            List<Print> letters = new ArrayList<>();
            PDFTextStripper reader = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition at) {
                    letters.add(new Print(
                            at.getUnicode(),
                            at.getXDirAdj() / MILLIMETRE,
                            (at.getXDirAdj() + at.getWidthDirAdj()) / MILLIMETRE,
                            (at.getYDirAdj() - at.getHeightDir()) / MILLIMETRE,
                            at.getYDirAdj() / MILLIMETRE,
                            at.getFontSizeInPt()));
                }
            };
            try (var document = Loader.loadPDF(pdf)) {
                reader.getText(document);
            }
            return letters;
        }

        boolean isOn(Labels labels) {
            return IntStream.range(0, labels.perPage()).anyMatch(place -> {
                double x = Double.parseDouble(labels.left(place));
                double y = Double.parseDouble(labels.top(place));
                return left >= x
                        && right <= x + Double.parseDouble(labels.width())
                        && top >= y
                        && bottom <= y + Double.parseDouble(labels.height());
            });
        }
    }

    @Test
    void aNameIsAsLargeAsItsRoomLetsIt() {
        Lettering.Room room = new Lettering.Room(70, 16.5, 7, 60);
        assertThat(room.size("Ilze")).isEqualTo(42.0, within(1.0));
        assertThat(room.size("Inga Vasiļevska")).isBetween(20.0, 32.0);
        assertThat(room.size("Oksana Kovalenko")).isLessThan(room.size("Ilze"));
        assertThat(room.size("W".repeat(200))).isEqualTo(7);
        assertThat(room.size("")).isGreaterThan(40);
    }

    private static void keep(String name, byte[] pdf) throws Exception {
        String folder = System.getenv("KOPA_LOOK");
        if (folder != null) {
            Files.write(Path.of(folder, name + ".pdf"), pdf);
        }
    }
}
