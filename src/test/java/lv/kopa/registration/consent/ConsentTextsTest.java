package lv.kopa.registration.consent;

import static org.assertj.core.api.Assertions.assertThat;

import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ConsentTextsTest {
    private static final String TODAYS = " FROM consent_text WHERE version <> '2026-11'";
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void whatIsMissingIsKeptAtTheStartAndWhatIsThereStaysAsItIs() {
        Program.start("ConsentTexts", database).close();
        long all = database.number("SELECT COUNT(*)" + TODAYS);
        assertThat(all).isEqualTo(25);
        database.execute(
                "DELETE" + TODAYS + " AND purpose = 'PHOTO' AND language = 'nb'",
                "UPDATE consent_text SET text = 'as it was agreed to' WHERE version <> '2026-11' AND purpose = 'PHOTO'"
                        + " AND language = 'lv'");

        Program.start("ConsentTexts", database).close();

        assertThat(database.number("SELECT COUNT(*)" + TODAYS)).isEqualTo(all);
        assertThat(database.texts("SELECT text" + TODAYS + " AND purpose = 'PHOTO' AND language = 'lv'"))
                .containsExactly("as it was agreed to");
    }
}
