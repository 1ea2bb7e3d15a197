package lv.kopa.event.picture;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.announcement.Herald;
import lv.kopa.event.copy.EventCopied;
import lv.kopa.event.copy.EventPart;
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

    @EventListener
    void copied(EventCopied copy) {
        String name = copy.from().picture();
        if (name != null
                && copy.parts().contains(EventPart.PICTURE)
                && repository.copy(copy.from().id(), copy.to().id()) > 0) {
            repository.show(copy.to().id(), name, herald.now());
            repository.describe(copy.to().id(), copy.from().pictureShows(), herald.now());
        }
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
