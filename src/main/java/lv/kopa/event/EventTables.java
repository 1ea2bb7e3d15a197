package lv.kopa.event;

import jakarta.inject.Singleton;
import lv.kopa.event.question.Questionnaires;

/** The tables of events, for their door. */
@Singleton
record EventTables(
        EventRepository events,
        CategoryRepository categories,
        SessionRepository sessions,
        Questionnaires questionnaires,
        EventSearch search) {}
