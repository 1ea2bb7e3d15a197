package lv.kopa.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import lv.kopa.mail.Mail.Attachment;
import org.jspecify.annotations.Nullable;

/** What goes with mails, kept once however many people are sent the same. */
@Singleton
public class Parcels {
    private static final int MOST = 10_000;

    private final ParcelRepository repository;
    private final ApplicationEventPublisher<Kept> publisher;
    private final Cache<String, Kept> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

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
            repository.keep(parcel.hash(), parcel.content());
            publisher.publishEvent(new Kept(parcel.hash()));
        }
        return parcel.hash();
    }

    /** The attachments of this name; none for null. */
    public List<Attachment> open(@Nullable String hash) {
        return Optional.ofNullable(hash)
                .flatMap(repository::findByHash)
                .map(Parcel::attachments)
                .orElse(List.of());
    }
}
