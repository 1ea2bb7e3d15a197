package lv.kopa.event.announcement;

import jakarta.inject.Singleton;

/** The tables of events as organisers write them. */
@Singleton
record AnnouncementTables(
        AnnouncementRepository events,
        AnnouncedCategoryRepository categories,
        AnnouncedSessionRepository sessions,
        AnnouncedQuestionRepository questions,
        AnnouncedChoiceRepository choices) {}
