package lv.kopa.event.picture;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.announcement.Herald;
import lv.kopa.text.Translated;

/** The pictures of events. */
@Singleton
@UnitOfWork
class Pictures {
    private final PictureRepository repository;
    private final Herald herald;

    Pictures(PictureRepository repository, Herald herald) {
        this.repository = repository;
        this.herald = herald;
    }

    void keep(long event, Picture picture, String actor) {
        repository.show(event, picture.name(), herald.now());
        repository.keep(event, picture.name(), picture.wide(), picture.narrow());
        herald.tell(event, "picture-kept", actor);
    }

    /** Says what is to be seen on it, for those who do not see it. */
    void describe(long event, Translated words, String actor) {
        repository.describe(event, words, herald.now());
        herald.tell(event, "picture-described", actor);
    }

    void remove(long event, String actor) {
        repository.show(event, null, herald.now());
        repository.remove(event);
        herald.tell(event, "picture-removed", actor);
    }

    Optional<Jpeg> find(String slug, String name, boolean narrow) {
        return narrow ? repository.narrow(slug, name) : repository.wide(slug, name);
    }
}
