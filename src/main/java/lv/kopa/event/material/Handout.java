package lv.kopa.event.material;

import java.net.URI;
import java.util.Optional;
import lv.kopa.file.StoredFile;
import lv.kopa.text.Language;

/** A material with its file, if it is one. */
public record Handout(Material material, Optional<StoredFile> file) {

    /** What it is called for a reader. */
    public String title(Language reader) {
        String title = material.title().in(reader);
        return title.isEmpty() ? file.map(StoredFile::name).orElseGet(this::host) : title;
    }

    /** The language of that, for `lang`. */
    public String titleLanguage(Language reader) {
        return material.title().languageFor(reader).orElse(reader).tag();
    }

    /** What awaits whoever opens it: "PDF, 1.2 MB", or whose site it is on, if its title does not say so. */
    public String kind(Language reader) {
        return file.map(stored -> stored.about(reader))
                .orElseGet(() -> material.title().isEmpty() ? "" : host());
    }

    /** Where it is found, below the page that shows it. */
    public String address(String page) {
        String elsewhere = material.address();
        return elsewhere == null ? page + "/materials/" + material.id() : elsewhere;
    }

    private String host() {
        String address = material.address();
        return address == null ? "" : URI.create(address).getHost();
    }
}
