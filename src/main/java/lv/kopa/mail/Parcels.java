package lv.kopa.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import lv.kopa.mail.Mail.Attachment;
import org.jspecify.annotations.Nullable;

/** What goes with mails, kept once however many people are sent the same. */
@Singleton
class Parcels {
    private static final int MOST = 10_000;

    /** A database that was set back knows less than we remember. */
    private static final Duration TRUSTED = Duration.ofMinutes(1);

    private final ParcelRepository repository;
    private final ApplicationEventPublisher<Kept> publisher;
    private final Cache<String, Kept> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(TRUSTED).build();

    Parcels(ParcelRepository repository, ApplicationEventPublisher<Kept> publisher) {
        this.repository = repository;
        this.publisher = publisher;
    }

    /** A parcel of this hash was written down. */
    record Kept(String hash) {}

    @TransactionalEventListener
    void written(Kept parcel) {
        known.put(parcel.hash(), parcel);
    }

    /** Keeps attachments in the running transaction and answers what they are called; null for none. */
    @Nullable
    String keep(List<Attachment> attachments) {
        if (attachments.isEmpty()) {
            return null;
        }
        Parcel parcel = Parcel.of(attachments);
        if (known.getIfPresent(parcel.hash()) == null) {
            if (!repository.existsByHash(parcel.hash())) { // asks without a lock that others would wait for
                repository.keep(parcel.hash(), parcel.content());
            }
            publisher.publishEvent(new Kept(parcel.hash()));
        }
        return parcel.hash();
    }

    /** The attachments of this name; none for null. */
    List<Attachment> open(@Nullable String hash) {
        return hash == null
                ? List.of()
                : repository
                        .findByHash(hash)
                        .map(Parcel::attachments)
                        .orElseThrow(() -> new IllegalStateException("No parcel " + hash));
    }
}
