package lv.kopa.event.material;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.Event;
import lv.kopa.event.Events;
import lv.kopa.event.UnknownEvent;
import lv.kopa.file.FileAnswer;
import lv.kopa.file.StoredFile;
import lv.kopa.file.StoredFiles;
import lv.kopa.web.Pages;

/** Gives out what everybody may read. */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class OpenMaterialController {
    private final Materials materials;
    private final Events events;
    private final StoredFiles files;
    private final Clock clock;

    OpenMaterialController(Materials materials, Events events, StoredFiles files, Clock clock) {
        this.materials = materials;
        this.events = events;
        this.files = files;
        this.clock = clock;
    }

    @Get("/events/{slug}/materials/{id}")
    HttpResponse<?> give(String slug, long id) {
        Event event = events.find(slug).orElseThrow(UnknownEvent::new).event();
        Handout handout = materials.get(event.id(), id);
        Material material = handout.material();
        if (!event.isShown() || !material.forEverybody() || !material.isShown(event, clock.instant())) {
            throw new UnknownMaterial();
        }
        StoredFile file = handout.file().orElseThrow(UnknownMaterial::new);
        return FileAnswer.of(file, files.open(file));
    }
}
