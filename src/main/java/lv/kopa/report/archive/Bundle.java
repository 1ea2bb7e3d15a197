package lv.kopa.report.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file that is being written, with the sum of everything in it. Its entries have no time of their own, so that the
 * same files are the same archive.
 */
final class Bundle implements AutoCloseable {
    /** The first that a ZIP file can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Map<String, String> sums = new LinkedHashMap<>();

    Bundle(OutputStream out) {
        this.zip = new ZipOutputStream(out, UTF_8);
    }

    void add(String name, byte[] content) throws IOException {
        add(name, new ByteArrayInputStream(content));
    }

    /** Adds what is read to its end and closed; a name that is taken gets a number. */
    void add(String name, InputStream content) throws IOException {
        String free = free(safe(name));
        try (content) {
            sums.put(free, write(free, content));
        }
    }

    /**
     * Adds the sums of all that was added, and nothing after them.
     *
     * @return the sum of the sums, by which the whole is known
     */
    String seal() throws IOException {
        String manifest = new Manifest(sums).text();
        return write(Manifest.NAME, new ByteArrayInputStream(manifest.getBytes(UTF_8)));
    }

    private String write(String name, InputStream content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        MessageDigest digest = Manifest.sha256();
        content.transferTo(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A name that every system can unpack, and nowhere but below the folder it is unpacked in. */
    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._/-]", "_")
                .replaceAll("(?<=^|/)\\.+", "_")
                .replaceAll("^/+", "");
    }

    private String free(String name) {
        String free = name;
        int dot = name.lastIndexOf('.') > name.lastIndexOf('/') ? name.lastIndexOf('.') : name.length();
        for (int number = 2; sums.containsKey(free) || free.equals(Manifest.NAME); number++) {
            free = name.substring(0, dot) + "-" + number + name.substring(dot);
        }
        return free;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
