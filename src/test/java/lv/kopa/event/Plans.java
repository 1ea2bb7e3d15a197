package lv.kopa.event;

/** Plans of events that all tests share, in JSON. */
public final class Plans {
    private Plans() {}

    /** A training of one day, with what a test wants to say besides: `"places": 20, …`. */
    public static String training(String organisation, String slug, String more) {
        return """
                {"organisation": "%s", "slug": "%s", "kind": "TRAINING", "title": {"en": "Grant writing", "lv": "Projektu rakstīšana"},
                 "timeZone": "Europe/Riga", %s
                 "sessions": [{"title": {"en": "First day"}, "start": "2031-06-14T09:30", "end": "2031-06-14T16:00",
                   "place": "Daugavpils, Rīgas iela 9"}]}
                """.formatted(organisation, slug, more.isEmpty() ? "" : more + ",");
    }

    /** A study visit with everything that can be said of an event. */
    public static String studyVisit(String organisation, String slug, String more) {
        return """
                {"organisation": "%s", "slug": "%s", "kind": "STUDY_VISIT", "title": {"en": "Study visit to Hamar"},
                 "description": {"en": "To see how *others* do it."}, "languages": ["en", "nb"], "timeZone": "Europe/Riga",
                 "places": 4, "waitingList": false, "approval": "MANUAL", "visibility": "PUBLIC",
                 "registration": {"opens": "2026-01-01T08:00:00Z", "closes": "2031-06-01T20:00:00Z",
                   "changesUntil": "2031-06-05T20:00:00Z"}, %s
                 "categories": [{"key": "member", "name": {"en": "Member"}, "places": 2,
                    "description": {"en": "Has been in the association for a year"}},
                   {"key": "volunteer", "name": {"en": "Volunteer"}, "places": null}],
                 "sessions": [
                   {"title": {"en": "Flight"}, "start": "2031-06-14T06:10", "end": "2031-06-14T07:10", "place": "Riga"},
                   {"title": {"en": "Nature school"}, "start": "2031-06-14T11:00", "end": "2031-06-14T15:30",
                    "timeZone": "Europe/Oslo", "place": "Hamar Naturskole", "onlineUrl": "https://meet.example/hamar",
                    "host": "OMSOZAMS VENNER", "hostContact": "+47 22 00 00 00", "trainers": ["Kari", "Ola"]}]}
                """.formatted(organisation, slug, more.isEmpty() ? "" : more + ",");
    }
}
