package lv.kopa.event;

import jakarta.inject.Singleton;

/** The tables of events, for their door. */
@Singleton
record EventTables(
        EventRepository events, CategoryRepository categories, SessionRepository sessions, EventSearch search) {}
