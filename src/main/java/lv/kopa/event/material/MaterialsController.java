package lv.kopa.event.material;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.file.FileAnswer;
import lv.kopa.file.FileFields;
import lv.kopa.file.FileKind;
import lv.kopa.file.FileRefused;
import lv.kopa.file.StoredFile;
import lv.kopa.file.StoredFiles;
import lv.kopa.file.UnknownFile;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers say what the people of an event are given to read. */
@Pages("/organiser/events/{slug}/materials")
@Secured(SecurityRule.IS_AUTHENTICATED)
class MaterialsController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Materials materials;
    private final Events events;
    private final FileFields fields;
    private final StoredFiles files;
    private final Clock clock;

    MaterialsController(Materials materials, Events events, FileFields fields, StoredFiles files, Clock clock) {
        this.materials = materials;
        this.events = events;
        this.fields = fields;
        this.files = files;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> list(Shell shell, Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        return Html.ok(templates.eventMaterialList(
                new MaterialsPage(shell, event, materials.of(event.event().id()), clock.instant())));
    }

    @Get("/files")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> newFile(Shell shell, Organiser organiser, String slug) {
        return Html.ok(templates.eventMaterialEdit(
                page(shell, events.own(slug, organiser), Optional.empty(), false, MaterialForm.blank())));
    }

    @Get("/links")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> newLink(Shell shell, Organiser organiser, String slug) {
        return Html.ok(templates.eventMaterialEdit(
                page(shell, events.own(slug, organiser), Optional.empty(), true, MaterialForm.blank())));
    }

    @Get("/{id}")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> edit(Shell shell, Organiser organiser, String slug, long id) {
        EventDetails event = events.own(slug, organiser);
        Handout handout = materials.get(event.event().id(), id);
        Material material = handout.material();
        return Html.ok(templates.eventMaterialEdit(
                page(shell, event, Optional.of(handout), material.isLink(), MaterialForm.of(material))));
    }

    @Get("/{id}/file")
    HttpResponse<?> file(Organiser organiser, String slug, long id) {
        StoredFile file = materials
                .get(events.own(slug, organiser).event().id(), id)
                .file()
                .orElseThrow(UnknownFile::new);
        return FileAnswer.of(file, files.open(file));
    }

    @Post("/files")
    HttpResponse<byte[]> addFile(Shell shell, Organiser organiser, String slug, @Body Form form) {
        return write(page(shell, events.own(slug, organiser), Optional.empty(), false, form), organiser);
    }

    @Post("/links")
    HttpResponse<byte[]> addLink(Shell shell, Organiser organiser, String slug, @Body Form form) {
        return write(page(shell, events.own(slug, organiser), Optional.empty(), true, form), organiser);
    }

    @Post("/{id}")
    HttpResponse<byte[]> change(Shell shell, Organiser organiser, String slug, long id, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        Handout handout = materials.get(event.event().id(), id);
        return write(page(shell, event, Optional.of(handout), handout.material().isLink(), form), organiser);
    }

    @Post("/{id}/place")
    HttpResponse<byte[]> move(Organiser organiser, String slug, long id, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        materials.move(event.event(), id, form.chose("to", "up"), organiser.actor());
        return Flash.seeOther(path(slug), "material.saved");
    }

    @Post("/{id}/removal")
    HttpResponse<byte[]> remove(Organiser organiser, String slug, long id) {
        EventDetails event = events.own(slug, organiser);
        materials.remove(event.event(), id, organiser.actor());
        return Flash.seeOther(path(slug), "material.removed");
    }

    private HttpResponse<byte[]> write(MaterialPage page, Organiser organiser) {
        Form form = page.form();
        long event = page.event().event().id();
        fields.take(form, MaterialForm.FILE, Materials.space(event), EnumSet.allOf(FileKind.class));
        MaterialPlan plan = MaterialForm.read(form, page.link(), page.handout().isPresent());
        if (!form.hasErrors()) {
            try {
                save(page, plan, organiser);
                return Flash.seeOther(page.back(), "material.saved");
            } catch (FileRefused gone) {
                form.without(FileFields.secretOf(MaterialForm.FILE)).reject(MaterialForm.FILE, gone.sentence());
            } catch (TooManyMaterials tooMany) {
                form.reject("", tooMany.sentence());
            } catch (ChangedMeanwhile stale) {
                long id = page.handout().orElseThrow().material().id();
                int now = materials.get(event, id).material().version();
                form.replace("version", now).reject("", stale.sentence());
            }
        }
        return Html.unprocessable(
                templates.eventMaterialEdit(page(page.shell(), page.event(), page.handout(), page.link(), form)));
    }

    private void save(MaterialPage page, MaterialPlan plan, Organiser organiser) {
        if (page.handout().isPresent()) {
            long id = page.handout().get().material().id();
            materials.change(page.event().event(), id, page.form().version(), plan, organiser.actor());
        } else {
            materials.add(page.event().event(), plan, organiser.actor());
        }
    }

    private MaterialPage page(Shell shell, EventDetails event, Optional<Handout> handout, boolean link, Form form) {
        return new MaterialPage(
                shell,
                event,
                handout,
                link,
                form,
                fields.staged(
                        form, MaterialForm.FILE, Materials.space(event.event().id())));
    }

    private static String path(String slug) {
        return "/organiser/events/" + slug + "/materials";
    }
}
