package lv.kopa.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** How large a text can be printed in some room, by the widths of the letters of {@link Pdf}'s fonts. */
public final class Lettering {
    /** In the order in which a letter is looked for in them. */
    private static final List<Font> FONTS =
            Stream.of("NotoSans-SemiBold", "DejaVuSans").map(Lettering::font).toList();

    private static final String FOR_WHAT_NO_FONT_HAS = "\u25A1";
    private static final double STEP = 0.5;
    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    /** How much less than measured is used, since letters that are joined are a little wider or narrower than alone. */
    private static final double SAFETY = 0.98;

    /** Of a line, as a part of the size of its letters. */
    private static final double LINE_HEIGHT = 1.1;

    private Lettering() {}

    private record Font(TrueTypeFont letters, CmapLookup glyphs, double unitsPerEm) {
        boolean has(int letter) {
            return glyphs.getGlyphId(letter) > 0;
        }

        double width(int letter) {
            try {
                return letters.getAdvanceWidth(glyphs.getGlyphId(letter)) / unitsPerEm;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /**
     * A rectangle to be filled, in millimetres, and between which sizes, in points.
     *
     * @param least what is too long even for that is cut
     */
    public record Room(double width, double height, double least, double most) {
        /** The largest size in which a text stands in it, broken between its words. */
        public double size(String text) {
            List<Double> words =
                    Stream.of(text.strip().split("\\s+")).map(Lettering::width).toList();
            for (double size = most; size > least; size -= STEP) {
                if (holds(words, size)) {
                    return size;
                }
            }
            return least;
        }

        private boolean holds(List<Double> words, double size) {
            double line = width * POINTS_PER_MILLIMETRE * SAFETY / size;
            double blank = Lettering.width(" ");
            double used = 0;
            int lines = 1;
            for (double word : words) {
                if (word > line) {
                    return false;
                }
                double next = used == 0 ? word : used + blank + word;
                lines += next > line ? 1 : 0;
                used = next > line ? word : next;
            }
            return lines * LINE_HEIGHT * size <= height * POINTS_PER_MILLIMETRE;
        }
    }

    /** How wide a text is, in widths of the letter that gives a font its size. */
    static double width(String text) {
        return text.codePoints().mapToDouble(Lettering::width).sum();
    }

    private static double width(int letter) {
        int printed = FONTS.stream().anyMatch(font -> font.has(letter)) ? letter : FOR_WHAT_NO_FONT_HAS.codePointAt(0);
        return FONTS.stream()
                .filter(font -> font.has(printed))
                .findFirst()
                .map(font -> font.width(printed))
                .orElse(1.0);
    }

    private static Font font(String name) {
        try (InputStream file =
                Objects.requireNonNull(Lettering.class.getResourceAsStream("/fonts/" + name + ".ttf"))) {
            TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(file));
            return new Font(letters, letters.getUnicodeCmapLookup(), letters.getUnitsPerEm());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
