package lv.kopa.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An address as a square that telephones read (ISO/IEC 18004), drawn as SVG: always dark on white, or none could. */
public final class QrCode {
    private static final int QUIET = 4;
    private static final Map<EncodeHintType, String> HINTS =
            Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.US_ASCII.name());

    private QrCode() {}

    /**
     * The picture of an address.
     *
     * @throws IllegalArgumentException where the address is longer than such a square can hold
     */
    public static byte[] svg(String address) {
        ByteMatrix dots = dots(address);
        int side = dots.getWidth() + 2 * QUIET;
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side
                + "H0z\"/><path d=\"" + path(dots) + "\"/></svg>";
        return svg.getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteMatrix dots(String address) {
        try {
            return Encoder.encode(address, ErrorCorrectionLevel.M, HINTS).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    /** Dark dots, those that stand side by side in one stroke. */
    private static String path(ByteMatrix dots) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                int start = x;
                while (x < dots.getWidth() && dots.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    int width = x - start;
                    path.append('M')
                            .append(start + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append('h')
                            .append(width)
                            .append("v1h-")
                            .append(width)
                            .append('z');
                }
            }
        }
        return path.toString();
    }
}
