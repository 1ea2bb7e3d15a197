package lv.kopa.event.picture;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.notice.OutcomePicture;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.text.Translated;

/** The pictures that go with what organisers tell of events that are over. */
@Singleton
@UnitOfWork
class OutcomePictures {
    static final int MOST = 12;

    private final OutcomePictureRepository repository;
    private final Audit audit;

    OutcomePictures(OutcomePictureRepository repository, Audit audit) {
        this.repository = repository;
        this.audit = audit;
    }

    List<OutcomePicture> of(Event event) {
        return repository.of(event.id());
    }

    /** @return false, and nothing is done, where there are as many as anybody would look at */
    boolean add(Event event, Picture picture, Translated shows, String actor) {
        if (of(event).size() >= MOST) {
            return false;
        }
        repository.add(event.id(), picture.name(), shows, picture.wide(), picture.narrow());
        audit.record(new Deed(actor, "event", event.id(), "outcome-picture-added", null));
        return true;
    }

    void remove(Event event, long id, String actor) {
        if (repository.remove(event.id(), id) > 0) {
            audit.record(new Deed(actor, "event", event.id(), "outcome-picture-removed", Long.toString(id)));
        }
    }

    Optional<Jpeg> find(String slug, String name, boolean narrow) {
        return narrow ? repository.narrow(slug, name) : repository.wide(slug, name);
    }
}
