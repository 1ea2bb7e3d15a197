package lv.kopa.event.announcement;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.event.Category;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.event.SessionState;
import lv.kopa.event.announcement.Announcement.AnnouncedCategory;
import lv.kopa.event.announcement.Announcement.AnnouncedSession;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Links;

/** Keeps the categories, sessions and questions of an event: what stays keeps its identity, what is new gets one. */
@Singleton
class ProgrammeWriter {
    private final AnnouncementTables tables;
    private final QuestionWriter questions;
    private final Herald herald;
    private final Links links;

    ProgrammeWriter(AnnouncementTables tables, QuestionWriter questions, Herald herald, Links links) {
        this.tables = tables;
        this.questions = questions;
        this.herald = herald;
        this.links = links;
    }

    void write(Event event, Announcement announced) {
        for (int i = 0; i < announced.categories().size(); i++) {
            tables.categories()
                    .save(category(0, event.id(), i, announced.categories().get(i)));
        }
        announced.sessions().forEach(session -> tables.sessions().save(added(event.id(), session)));
        questions.write(event.id(), Questionnaire.empty(), announced.questions());
    }

    void change(EventDetails before, Announcement announced) {
        changeCategories(before, announced.categories());
        changeSessions(before, announced.sessions());
        questions.write(before.event().id(), before.questionnaire(), announced.questions());
    }

    private void changeCategories(EventDetails before, List<AnnouncedCategory> announced) {
        Map<String, Category> known =
                before.categories().stream().collect(Collectors.toMap(Category::categoryKey, Function.identity()));
        List<Category> gone = new ArrayList<>(before.categories());
        for (int i = 0; i < announced.size(); i++) {
            Category old = known.get(announced.get(i).key());
            Category row = category(old == null ? 0 : old.id(), before.event().id(), i, announced.get(i));
            if (old == null) {
                tables.categories().save(row);
            } else if (tables.categories().allot(old.id(), row.places()) == 0) {
                throw new InvalidInput(
                        "categories[" + i + "].places", "event.fault.fewer-than-taken", old.placesTaken());
            } else {
                tables.categories().change(row);
            }
            gone.remove(old);
        }
        gone.forEach(this::removeCategory);
    }

    private void removeCategory(Category category) {
        if (tables.categories().isUsed(category.id())) {
            throw new InvalidInput("categories", "event.fault.category-used", category.categoryKey());
        }
        tables.categories().remove(category.id());
    }

    private void changeSessions(EventDetails before, List<AnnouncedSession> announced) {
        Map<Long, Session> known =
                before.sessions().stream().collect(Collectors.toMap(Session::id, Function.identity()));
        List<Session> gone = new ArrayList<>(before.planned());
        for (int i = 0; i < announced.size(); i++) {
            AnnouncedSession session = announced.get(i);
            Session old = session.id() == null ? null : known.get(session.id());
            if (session.id() != null && old == null) {
                throw new InvalidInput("sessions[" + i + "].id", "event.fault.session-unknown");
            }
            if (old == null) {
                tables.sessions().save(added(before.event().id(), session));
                continue;
            }
            gone.remove(old);
            changeSession("sessions[" + i + "].places", before.event(), old, session);
        }
        gone.forEach(session -> drop(session, before.event()));
    }

    private void changeSession(String field, Event event, Session old, AnnouncedSession announced) {
        refuseOtherChoice(field, event, old, announced);
        if (tables.sessions().allot(old.id(), announced.places()) == 0) {
            throw new InvalidInput(field, "event.fault.fewer-than-taken", old.placesTaken());
        }
        tables.sessions().change(kept(old, announced));
    }

    /** Whoever registered chose this session, or came to it unasked; that cannot be turned round behind their backs. */
    private static void refuseOtherChoice(String field, Event event, Session old, AnnouncedSession announced) {
        if (!event.isDraft() && (old.places() == null) != (announced.places() == null)) {
            throw new InvalidInput(field, "event.fault.places-opened");
        }
    }

    /** What nobody was told of is forgotten; what was announced is called off. */
    private void drop(Session session, Event event) {
        if (event.isDraft()) {
            tables.sessions().remove(session.id());
        } else {
            tables.sessions().change(session.calledOff(herald.now()));
        }
    }

    private static Category category(long id, long event, int position, AnnouncedCategory announced) {
        return new Category(
                id, event, announced.key(), announced.name(), announced.description(), position, announced.places(), 0);
    }

    private Session added(long event, AnnouncedSession announced) {
        Instant now = herald.now();
        String uid = "session-" + UUID.randomUUID() + "@" + links.host();
        return row(announced, new Identity(0, event, uid, SessionState.PLANNED, 0, now, now));
    }

    private Session kept(Session old, AnnouncedSession announced) {
        Session same = row(announced, Identity.of(old, old.sequence(), old.changedAt()));
        if (same.equals(old.withPlacesTaken(0))) {
            return old;
        }
        return row(announced, Identity.of(old, old.sequence() + (same.movedFrom(old) ? 1 : 0), herald.now()));
    }

    /** What of a session stays through its changes. */
    private record Identity(
            long id, long eventId, String uid, SessionState state, int sequence, Instant createdAt, Instant changedAt) {
        static Identity of(Session session, int sequence, Instant changedAt) {
            return new Identity(
                    session.id(),
                    session.eventId(),
                    session.uid(),
                    session.state(),
                    sequence,
                    session.createdAt(),
                    changedAt);
        }
    }

    private static Session row(AnnouncedSession announced, Identity identity) {
        return new Session(
                identity.id(),
                identity.eventId(),
                identity.uid(),
                announced.title(),
                announced.start(),
                announced.end(),
                announced.zone().getId(),
                announced.startsAt(),
                announced.place(),
                announced.onlineUrl(),
                announced.host(),
                announced.hostContact(),
                announced.trainers(),
                announced.places(),
                0,
                identity.state(),
                identity.sequence(),
                identity.createdAt(),
                identity.changedAt());
    }
}
