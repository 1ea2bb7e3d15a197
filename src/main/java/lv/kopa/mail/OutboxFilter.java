package lv.kopa.mail;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which mails of the outbox to show.
 *
 * @param organisations whose mails, by id; null for everybody's, and those about no organisation too
 * @param event about which event, by id; null for any, and those about none too
 * @param search a part of the address or of the subject
 * @param before only mails older than the one of this id, see {@link OutboxPage#next}
 */
public record OutboxFilter(
        @Nullable Set<Long> organisations,
        @Nullable Long event,
        @Nullable MailStage stage,
        @Nullable String search,
        @Nullable Long before,
        int size) {
    private static final int LARGEST = 200;

    public OutboxFilter {
        organisations = organisations == null ? null : Set.copyOf(organisations);
        size = Math.max(1, Math.min(size, LARGEST));
    }

    public OutboxFilter(
            @Nullable Set<Long> organisations,
            @Nullable MailStage stage,
            @Nullable String search,
            @Nullable Long before,
            int size) {
        this(organisations, null, stage, search, before, size);
    }

    public static OutboxFilter newestOf(@Nullable Set<Long> organisations, int size) {
        return new OutboxFilter(organisations, null, null, null, size);
    }

    @Nullable
    MailState state() {
        return stage == null ? null : stage.state();
    }

    @Nullable
    Boolean tried() {
        return stage == null ? null : stage.tried();
    }

    /** The search as a pattern for LIKE, whose own signs stand for themselves when escaped with an exclamation mark. */
    @Nullable
    String pattern() {
        return search == null || search.isBlank() ? null : "%" + search.strip().replaceAll("[!%_]", "!$0") + "%";
    }
}
