package lv.kopa.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The beginnings of files of all kinds. */
public final class Samples {
    private Samples() {}

    public static byte[] pdf(int bytes) {
        byte[] content = new byte[bytes];
        Arrays.fill(content, (byte) 'x');
        byte[] head = text("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n");
        System.arraycopy(head, 0, content, 0, Math.min(head.length, bytes));
        return content;
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] jpeg() {
        byte[] content = new byte[64];
        content[0] = (byte) 0xFF;
        content[1] = (byte) 0xD8;
        content[2] = (byte) 0xFF;
        content[3] = (byte) 0xE0;
        return content;
    }

    public static byte[] heic() {
        byte[] content = new byte[64];
        byte[] head = text("\0\0\0\u0018ftypheic\0\0\0\0mif1heic");
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    /** An archive with these entries, as office documents are too. */
    public static byte[] zip(String... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(text("<Types/>"));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
