package lv.kopa.attendance.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lv.kopa.attendance.Visit;
import lv.kopa.paper.Paper;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Badges on sheets of labels. */
@Tag("database")
class BadgeTest {
    private static final String BADGES = "/organiser/events/hamar/badges";
    private static Site site;
    private static Visit visit;

    @BeforeAll
    static void travel() {
        site = Desk.room();
        visit = Visit.in(site);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void everybodyWithAPlaceHasABadgeWithACodeAndAMarkWhereTheyAreNotToBePhotographed() throws Exception {
        for (String sheet : List.of("l7173", "l7165", "l7163", "l7160")) {
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
        assertThat(paper.pages().get(0)).contains("Andris Zeile", "Inga").doesNotContain("Marija");
        assertThat(paper.pages().get(1)).contains("Marija Leonova", "Oksana");
        assertThat(Paper.read(visit.paper(BADGES + ".pdf?sheet=none&from=-3")).pages())
                .hasSize(1);
        assertThat(visit.desk().page(BADGES).text()).contains("4 badges", "L7160: 63.5 × 38.1 mm, 21 on a sheet");
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
    }

    private static void keep(String name, byte[] pdf) throws Exception {
        String folder = System.getenv("KOPA_LOOK");
        if (folder != null) {
            Files.write(Path.of(folder, name + ".pdf"), pdf);
        }
    }
}
