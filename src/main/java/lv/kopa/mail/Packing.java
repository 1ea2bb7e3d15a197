package lv.kopa.mail;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Makes rows of mails and mails of rows. */
@Singleton
public class Packing {
    private final Parcels parcels;
    private final JsonMapper json;

    Packing(Parcels parcels, JsonMapper json) {
        this.parcels = parcels;
        this.json = json;
    }

    OutboxRow pack(Mail mail, Instant now) {
        try {
            return OutboxRow.of(
                    mail, json.writeValueAsString(mail.wording().settled()), parcels.keep(mail.attachments()), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The mail of a row.
     *
     * @throws RuntimeException if it cannot be read, which is no reason not to read others
     */
    public Mail unpack(OutboxRow row) {
        return row.mail(wording(row), parcels.open(row.parcel()));
    }

    /** What the mail of a row says. */
    Wording wording(OutboxRow row) {
        try {
            return json.readValue(row.wording(), Wording.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
