package lv.kopa.demo;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import lv.kopa.attendance.Attendance.Means;
import lv.kopa.attendance.Attendances;
import lv.kopa.certificate.Certificates;
import lv.kopa.demo.Scene.Guest;
import lv.kopa.event.EventState;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Registration;

/** Writes down what came of an event: who was there and earned a certificate, that it is over, what was learnt. */
@Singleton
class Aftermath {
    private final Announcements announcements;
    private final Events events;
    private final Attendances attendances;
    private final Certificates certificates;

    Aftermath(Announcements announcements, Events events, Attendances attendances, Certificates certificates) {
        this.announcements = announcements;
        this.events = events;
        this.attendances = attendances;
        this.certificates = certificates;
    }

    void of(long event, Scene scene, Map<Guest, Registration> guests) {
        List<Session> parts = events.get(event).planned();
        scene.heldOrNone().forEach(part -> mark(parts.get(part), part, guests));
        if (scene.state() == EventState.COMPLETED) {
            announcements.complete(event, Deed.SYSTEM);
        }
        if (scene.outcome() != null) {
            int version = events.get(event).event().version();
            announcements.report(event, version, scene.outcome(), Deed.SYSTEM);
        }
        if (!scene.heldOrNone().isEmpty()) {
            certificates.issue(events.get(event), Deed.SYSTEM);
        }
    }

    private void mark(Session session, int part, Map<Guest, Registration> guests) {
        guests.forEach((guest, registration) -> {
            if (guest.wasAt(part)) {
                attendances.record(session, registration, session.startsAt(), Means.LIST, Deed.SYSTEM);
            }
        });
    }
}
