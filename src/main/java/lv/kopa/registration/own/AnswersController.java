package lv.kopa.registration.own;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Question;
import lv.kopa.file.FileRefused;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.answer.AnswerFiles;
import lv.kopa.registration.wish.Inquiry;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where people answer what they are asked, and change what they answered. */
@Pages("/r/{token}/answers")
@Secured(SecurityRule.IS_ANONYMOUS)
class AnswersController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Registrations registrations;
    private final Answering answering;
    private final AnswerBook book;
    private final AnswerFiles files;
    private final Events events;
    private final Clock clock;

    AnswersController(
            Registrations registrations,
            Answering answering,
            AnswerBook book,
            AnswerFiles files,
            Events events,
            Clock clock) {
        this.registrations = registrations;
        this.answering = answering;
        this.book = book;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> form(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        Registration registration = registrations.byLink(link);
        EventDetails event = events.get(registration.eventId());
        Answers given = book.of(registration.id(), event.questionnaire());
        Form form = Form.empty().with("version", book.edition(registration.id()));
        for (Question question : event.questionnaire().current()) {
            given.to(question.questionKey()).forEach(value -> form.with(question.field(), value));
        }
        AnswersPage page = page(registration, event, given, link, form, shell);
        if (!page.answerable().isOpen()) {
            return late(page);
        }
        return page.inquiry().questions().isEmpty()
                ? Html.seeOther(page.back())
                : Html.ok(templates.registrationOwnAnswers(page));
    }

    @Post
    HttpResponse<byte[]> answer(@PathVariable String token, @Body Form form, Shell shell) {
        Token link = Token.inAddress(token);
        Registration registration = registrations.byLink(link);
        EventDetails event = events.get(registration.eventId());
        Answers given = book.of(registration.id(), event.questionnaire());
        AnswersPage page = page(registration, event, given, link, form, shell);
        if (!page.answerable().isOpen()) {
            return late(page);
        }
        readFiles(page, registration, given);
        if (form.isToTranslate()) {
            if (page.inquiry().isAnsweredInVain()) {
                form.reject("", "registration.own.answers.closed");
            }
            return Html.ok(templates.registrationOwnAnswers(page));
        }
        page.inquiry().tellOfUnseen();
        if (form.isToBeSeenAgain()) {
            return Html.unprocessable(templates.registrationOwnAnswers(page));
        }
        try {
            answering.answer(registration, page.edition(), page.inquiry().answers());
            return Flash.seeOther(
                    page.back(),
                    page.inquiry().isAnsweredInVain()
                            ? "registration.own.answers.unasked"
                            : "registration.own.answers.done");
        } catch (ChangesClosed closed) {
            return Flash.seeOther(page.back(), closed.sentence().key());
        } catch (FileRefused gone) {
            form.reject("", gone.sentence());
        } catch (InvalidInput invalid) {
            invalid.faults().forEach(form::reject);
        } catch (ChangedMeanwhile meanwhile) {
            form.replace("version", book.edition(registration.id())).reject("", "registration.own.answers.meanwhile");
        }
        return Html.unprocessable(templates.registrationOwnAnswers(page));
    }

    private static HttpResponse<byte[]> late(AnswersPage page) {
        boolean calledOff = page.inquiry().view().event().isCancelled();
        return Flash.seeOther(page.back(), calledOff ? "registration.called-off" : "registration.own.answers.late");
    }

    private void readFiles(AnswersPage page, Registration registration, Answers given) {
        page.inquiry().questions().stream()
                .filter(question -> question.type().isFile()
                        && page.form().chose(page.inquiry().shownField(), question.questionKey()))
                .forEach(question -> files.read(
                        page.form(),
                        question,
                        registration.id(),
                        given.to(question.questionKey()).stream().findFirst().orElse("")));
    }

    private AnswersPage page(
            Registration registration, EventDetails event, Answers given, Token link, Form form, Shell shell) {
        EventView view = new EventView(shell, event, clock.instant());
        String category = event.categoryKey(registration.categoryId());
        Answerable answerable = new Answerable(registration, event, given, view.now());
        Inquiry inquiry = new Inquiry(view, form, answerable::isOpen, category, given);
        return new AnswersPage(inquiry, answerable, "/r/" + link.secret());
    }
}
