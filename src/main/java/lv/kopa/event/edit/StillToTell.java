package lv.kopa.event.edit;

import jakarta.inject.Singleton;

/** How many people have yet to hear of changes, for the organiser who made them. */
@Singleton
class StillToTell {
    private final StillToTellRepository repository;

    StillToTell(StillToTellRepository repository) {
        this.repository = repository;
    }

    long of(long event) {
        return repository.of(event);
    }
}
