package lv.kopa.event;

import jakarta.inject.Singleton;

/** The tables of this feature, for its doors. */
@Singleton
record EventTables(
        EventRepository events, CategoryRepository categories, SessionRepository sessions, EventSearch search) {}
