package lv.kopa.registration.entry;

import jakarta.inject.Singleton;
import java.util.Optional;

/** What people were invited to by mail, part by part. */
@Singleton
public class SentEntries {
    private final SentEntryRepository repository;

    SentEntries(SentEntryRepository repository) {
        this.repository = repository;
    }

    /** The entry of a UID, for whoever gets an answer to it. */
    public Optional<SentEntry> find(String uid) {
        return repository.findByUid(uid);
    }
}
