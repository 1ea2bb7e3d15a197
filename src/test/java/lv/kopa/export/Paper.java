package lv.kopa.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What somebody reads who looks at a PDF.
 *
 * @param pages the text of each
 * @param borrowed the fonts that it expects on the reader's machine
 */
record Paper(List<String> pages, List<String> borrowed) {

    static Paper read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            List<String> borrowed = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
                var resources = document.getPage(page - 1).getResources();
                for (COSName name : fonts(resources.getFontNames())) {
                    PDFont font = resources.getFont(name);
                    if (!font.isEmbedded()) {
                        borrowed.add(font.getName());
                    }
                }
            }
            return new Paper(pages, borrowed);
        }
    }

    private static List<COSName> fonts(Iterable<COSName> names) {
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    String text() {
        return String.join("\f", pages);
    }

    /** With every run of blanks and line ends as one blank. */
    String line() {
        return text().replaceAll("\\s+", " ");
    }
}
