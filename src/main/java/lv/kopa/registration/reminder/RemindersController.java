package lv.kopa.registration.reminder;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organiser;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers say when the people of an event are reminded. */
@Pages("/organiser/events/{slug}/reminders")
@Secured(SecurityRule.IS_AUTHENTICATED)
class RemindersController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Reminders reminders;
    private final Events events;

    RemindersController(Reminders reminders, Events events) {
        this.reminders = reminders;
        this.events = events;
    }

    @Get
    HttpResponse<byte[]> list(Shell shell, Organiser organiser, String slug) {
        return Html.ok(templates.registrationReminders(page(shell, events.own(slug, organiser), ReminderForm.blank())));
    }

    @Post
    HttpResponse<byte[]> add(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        Optional<Offset> offset = ReminderForm.read(form);
        if (reminders.of(event).size() >= Reminders.MOST) {
            form.reject("", "reminder.fault.many", Reminders.MOST);
        }
        if (!form.hasErrors() && offset.isPresent()) {
            if (reminders.add(event, offset.get(), organiser.actor())) {
                return Flash.seeOther("/organiser/events/" + slug + "/reminders", "reminder.added");
            }
            form.reject("amount", "reminder.fault.same");
        }
        return Html.unprocessable(templates.registrationReminders(page(shell, event, form)));
    }

    @Post("/{id}/removal")
    HttpResponse<byte[]> remove(Organiser organiser, String slug, long id) {
        reminders.remove(events.own(slug, organiser), id, organiser.actor());
        return Flash.seeOther("/organiser/events/" + slug + "/reminders", "reminder.removed");
    }

    private RemindersPage page(Shell shell, EventDetails event, Form form) {
        List<Reminder> own = reminders.of(event);
        return new RemindersPage(shell, event, own, reminders.moments(own), form);
    }
}
