package lv.kopa.organisation;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** How people reach an organisation. */
@Serdeable
public record Contact(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String website,
        @Nullable String address) {

    public static Contact none() {
        return new Contact(null, null, null, null);
    }

    public boolean isEmpty() {
        return email == null && phone == null && website == null && address == null;
    }

    /** The website as people say it: without scheme and last slash. */
    public String websiteName() {
        return website == null ? "" : website.replaceFirst("^https?://", "").replaceFirst("/$", "");
    }
}
