package lv.kopa.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What somebody reads who looks at a PDF.
 *
 * @param pages the text of each
 * @param borrowed the fonts that it expects on the reader's machine
 * @param spilt the letters that stand in the margins, or beside the paper, where nobody sees them
 */
public record Paper(List<String> pages, List<String> borrowed, List<String> spilt) {
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float MARGIN = 13.5f * MILLIMETRE;
    private static final float EDGE = 4 * MILLIMETRE;

    public static Paper read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            List<String> borrowed = new ArrayList<>();
            List<String> spilt = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new Reader(spilt);
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
            return new Paper(pages, borrowed, spilt);
        }
    }

    /** Reads a page and sees where its letters stand. */
    private static final class Reader extends PDFTextStripper {
        private final List<String> spilt;

        Reader(List<String> spilt) {
            this.spilt = spilt;
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            boolean within = letter.getXDirAdj() >= MARGIN
                    && letter.getXDirAdj() + letter.getWidthDirAdj() <= letter.getPageWidth() - MARGIN
                    && letter.getYDirAdj() - letter.getHeightDir() >= EDGE
                    && letter.getYDirAdj() <= letter.getPageHeight() - EDGE;
            if (!within && !letter.getUnicode().isBlank()) {
                spilt.add(letter.getUnicode() + " at " + letter.getXDirAdj() + ", " + letter.getYDirAdj());
            }
            super.processTextPosition(letter);
        }
    }

    private static List<COSName> fonts(Iterable<COSName> names) {
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    public String text() {
        return String.join("\f", pages);
    }

    /** With every run of blanks and line ends as one blank. */
    public String line() {
        return text().replaceAll("\\s+", " ");
    }
}
