package lv.kopa.event.finding;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the camera of a telephone makes of a picture. */
final class Telephone {
    private static final int DOT = 4;
    private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final Pattern STROKE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-");

    private Telephone() {}

    static String reads(String svg) {
        BufferedImage picture = drawn(svg);
        int side = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, side, side, null, 0, side);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                    .getText();
        } catch (NotFoundException nothing) {
            throw new AssertionError("No code in " + svg, nothing);
        } catch (ReaderException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static BufferedImage drawn(String svg) {
        Matcher side = SIDE.matcher(svg);
        if (!side.find()) {
            throw new AssertionError("No picture: " + svg);
        }
        int dots = Integer.parseInt(side.group(1)) * DOT;
        BufferedImage picture = new BufferedImage(dots, dots, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, dots, dots);
        pen.setColor(Color.BLACK);
        for (MatchResult stroke : STROKE.matcher(svg).results().toList()) {
            pen.fillRect(number(stroke, 1), number(stroke, 2), number(stroke, 3), DOT);
        }
        pen.dispose();
        return picture;
    }

    private static int number(MatchResult stroke, int group) {
        return Integer.parseInt(stroke.group(group)) * DOT;
    }
}
