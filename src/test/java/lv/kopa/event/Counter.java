package lv.kopa.event;

import java.util.Locale;

/** Each counter of places there is, by each way to take some: three places, of which so many are taken at a time. */
enum Counter {
    EVENT("event", 1) {
        @Override
        long take(PlacesRepository counters, EventDetails event) {
            return counters.takeInEvent(event.event().id());
        }
    },
    EVENT_AS_SEEN("event", 1) {
        @Override
        long take(PlacesRepository counters, EventDetails event) {
            return counters.takeInEventAsSeen(event.event().id(), event.event().version(), 1);
        }
    },
    EVENT_FOR_WHO_COME_TOGETHER("event", 2) {
        @Override
        long take(PlacesRepository counters, EventDetails event) {
            return counters.takeInEventAsSeen(event.event().id(), event.event().version(), 2);
        }
    },
    EVENT_FOR_A_DELEGATION("event", 2) {
        @Override
        long take(PlacesRepository counters, EventDetails event) {
            return counters.takeManyInEvent(event.event().id(), 2);
        }
    },
    CATEGORY("category", 1) {
        @Override
        long take(PlacesRepository counters, EventDetails event) {
            return counters.takeInCategory(event.categories().get(0).id(), 1);
        }
    },
    CATEGORY_FOR_SEVERAL("category", 2) {
        @Override
        long take(PlacesRepository counters, EventDetails event) {
            return counters.takeInCategory(event.categories().get(0).id(), 2);
        }
    },
    SESSION("session", 1) {
        @Override
        long take(PlacesRepository counters, EventDetails event) {
            return counters.takeInSession(event.chosen().get(0).id());
        }
    },
    CHOICE("choice", 1) {
        @Override
        long take(PlacesRepository counters, EventDetails event) {
            return counters.takeChoice(event.questionnaire().choices().get(0).id());
        }
    };

    static final int PLACES = 3;

    final String table;
    final int atATime;

    Counter(String table, int atATime) {
        this.table = table;
        this.atATime = atATime;
    }

    abstract long take(PlacesRepository counters, EventDetails event);

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An event whose only scarce thing is what is counted. */
    String plan() {
        return """
                {"organisation": "parks", "slug": "%s", "kind": "TRAINING", "title": {"en": "Scarce"}, "places": %s,
                 "timeZone": "Europe/Riga", "categories": [{"key": "guest", "name": {"en": "Guest"}, "places": %s}],
                 "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "places": %s}],
                 "questions": [{"key": "bed", "type": "CHOICE", "label": {"en": "Bed"},
                   "choices": [{"key": "here", "label": {"en": "Here"}, "places": %s}]}]}
                """.formatted(slug(), of("event"), of("category"), of("session"), of("choice"));
    }

    private String of(String counted) {
        return table.equals(counted) ? "" + PLACES : "null";
    }

    /** How many are taken in the event of this slug. */
    String taken() {
        String from =
                switch (table) {
                    case "event" -> "event e";
                    case "choice" ->
                        "choice c JOIN question q ON q.id = c.question_id JOIN event e ON e.id = q.event_id";
                    default -> table + " c JOIN event e ON e.id = c.event_id";
                };
        String counted = table.equals("event") ? "e" : "c";
        return "SELECT " + counted + ".places_taken FROM " + from + " WHERE e.slug = '" + slug() + "'";
    }
}
