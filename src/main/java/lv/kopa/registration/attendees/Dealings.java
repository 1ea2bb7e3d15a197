package lv.kopa.registration.attendees;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxItem;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.registration.Registration;
import lv.kopa.registration.consent.Agreement;
import lv.kopa.registration.consent.Consents;
import lv.kopa.registration.consent.Speaker;
import lv.kopa.registration.wish.Purpose;
import org.jspecify.annotations.Nullable;

/** What passed between people and an association. */
@Singleton
public class Dealings {
    private static final int MOST_MAILS = 100;

    private final Consents consents;
    private final Outbox outbox;
    private final Audit audit;

    Dealings(Consents consents, Outbox outbox, Audit audit) {
        this.consents = consents;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * What was agreed to, and what was written.
     *
     * @param mails without what they say, which opens the person's own page; the newest first
     */
    public record Passed(List<Agreed> agreements, List<OutboxItem> mails) {}

    /**
     * Something that was agreed to.
     *
     * @param speaker by whose word
     * @param withdrawnAt null while it stands
     */
    public record Agreed(
            Purpose purpose,
            Speaker speaker,
            Instant givenAt,
            @Nullable Instant withdrawnAt) {
        /** Whose word it is, as the end of a text's key. */
        String word() {
            return speaker.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of somebody who is erased, only what was sent and when. */
    Passed with(Registration registration) {
        Speaker speaker = Speaker.of(audit.of("registration", registration.id()));
        List<Agreed> agreements = registration.isErased()
                ? List.of()
                : consents.of(registration, speaker).stream()
                        .map(agreement -> agreed(agreement, speaker))
                        .toList();
        return new Passed(agreements, outbox.about(registration.reference(), MOST_MAILS));
    }

    /** What people choose, and what guardians agree to, they say themselves. */
    private static Agreed agreed(Agreement agreement, Speaker speaker) {
        return new Agreed(
                agreement.purpose(),
                agreement.purpose() == Purpose.PRIVACY ? speaker : Speaker.PERSON,
                agreement.givenAt(),
                agreement.withdrawnAt());
    }
}
