package lv.kopa.organisation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.time.ZoneId;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/**
 * An association, school or authority.
 *
 * @param about Markdown
 * @param logoType the media type of its logo, where it has one
 * @param version counts its changes
 * @param senderName as whom it writes mails, where not by its name
 * @param replyTo where answers to them go, where not to its address
 */
@MappedEntity("organisation")
public record Organisation(
        @Id @GeneratedValue long id,
        String slug,
        String name,

        @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class)
        Translated about,

        Accent accent,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String website,
        @Nullable String address,
        String timeZone,
        @Nullable String logoType,
        int version,
        Instant createdAt,
        @Nullable String senderName,
        @Nullable String replyTo) {

    static Organisation founded(String slug, Profile profile, Instant now) {
        return new Organisation(
                0,
                slug,
                profile.name(),
                profile.about(),
                profile.accent(),
                profile.contact().email(),
                profile.contact().phone(),
                profile.contact().website(),
                profile.contact().address(),
                profile.zone().getId(),
                null,
                0,
                now,
                null,
                null);
    }

    public Profile profile() {
        return new Profile(name, about, accent, contact(), zone());
    }

    public Contact contact() {
        return new Contact(email, phone, website, address);
    }

    /** As whom it writes mails: by its name, with answers to its own address, unless it says otherwise. */
    public Mail.Sender sender() {
        return new Mail.Sender(
                senderName == null ? name : senderName,
                EmailAddress.parse(replyTo == null ? email : replyTo).orElse(null));
    }

    /**
     * As whom it wants to write mails.
     *
     * @param name null for its own
     * @param replyTo null for the address people can write to
     */
    public record Writer(@Nullable String name, @Nullable String replyTo) {}

    /** The zone of the clocks its people look at. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public String path() {
        return "/organisations/" + slug;
    }

    /** The address of its logo, or null where it has none; a changed logo has another address. */
    public @Nullable String logoPath() {
        return logoType == null ? null : path() + "/logo?v=" + version;
    }
}
