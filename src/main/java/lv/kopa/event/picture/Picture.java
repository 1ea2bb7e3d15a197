package lv.kopa.event.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A photograph as pages show it: cut to the shape in which others share it too, small enough for a telephone, and without
 * what the camera wrote into it of where and when.
 *
 * @param name the same for the same picture only
 * @param wide JPEG, {@value #WIDTH} by {@value #HEIGHT}
 * @param narrow JPEG, a half of that
 */
@SuppressWarnings("ArrayRecordComponent") // it is shown, never compared
record Picture(String name, byte[] wide, byte[] narrow) {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    /** The most bytes of a photograph, which a request with its frame still holds. */
    static final int LARGEST = 9 * 1024 * 1024;

    /** Unfolded; a photograph of 50 million points. */
    private static final long MOST_BYTES = 150_000_000;

    private static final int BITS_OF_BYTE = 8;
    private static final int LETTERS = 32;
    private static final double QUALITY = 0.75;

    /**
     * Makes it of what somebody uploaded, one after another: each may need much memory.
     *
     * @throws PictureRefused for what is too large, too small, or neither PNG nor JPEG
     */
    static synchronized Picture of(byte[] photograph) {
        if (photograph.length > LARGEST) {
            throw new PictureRefused("picture.too-large");
        }
        try {
            refuseUnfit(photograph);
            BufferedImage image = Thumbnails.of(new ByteArrayInputStream(photograph))
                    .size(WIDTH, HEIGHT)
                    .crop(Positions.CENTER)
                    .imageType(BufferedImage.TYPE_INT_RGB)
                    .asBufferedImage();
            byte[] wide = jpeg(image, 1);
            return new Picture(DigestUtils.sha256Hex(wide).substring(0, LETTERS), wide, jpeg(image, 0.5));
        } catch (PictureRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) { // readers of pictures trip over broken ones in many ways
            throw new PictureRefused("picture.not-one");
        }
    }

    /** A small file may unfold to more points than there is memory for, so they are counted before. */
    private static void refuseUnfit(byte[] photograph) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(photograph))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new PictureRefused("picture.not-one");
            }
            ImageReader reader = readers.next();
            try {
                refuseUnfit(reader, input);
            } finally {
                reader.dispose();
            }
        }
    }

    private static void refuseUnfit(ImageReader reader, ImageInputStream input) throws IOException {
        if (!reader.getFormatName().matches("(?i)jpe?g|png")) {
            throw new PictureRefused("picture.not-one");
        }
        reader.setInput(input);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height * bytesOfPoint(reader) > MOST_BYTES) {
            throw new PictureRefused("picture.too-large");
        }
        if (Math.max(width, height) < WIDTH / 2) {
            throw new PictureRefused("picture.too-small");
        }
    }

    private static int bytesOfPoint(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        int bits = types.hasNext() ? types.next().getColorModel().getPixelSize() : 3 * BITS_OF_BYTE;
        return Math.max(1, bits / BITS_OF_BYTE);
    }

    private static byte[] jpeg(BufferedImage image, double scale) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        Thumbnails.of(image)
                .scale(scale)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(jpeg);
        return jpeg.toByteArray();
    }
}
