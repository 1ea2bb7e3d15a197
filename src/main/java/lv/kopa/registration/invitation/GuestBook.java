package lv.kopa.registration.invitation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.wish.Admission;
import lv.kopa.registration.wish.Admission.Knock;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** What organisers see of invitations, and what they are read by. */
@Singleton
class GuestBook {
    private final Inviting inviting;
    private final Events events;
    private final Clock clock;

    GuestBook(Inviting inviting, Events events, Clock clock) {
        this.inviting = inviting;
        this.events = events;
        this.clock = clock;
    }

    Form blank(Shell shell) {
        return Form.empty().with("language", shell.language().tag()).with("approved", true);
    }

    /** @throws lv.kopa.event.UnknownEvent where there is none, or it is somebody else's */
    InvitationsPage page(String slug, Organiser organiser, Shell shell, Form form) {
        EventView view = new EventView(shell, events.own(slug, organiser), clock.instant());
        return new InvitationsPage(
                view, inviting.of(view.event().id()), closed(view.details(), shell.language()), form);
    }

    /** Why nobody can be invited to an event now, or nothing; before registration opens one can. */
    private Optional<Sentence> closed(EventDetails event, Language reader) {
        if (event.event().isDraft()) {
            return Optional.of(Sentence.of("workspace.invitations.draft"));
        }
        return Admission.refusal(event.event(), new Knock(clock.instant(), null, true), reader)
                .filter(closed -> closed.rule() != Admission.IS_OPEN)
                .map(Admission.Closed::sentence);
    }

    GuestReader reader(EventDetails event) {
        long id = event.event().id();
        return new GuestReader(event, inviting.of(id), inviting.registered(id));
    }
}
