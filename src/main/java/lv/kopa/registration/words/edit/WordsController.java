package lv.kopa.registration.words.edit;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.registration.words.OwnWords;
import lv.kopa.registration.words.Version;
import lv.kopa.registration.words.Words;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** Where organisers write the mails of an event, or of all events of their organisation. */
@Pages("/organiser/{what}/{slug}/texts")
@Secured(SecurityRule.IS_AUTHENTICATED)
class WordsController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Desk desk;
    private final Editing editing;
    private final Preview preview;
    private final OwnWords ownWords;

    WordsController(Desk desk, Editing editing, Preview preview, OwnWords ownWords) {
        this.desk = desk;
        this.editing = editing;
        this.preview = preview;
        this.ownWords = ownWords;
    }

    @Get
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> list(Shell shell, Organiser organiser, String what, String slug) {
        return Html.ok(templates.registrationWordsList(editing.list(shell, desk.find(what, slug, organiser))));
    }

    @Get("/{occasion}/{language}")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> show(
            Shell shell, Organiser organiser, String what, String slug, String occasion, String language) {
        Topic topic = topic(organiser, what, slug, occasion, language);
        return Html.ok(templates.registrationWordsEdit(editing.page(shell, topic)));
    }

    @Post("/{occasion}/{language}")
    HttpResponse<byte[]> write(
            Shell shell,
            Organiser organiser,
            String what,
            String slug,
            String occasion,
            String language,
            @Body Form form) {
        Topic topic = topic(organiser, what, slug, occasion, language);
        WordsForm.check(form, topic.occasion(), shell.language());
        if (!form.hasErrors()) {
            try {
                write(topic, form.version(), WordsForm.words(form), organiser);
                return Flash.seeOther(topic.path(), "words.saved");
            } catch (ChangedMeanwhile stale) {
                int now = editing.versions(topic).get(0).version();
                form.replace("version", now).reject("", stale.sentence());
            }
        }
        return Html.unprocessable(templates.registrationWordsEdit(editing.page(shell, topic, form)));
    }

    /** Back to what counts where nothing is written. */
    @Post("/{occasion}/{language}/return")
    HttpResponse<byte[]> reset(
            Organiser organiser, String what, String slug, String occasion, String language, @Body Form form) {
        Topic topic = topic(organiser, what, slug, occasion, language);
        return again(topic, form.version(), null, organiser, "words.reset.done");
    }

    @Post("/{occasion}/{language}/versions/{number}")
    HttpResponse<byte[]> restore(
            Organiser organiser,
            String what,
            String slug,
            String occasion,
            String language,
            int number,
            @Body Form form) {
        Topic topic = topic(organiser, what, slug, occasion, language);
        Words earlier = editing.versions(topic).stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .flatMap(Version::words)
                .orElseThrow(UnknownOccasion::new);
        return again(topic, form.version(), earlier, organiser, "words.history.restored");
    }

    /** What was typed, right or wrong, as it comes to somebody. */
    @Post("/{occasion}/{language}/preview")
    HttpResponse<?> see(
            Shell shell,
            Organiser organiser,
            String what,
            String slug,
            String occasion,
            String language,
            @Body Form form) {
        Topic topic = topic(organiser, what, slug, occasion, language);
        Wording mail = preview.of(topic, WordsForm.words(form), form.get("person"));
        return form.chose("as", "text")
                ? Html.sandboxed(mail.subject() + "\n\n" + mail.text())
                        .contentType(new MediaType("text/plain; charset=utf-8"))
                : Html.sandboxed(templates.registrationWordsPreview(shell, topic, mail));
    }

    private Topic topic(Organiser organiser, String what, String slug, String occasion, String language) {
        return editing.topic(desk.find(what, slug, organiser), occasion, language);
    }

    private HttpResponse<byte[]> again(Topic topic, int seen, @Nullable Words words, Organiser organiser, String said) {
        try {
            write(topic, seen, words, organiser);
            return Flash.seeOther(topic.path(), said);
        } catch (ChangedMeanwhile stale) {
            return Flash.seeOther(topic.path(), stale.sentence().key());
        }
    }

    private void write(Topic topic, int seen, @Nullable Words words, Organiser organiser) {
        ownWords.write(topic.subject().scope(), topic.key(), topic.language(), seen, words, organiser.actor());
    }
}
