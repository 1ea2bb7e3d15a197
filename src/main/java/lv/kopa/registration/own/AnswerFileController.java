package lv.kopa.registration.own;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.event.Events;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.file.FileAnswer;
import lv.kopa.file.StoredFile;
import lv.kopa.file.UnknownFile;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.answer.AnswerFiles;
import lv.kopa.web.Pages;
import lv.kopa.web.Token;

/** Gives people back the files that they answered with. */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class AnswerFileController {
    private final Registrations registrations;
    private final AnswerBook book;
    private final AnswerFiles files;
    private final Events events;

    AnswerFileController(Registrations registrations, AnswerBook book, AnswerFiles files, Events events) {
        this.registrations = registrations;
        this.book = book;
        this.files = files;
        this.events = events;
    }

    @Get("/r/{token}/answers/{key}/file")
    HttpResponse<?> give(@PathVariable String token, String key) {
        Registration registration = registrations.byLink(Token.inAddress(token));
        Questionnaire asked = events.get(registration.eventId()).questionnaire();
        Question question = asked.questions().stream()
                .filter(each -> each.questionKey().equals(key))
                .findFirst()
                .orElseThrow(UnknownFile::new);
        StoredFile file =
                files.find(book.of(registration.id(), asked).to(key).stream().findFirst());
        return FileAnswer.of(file, files.open(file, question, registration.id()));
    }
}
