package lv.kopa.report.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lv.kopa.start.Errand;

/** `verify-archive FILE`: says which files of an archive are not as its manifest has them. */
public final class ArchiveCheck implements Errand {
    @Override
    public String name() {
        return "verify-archive";
    }

    @Override
    public String usage() {
        return "verify-archive FILE.zip";
    }

    @Override
    public Result run(String argument) {
        try (ZipFile zip = new ZipFile(new File(argument), UTF_8)) {
            ZipEntry entry = zip.getEntry(Manifest.NAME);
            if (entry == null) {
                return new Result(false, argument + " has no " + Manifest.NAME + ": it is no archive of Kopa.");
            }
            byte[] text = zip.getInputStream(entry).readAllBytes();
            return compare(argument, zip, Manifest.read(new String(text, UTF_8)), sum(zip, entry));
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Result(false, argument + " cannot be read as an archive: " + unreadable.getMessage());
        }
    }

    private static Result compare(String name, ZipFile zip, Manifest manifest, String sum) {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, String> file : manifest.sums().entrySet()) {
            ZipEntry entry = zip.getEntry(file.getKey());
            if (entry == null) {
                faults.add(file.getKey() + ": missing");
            } else if (!sum(zip, entry).equals(file.getValue())) {
                faults.add(file.getKey() + ": differs");
            }
        }
        Set<String> seen = new HashSet<>();
        zip.stream()
                .map(ZipEntry::getName)
                .filter(entry -> !seen.add(entry)
                        || !entry.equals(Manifest.NAME) && !manifest.sums().containsKey(entry))
                .forEach(entry -> faults.add(entry + ": added"));
        String count = manifest.sums().size() + " files, manifest " + sum;
        return faults.isEmpty()
                ? new Result(true, name + ": all is as it was written (" + count + ").")
                : new Result(
                        false, String.join("\n", faults) + "\n" + name + ": not as it was written (" + count + ").");
    }

    /** The sum of a file; "" where it cannot even be unpacked. */
    private static String sum(ZipFile zip, ZipEntry entry) {
        MessageDigest digest = Manifest.sha256();
        try (InputStream content = zip.getInputStream(entry)) {
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException broken) {
            return "";
        }
    }
}
