package lv.kopa.file;

import static lv.kopa.file.Samples.heic;
import static lv.kopa.file.Samples.jpeg;
import static lv.kopa.file.Samples.pdf;
import static lv.kopa.file.Samples.text;
import static lv.kopa.file.Samples.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import lv.kopa.web.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a file, and what it is called then. */
final class CheckedFileTest {
    private static final String SVG =
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>";

    @Test
    void aFileIsWhatItsContentSays() {
        assertThat(type("slides.pdf", pdf(100))).isEqualTo("application/pdf");
        assertThat(type("slides.docx", pdf(100))).isEqualTo("application/pdf");
        assertThat(type("photo.png", jpeg())).isEqualTo("image/jpeg");
        assertThat(type("IMG_0001.HEIC", heic())).isEqualTo("image/heic");
        assertThat(type("list.txt", text("Anna, Jānis"))).isEqualTo("text/plain");
        assertThat(type("list.csv", text("Anna,Jānis\n"))).isEqualTo("text/csv");
        assertThat(type("all.zip", zip("a.txt"))).isEqualTo("application/zip");
        assertThat(type("plan.docx", zip("[Content_Types].xml", "word/document.xml")))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    @Test
    void whatABrowserOrAComputerWouldRunIsRefusedWhateverItIsCalled() {
        for (String name : new String[] {"slides.pdf", "photo.png", "list.txt", "page"}) {
            assertRefused(name, text("<!DOCTYPE html><html><body><script>1</script></body></html>"));
            assertRefused(name, text(SVG));
            assertRefused(name, text("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0PE\0\0"));
            assertRefused(name, text("#!/bin/sh\nrm -rf /\n"));
        }
        assertRefused("page.html", text("no tags at all"));
        assertRefused("script.js", text("let a = 1"));
        assertRefused("macros.docm", zip("[Content_Types].xml", "word/vbaProject.bin"));
        assertRefused("program.jar", zip("META-INF/MANIFEST.MF"));
        assertRefused("unknown.pdf", new byte[] {1, 2, 3, 0, (byte) 200, (byte) 201});
    }

    @Test
    void onlyKindsThatAreAskedForAreTaken() {
        Upload photo = new Upload("photo.jpg", jpeg());
        assertThatThrownBy(() -> CheckedFile.of(photo, EnumSet.of(FileKind.DOCUMENT)))
                .isInstanceOf(FileRefused.class);
        assertThat(CheckedFile.of(photo, EnumSet.of(FileKind.IMAGE)).name()).isEqualTo("photo.jpg");
    }

    @Test
    void anEmptyFileAndOneThatIsTooLargeAreRefused() {
        assertRefused("empty.pdf", new byte[0]);
        assertRefused("large.pdf", pdf(CheckedFile.LARGEST + 1));
        assertThat(type("largest.pdf", pdf(CheckedFile.LARGEST))).isEqualTo("application/pdf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd.pdf | passwd.pdf",
                "C:\\Users\\Anna\\Plāns.PDF | Plāns.PDF",
                "😀 programma 👨‍👩‍👧.pdf | 😀 programma 👨‍👩‍👧.pdf",
                "slides | slides.pdf",
                "slides.exe | slides.exe.pdf",
                ".htaccess | htaccess.pdf",
                ".. | file.pdf",
                "a<b>:c?d*.pdf | a_b__c_d_.pdf",
                "a\"b.pdf | a_b.pdf",
            })
    void namesAreFitForEverySystem(String sent, String kept) {
        assertThat(CheckedFile.of(new Upload(sent, pdf(100)), EnumSet.allOf(FileKind.class))
                        .name())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: b.pdf", "a\u0000b.pdf", "\u202Efdp.exe", "   ", "", "a\u2028b.pdf"})
    void noNameEndsALineOrTurnsRoundOrIsBlank(String sent) {
        String name = CheckedFile.of(new Upload(sent, pdf(100)), EnumSet.allOf(FileKind.class))
                .name();
        assertThat(name).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028]").matches("\\S.*\\.pdf");
    }

    @Test
    void aLongNameIsCutButKeepsItsEnd() {
        String name = CheckedFile.of(new Upload("😀".repeat(400) + ".pdf", pdf(100)), EnumSet.allOf(FileKind.class))
                .name();
        assertThat(name.codePointCount(0, name.length())).isEqualTo(124);
        assertThat(name).endsWith("😀.pdf");
    }

    @Test
    void theNameIsSaidSoThatOldProgramsReadItToo() {
        assertThat(FileAnswer.disposition("Plāns 100%.pdf"))
                .isEqualTo("attachment; filename=\"Plans 100_.pdf\"; filename*=UTF-8''Pl%C4%81ns%20100%25.pdf");
    }

    private static String type(String name, byte[] content) {
        return CheckedFile.of(new Upload(name, content), EnumSet.allOf(FileKind.class))
                .mediaType();
    }

    private static void assertRefused(String name, byte[] content) {
        assertThatThrownBy(() -> type(name, content)).as(name).isInstanceOf(FileRefused.class);
    }
}
