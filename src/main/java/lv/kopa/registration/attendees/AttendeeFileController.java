package lv.kopa.registration.attendees;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import lv.kopa.event.Events;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.file.FileAnswer;
import lv.kopa.file.StoredFile;
import lv.kopa.file.UnknownFile;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.registration.Registration;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.answer.AnswerFiles;
import lv.kopa.web.Pages;

/** Gives organisers the files that people answered with; that a sensitive one was seen is recorded. */
@Pages
@Secured(SecurityRule.IS_AUTHENTICATED)
class AttendeeFileController {
    private final Attendees attendees;
    private final AnswerBook book;
    private final AnswerFiles files;
    private final Events events;

    AttendeeFileController(Attendees attendees, AnswerBook book, AnswerFiles files, Events events) {
        this.attendees = attendees;
        this.book = book;
        this.files = files;
        this.events = events;
    }

    @Get("/organiser/registrations/{reference}/answers/{key}/file")
    @Needs(Role.ORGANISER)
    HttpResponse<?> give(Organiser organiser, String reference, String key) {
        Registration registration = attendees.own(reference, organiser);
        Questionnaire asked = events.get(registration.eventId()).questionnaire();
        Question question = asked.questions().stream()
                .filter(each -> each.questionKey().equals(key))
                .findFirst()
                .orElseThrow(UnknownFile::new);
        Answers answers = question.sensitive()
                ? book.reveal(registration.id(), asked, organiser.actor())
                : book.open(List.of(registration.id()), asked).getOrDefault(registration.id(), Answers.none());
        StoredFile file = files.find(answers.to(key).stream().findFirst());
        return FileAnswer.of(file, files.open(file, question, registration.id()));
    }
}
