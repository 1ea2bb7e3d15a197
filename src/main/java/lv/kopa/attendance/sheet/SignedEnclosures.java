package lv.kopa.attendance.sheet;

import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.file.Enclosures;
import lv.kopa.file.StoredFiles;

/** Puts what people signed into the archive for auditors. */
@Singleton
class SignedEnclosures implements Enclosures {
    private final SignedSheets sheets;
    private final StoredFiles files;

    SignedEnclosures(SignedSheets sheets, StoredFiles files) {
        this.sheets = sheets;
        this.files = files;
    }

    @Override
    public List<Enclosure> of(long event) {
        return sheets.of(event).stream()
                .map(scan -> new Enclosure(name(scan), () -> files.open(scan.file())))
                .toList();
    }

    /** By the day; what a file was called where it was scanned says little. */
    private static String name(Scan scan) {
        String ends = scan.file().name().replaceFirst("^.*(?=\\.)", "");
        return "signed/" + scan.sheet().day() + "-" + scan.sheet().id() + ends;
    }
}
