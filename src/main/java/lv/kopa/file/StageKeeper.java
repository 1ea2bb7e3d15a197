package lv.kopa.file;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Deletes files that came with forms nobody finished. */
@Singleton
class StageKeeper {
    private final FileRepository repository;
    private final StoredFiles files;
    private final Clock clock;

    StageKeeper(FileRepository repository, StoredFiles files, Clock clock) {
        this.repository = repository;
        this.files = files;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 * * * ?")
    void deleteForgotten() {
        for (List<Long> some = repository.forgotten(clock.instant());
                !some.isEmpty();
                some = repository.forgotten(clock.instant())) {
            some.forEach(files::deleteForgotten);
        }
    }
}
