package lv.kopa.event.material;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.Places;
import lv.kopa.event.copy.EventCopied;
import lv.kopa.event.copy.EventPart;
import lv.kopa.file.Space;
import lv.kopa.file.StoredFile;
import lv.kopa.file.StoredFiles;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import org.jspecify.annotations.Nullable;

/** What the people of events are given to read. */
@Singleton
public class Materials {
    private static final int MOST = 100;
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private final MaterialRepository repository;
    private final Places places;
    private final StoredFiles files;
    private final Audit audit;
    private final Clock clock;

    Materials(MaterialRepository repository, Places places, StoredFiles files, Audit audit, Clock clock) {
        this.repository = repository;
        this.places = places;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where the files of an event's materials lie. */
    static Space space(long event) {
        return new Space("material:" + event, MOST_BYTES);
    }

    /** All of them in their order, whether or not it is time for them. */
    public List<Handout> of(long event) {
        return withFiles(repository.of(event));
    }

    /**
     * One of an event.
     *
     * @throws UnknownMaterial where there is none
     */
    public Handout get(long event, long id) {
        return withFiles(List.of(find(event, id))).get(0);
    }

    @UnitOfWork
    void add(Event event, MaterialPlan plan, String actor) {
        lock(event);
        List<Material> others = repository.of(event.id());
        if (others.size() >= MOST) {
            throw new TooManyMaterials(MOST);
        }
        int position = others.stream().mapToInt(Material::position).max().orElse(0) + 1;
        Material added = repository.save(new Material(
                0,
                event.id(),
                position,
                plan.title(),
                plan.about(),
                plan.address(),
                plan.file()
                        .map(secret -> files.keep(space(event.id()), secret).id())
                        .orElse(null),
                plan.visible(),
                plan.forEverybody(),
                null,
                0,
                now()));
        tell(event.id(), "material-added", added.id(), actor);
    }

    /** How many bytes the files of an event's materials have. */
    public long size(long event) {
        return of(event).stream()
                .flatMap(handout -> handout.file().stream())
                .mapToLong(StoredFile::sizeBytes)
                .sum();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void copied(EventCopied copy) {
        if (copy.parts().contains(EventPart.MATERIALS)) {
            of(copy.from().id()).forEach(handout -> copy(handout, copy.to().id()));
        }
    }

    private void copy(Handout handout, long event) {
        Material material = handout.material();
        repository.save(new Material(
                0,
                event,
                material.position(),
                material.title(),
                material.about(),
                material.address(),
                handout.file().map(file -> files.copy(file, space(event)).id()).orElse(null),
                material.visible(),
                material.forEverybody(),
                null,
                0,
                now()));
    }

    /**
     * Changes one; what has another file or address by then is news again.
     *
     * @throws ChangedMeanwhile where somebody else did first
     */
    @UnitOfWork
    void change(Event event, long id, int version, MaterialPlan plan, String actor) {
        lock(event);
        Material before = find(event.id(), id);
        @Nullable
        Long file = plan.file()
                .map(secret ->
                        Long.valueOf(files.keep(space(event.id()), secret).id()))
                .orElse(before.fileId());
        boolean same = Objects.equals(before.fileId(), file) && Objects.equals(before.address(), plan.address());
        long changed = repository.change(
                id,
                version,
                plan.title(),
                plan.about(),
                plan.address(),
                file,
                plan.visible(),
                plan.forEverybody(),
                same ? before.toldAt() : null);
        if (changed == 0) {
            throw new ChangedMeanwhile();
        }
        if (before.fileId() != null && !before.fileId().equals(file)) {
            files.delete(before.fileId());
        }
        tell(event.id(), "material-changed", id, actor);
    }

    @UnitOfWork
    void move(Event event, long id, boolean up, String actor) {
        lock(event);
        List<Material> all = new ArrayList<>(repository.of(event.id()));
        int place = all.indexOf(find(event.id(), id));
        int other = place + (up ? -1 : 1);
        if (other >= 0 && other < all.size()) {
            Collections.swap(all, place, other);
            for (int i = 0; i < all.size(); i++) {
                repository.place(all.get(i).id(), i + 1);
            }
            tell(event.id(), "material-moved", id, actor);
        }
    }

    @UnitOfWork
    void remove(Event event, long id, String actor) {
        lock(event);
        Material material = find(event.id(), id);
        repository.remove(id);
        if (material.fileId() != null) {
            files.delete(material.fileId());
        }
        tell(event.id(), "material-removed", id, actor);
    }

    /** Those that people can see by now and were not told of; from now on they were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Handout> takeNews(Event event, String actor) {
        Instant now = now();
        List<Material> news = repository.of(event.id()).stream()
                .filter(material -> material.toldAt() == null && material.isShown(event, now))
                .filter(material -> repository.takeTelling(material.id(), now) > 0)
                .toList();
        news.forEach(material -> tell(event.id(), "material-told", material.id(), actor));
        return withFiles(news);
    }

    private void lock(Event event) {
        places.lock(event.id());
    }

    private Material find(long event, long id) {
        return repository.find(event, id).orElseThrow(UnknownMaterial::new);
    }

    private void tell(long event, String deed, long material, String actor) {
        audit.record(new Deed(actor, "event", event, deed, Long.toString(material)));
        repository.advanceRevision(now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private List<Handout> withFiles(List<Material> materials) {
        Map<Long, StoredFile> byId = files.byId(materials.stream()
                .map(Material::fileId)
                .filter(Objects::nonNull)
                .toList());
        return materials.stream()
                .map(material -> new Handout(
                        material, Optional.ofNullable(material.fileId()).map(byId::get)))
                .toList();
    }
}
