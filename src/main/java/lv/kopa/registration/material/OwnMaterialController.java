package lv.kopa.registration.material;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.Event;
import lv.kopa.event.Events;
import lv.kopa.event.material.Handout;
import lv.kopa.event.material.Materials;
import lv.kopa.event.material.UnknownMaterial;
import lv.kopa.file.FileAnswer;
import lv.kopa.file.StoredFile;
import lv.kopa.file.StoredFiles;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.web.Pages;
import lv.kopa.web.Token;

/** Gives materials out to who has a place, and to nobody else. */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class OwnMaterialController {
    private final Registrations registrations;
    private final Materials materials;
    private final Events events;
    private final StoredFiles files;
    private final Clock clock;

    OwnMaterialController(
            Registrations registrations, Materials materials, Events events, StoredFiles files, Clock clock) {
        this.registrations = registrations;
        this.materials = materials;
        this.events = events;
        this.files = files;
        this.clock = clock;
    }

    @Get("/r/{token}/materials/{id}")
    HttpResponse<?> give(@PathVariable String token, long id) {
        Registration registration = registrations.byLink(Token.inAddress(token));
        Event event = events.get(registration.eventId()).event();
        Handout handout = materials.get(event.id(), id);
        if (!registration.isConfirmed() || !handout.material().isShown(event, clock.instant())) {
            throw new UnknownMaterial();
        }
        StoredFile file = handout.file().orElseThrow(UnknownMaterial::new);
        return FileAnswer.of(file, files.open(file));
    }
}
