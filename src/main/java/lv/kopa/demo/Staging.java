package lv.kopa.demo;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lv.kopa.demo.Scene.Guest;
import lv.kopa.demo.Scene.Then;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventState;
import lv.kopa.event.Session;
import lv.kopa.event.Visibility;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;

/** Announces an event, registers its guests, and lets happen what happened to them and to it. */
@Singleton
class Staging {
    private final Organisations organisations;
    private final Announcements announcements;
    private final Registrations registrations;
    private final Hosting hosting;
    private final Aftermath aftermath;

    Staging(
            Organisations organisations,
            Announcements announcements,
            Registrations registrations,
            Hosting hosting,
            Aftermath aftermath) {
        this.organisations = organisations;
        this.announcements = announcements;
        this.registrations = registrations;
        this.hosting = hosting;
        this.aftermath = aftermath;
    }

    /** What is still to come: guests register themselves, but for those who are invited. */
    void coming(Scene scene) {
        EventDetails event = announce(scene);
        if (event.event().visibility() == Visibility.INVITATION) {
            enter(event, scene);
        } else {
            scene.guestsOrNone().forEach(guest -> register(event, guest));
        }
        if (scene.delegation() != null) {
            hosting.invite(event, scene.delegation());
        }
        if (scene.cancelled() != null) {
            announcements.cancel(event.event().id(), scene.cancelled(), Deed.SYSTEM);
        }
    }

    /** What is over, as an organiser writes it down afterwards. */
    void past(Scene scene) {
        EventDetails event = announce(scene);
        Map<Guest, Registration> guests = new LinkedHashMap<>();
        scene.guestsOrNone().forEach(guest -> guests.put(guest, enter(event, guest)));
        aftermath.of(event.event().id(), scene, guests);
    }

    private EventDetails announce(Scene scene) {
        String holder = Objects.requireNonNull(scene.plan().organisation());
        EventDetails draft = announcements.draft(scene.plan(), organisations.get(holder), Deed.SYSTEM);
        return scene.state() == EventState.DRAFT
                ? draft
                : announcements.publish(draft.event().id(), Deed.SYSTEM);
    }

    private void enter(EventDetails event, Scene scene) {
        scene.guestsOrNone().forEach(guest -> enter(event, guest));
    }

    private Registration enter(EventDetails event, Guest guest) {
        return registrations.add(event, guest.wish(List.of()), Deed.SYSTEM).registration();
    }

    private void register(EventDetails event, Guest guest) {
        List<Long> sessions = event.sessions().stream().map(Session::id).toList();
        if (registrations.register(event, guest.wish(sessions), null) instanceof Outcome.Registered registered
                && guest.then() != null) {
            turn(registered.registration(), guest, guest.then());
        }
    }

    private void turn(Registration registration, Guest guest, Then then) {
        switch (then) {
            case APPROVED -> registrations.approve(registration, Deed.SYSTEM);
            case DECLINED -> registrations.decline(registration, guest.because(), Deed.SYSTEM);
            case WITHDRAWN -> registrations.withdraw(registration);
        }
    }
}
