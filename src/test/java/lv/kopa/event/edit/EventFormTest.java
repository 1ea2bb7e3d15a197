package lv.kopa.event.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lv.kopa.event.Approval;
import lv.kopa.event.Category;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventKind;
import lv.kopa.event.EventState;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.event.Visibility;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Profile;
import lv.kopa.organisation.Role;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("database")
final class EventFormTest {
    private static final String BEGIN = "/organiser/events/begin";

    private static Site site;
    private static Desk desk;
    private static Desk other;
    private static Events events;

    @BeforeAll
    static void start() {
        site = Desk.room();
        desk = Desk.of(site, "intelekta-parks");
        other = Desk.of(site, "omsozams-venner");
        events = site.bean(Events.class);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void whatIsTypedIntoTheFormIsADraftThatSaysWhatComesNext() {
        Map<String, List<String>> fields = training("Experts of other fields");
        fields.putAll(Desk.fields(
                "title.lv", "Dažādu jomu eksperti",
                "description.en", "**Bring** a friend.",
                "provided.lv", "Pusdienas",
                "places", "24",
                "approval", "MANUAL",
                "visibility", "UNLISTED",
                "registration.closes", "2027-02-01T18:00",
                "categories.0.name.en", "Members",
                "categories.0.places", "8",
                "sessions.0.trainers", "Kari Nordmann\nAnna Ozola",
                "sessions.0.onlineUrl", "https://meet.example/kopa"));

        String address = Desk.location(desk.post("/organiser/events", fields));

        assertThat(address).isEqualTo("/organiser/events/experts-of-other-fields");
        EventDetails details = events.find("experts-of-other-fields").orElseThrow();
        Event event = details.event();
        assertThat(event.state()).isEqualTo(EventState.DRAFT);
        assertThat(event.title().exactly(Language.LV)).isEqualTo("Dažādu jomu eksperti");
        assertThat(event.provided().exactly(Language.LV)).isEqualTo("Pusdienas");
        assertThat(event.places()).isEqualTo(24);
        assertThat(event.waitingList()).isFalse();
        assertThat(event.approval()).isEqualTo(Approval.MANUAL);
        assertThat(event.visibility()).isEqualTo(Visibility.UNLISTED);
        assertThat(event.closesAt()).hasToString("2027-02-01T16:00:00Z");
        assertThat(details.categories()).extracting(Category::categoryKey).containsExactly("members");
        Session session = details.planned().get(0);
        assertThat(session.startsOn()).hasToString("2027-02-06T10:00");
        assertThat(session.timeZone()).isEqualTo("Europe/Oslo");
        assertThat(session.trainers()).containsExactly("Kari Nordmann", "Anna Ozola");
        Document page = desk.page(address);
        assertThat(page.select(".steps li").eachText()).hasSize(5);
        assertThat(page.select("form[action$=/publication] button").text()).isEqualTo("Publish");
    }

    @ParameterizedTest
    @CsvSource({
        "title.en, '', title-en",
        "title.lv, TOO-LONG, title-lv",
        "kind, PICNIC, kind",
        "slug, Not a slug, slug",
        "activity, kapitals/9, activity",
        "languages, tlh, languages",
        "timeZone, Mars/Olympus, timeZone",
        "places, many, places",
        "places, 0, places",
        "registration.closes, soon, registration-closes",
        "registration.closes, 2027-02-06T13:31, registration-closes",
        "registration.opens, 2027-02-06T13:30, registration-opens",
        "registration.opens, 2027-02-06T11:00, registration-opens",
        "registration.answersUntil, 2027-02-06T14:00, registration-answersUntil",
        "sessions.3.start, '', sessions-3-start",
        "sessions.3.end, 2027-02-06T09:00, sessions-3-end",
        "sessions.3.start, 1827-02-06T10:00, sessions-3-start",
        "sessions.3.start, 2027-03-28T02:30, sessions-3-start",
        "sessions.3.timeZone, Europe/Atlantis, sessions-3-timeZone",
        "sessions.3.onlineUrl, meet me, sessions-3-onlineUrl",
        "sessions.3.places, -1, sessions-3-places",
        "categories.2.places, a few, categories-2-places",
        "categories.2.places, 5, categories-2-name-en",
    })
    void whatIsWrongIsSaidBesideItsFieldAndInTheSummaryAndNothingTypedIsLost(String field, String typed, String id) {
        Map<String, List<String>> fields = training("Nothing is lost");
        fields.putAll(Desk.fields(
                "sessions.3.start",
                "2027-02-06T10:00",
                "sessions.3.end",
                "2027-02-06T12:00",
                "sessions.3.timeZone",
                "Europe/Oslo",
                "sessions.3.place",
                "Hamar “Naturskole” <b>",
                field,
                typed.equals("TOO-LONG") ? "a".repeat(201) : typed));

        HttpResponse<String> response = desk.post("/organiser/events", fields);

        assertThat(response.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(response.body());
        assertThat(page.select("#errors a").eachAttr("href")).contains("#" + id);
        Element wrong = page.expectFirst("#" + id);
        boolean group = wrong.is("fieldset, [role=group]");
        assertThat(wrong.attr("aria-invalid")).isEqualTo(group ? "" : "true");
        assertThat(wrong.attr("aria-describedby").split(" ")).contains(id + "-error");
        assertThat(page.expectFirst("#" + id + "-error").text()).isNotBlank();
        assertThat(page.select("#errors a").eachAttr("href")).allMatch(Desk.takesTheFocus(page));
        assertThat(page.expectFirst("#sessions-3-place").val()).isEqualTo("Hamar “Naturskole” <b>");
        assertThat(events.find("nothing-is-lost")).isEmpty();
    }

    @Test
    void whatIsWrongIsListedInTheOrderOfThePage() {
        Map<String, List<String>> fields = training(
                "In order", "kind", "PICNIC", "registration.closes", "soon", "sessions.0.end", "2027-02-06T09:00");
        fields.put("title.en", List.of(""));

        Document page = Jsoup.parse(desk.post("/organiser/events", fields).body());

        assertThat(page.select("#errors a").eachAttr("href"))
                .containsExactly("#kind", "#title-en", "#sessions-0-end", "#registration-closes");
    }

    @Test
    void peopleMayWalkInUntilTheLastSessionIsOver() {
        Map<String, List<String>> fields = training(
                "Walk in", "registration.opens", "2027-02-06T11:00", "registration.closes", "2027-02-06T13:30");

        assertThat(Desk.location(desk.post("/organiser/events", fields))).isEqualTo("/organiser/events/walk-in");
    }

    @Test
    void timeZonesAreInOrderAfterThatOfTheOrganisation() {
        List<String> zones = desk.page("/organiser/events/new")
                .select("#sessions-0-timeZone option")
                .eachAttr("value");

        assertThat(zones).startsWith("Europe/Riga").contains("Europe/Oslo").doesNotHaveDuplicates();
        assertThat(zones.subList(1, zones.size())).isSorted();
    }

    @Test
    void aTimeZoneIsOfferedOnceAndAnOldNameOfItStaysWhereItIsChosen() {
        Document blank = desk.page("/organiser/events/new");
        assertThat(blank.select("#timeZone option").eachAttr("value"))
                .contains("Europe/Kyiv", "Europe/Oslo", "Europe/Stockholm")
                .doesNotContain("Europe/Kiev", "Europe/Uzhgorod", "Europe/Zaporozhye", "Europe/Belfast");

        String address = Desk.location(desk.post(
                "/organiser/events",
                training("Old zone", "timeZone", "Europe/Kiev", "sessions.0.timeZone", "Asia/Tokyo")));
        Document page = desk.page(address + "/edit");
        assertThat(page.expectFirst("#timeZone [selected]").val()).isEqualTo("Europe/Kiev");
        assertThat(page.select("#timeZone option").eachAttr("value")).doesNotContain("Europe/Kyiv");
        assertThat(page.expectFirst("#sessions-0-timeZone [selected]").val()).isEqualTo("Asia/Tokyo");
    }

    @Test
    void rowsAreAddedAndRemovedByPlainButtons() {
        Map<String, List<String>> fields = training("Rows");
        fields.put("add", List.of("sessions"));
        Document added = Jsoup.parse(desk.post("/organiser/events", fields).body());
        assertThat(added.expectFirst("#sessions-1-timeZone [selected]").val()).isEqualTo("Europe/Oslo");

        Map<String, List<String>> filled = Desk.filled(added, "remove", "sessions.0");
        Document removed = Jsoup.parse(desk.post("/organiser/events", filled).body());
        assertThat(removed.select("#sessions-0-start")).isEmpty();
        assertThat(removed.select("#sessions-1-start")).hasSize(1);
        assertThat(removed.expectFirst("#title-en").val()).isEqualTo("Rows");
        assertThat(events.find("rows")).isEmpty();
    }

    @Test
    void anEventIsBegunOnThreeShortPagesAndNothingTypedIsLostOnTheWay() {
        Document what = desk.page(BEGIN);
        assertThat(what.select("#places, #sessions-0-start")).isEmpty();
        Document when = goOn(what, "kind", "STUDY_VISIT", "title.en", "Three pages");
        assertThat(when.expectFirst(".stages [aria-current]").text()).isEqualTo("When and where?");
        Document row = Jsoup.parse(
                desk.post(BEGIN, Desk.filled(when, "add", "sessions")).body());
        Document who = goOn(
                row,
                "sessions.0.start",
                "2199-06-14T09:00",
                "sessions.0.end",
                "2199-06-14T12:00",
                "sessions.0.place",
                "Hamar");
        Document back = goOn(who, "places", "4", "do", "back");
        assertThat(back.expectFirst("#sessions-0-place").val()).isEqualTo("Hamar");

        String address = Desk.location(desk.post(BEGIN, Desk.filled(goOn(back), "waitingList", "true", "do", "next")));

        EventDetails draft = events.find("three-pages").orElseThrow();
        assertThat(address).isEqualTo("/organiser/events/three-pages");
        assertThat(draft.event().isDraft()).isTrue();
        assertThat(draft.event().kind()).isEqualTo(EventKind.STUDY_VISIT);
        assertThat(draft.event().places()).isEqualTo(4);
        assertThat(draft.event().waitingList()).isTrue();
        assertThat(draft.planned()).singleElement().extracting(Session::place).isEqualTo("Hamar");
    }

    @Test
    void whatIsWrongOnAPageIsSaidBeforeTheNextOneIsShown() {
        HttpResponse<String> untitled = desk.post(BEGIN, Desk.filled(desk.page(BEGIN), "do", "next"));
        assertThat(untitled.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(untitled.body()).select("#errors a").eachAttr("href"))
                .containsExactly("#title-en");

        Document when = goOn(desk.page(BEGIN), "title.en", "Backwards");
        HttpResponse<String> backwards = desk.post(
                BEGIN,
                Desk.filled(
                        when,
                        "sessions.0.start",
                        "2199-06-14T12:00",
                        "sessions.0.end",
                        "2199-06-14T09:00",
                        "do",
                        "next"));
        assertThat(backwards.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(backwards.body()).select("#errors a").eachAttr("href"))
                .containsExactly("#sessions-0-end");
        assertThat(events.find("backwards")).isEmpty();
    }

    @Test
    void anEventThatIsBegunIsOnTheClocksOfTheOrganisationThatHoldsIt() {
        Desk both = Desk.of(site, "both");
        long oslo = site.bean(Organisations.class)
                .create("oslo-lag", Profile.of("Oslo lag", ZoneId.of("Europe/Oslo")), "system")
                .id();
        site.bean(People.class).join(both.organiser().personId(), oslo, Role.ORGANISER, "system");

        Document when = goOn(both, both.page(BEGIN), "organisation", "oslo-lag", "title.en", "In Oslo", "do", "next");
        assertThat(when.expectFirst("#sessions-0-timeZone [selected]").val()).isEqualTo("Europe/Oslo");
        Document who = goOn(both, when, "do", "next");
        assertThat(who.expectFirst("#timeZone [selected]").val()).isEqualTo("Europe/Oslo");
    }

    private static Document goOn(Document page, String... fields) {
        return goOn(desk, page, fields);
    }

    private static Document goOn(Desk at, Document page, String... fields) {
        HttpResponse<String> next = at.post(BEGIN, Desk.filled(page, fields));
        assertThat(next.statusCode()).isEqualTo(200);
        return Jsoup.parse(next.body());
    }

    @Test
    void aSessionThatIsChangedStaysTheSameSession() {
        String address = drafted("Same session");
        Session before = events.find("same-session").orElseThrow().planned().get(0);

        desk.post(address, Desk.filled(desk.page(address + "/edit"), "sessions.0.start", "2027-02-06T11:00"));

        Session after = events.find("same-session").orElseThrow().planned().get(0);
        assertThat(after.uid()).isEqualTo(before.uid());
        assertThat(after.startsOn()).hasToString("2027-02-06T11:00");
        assertThat(after.sequence()).isEqualTo(before.sequence() + 1);
    }

    @Test
    void aFormThatIsSavedAsItCameChangesNothing() {
        String address = drafted("As it came");
        EventDetails before = events.find("as-it-came").orElseThrow();

        desk.post(address, Desk.filled(desk.page(address + "/edit")));

        EventDetails after = events.find("as-it-came").orElseThrow();
        assertThat(after.sessions()).isEqualTo(before.sessions());
        assertThat(after.categories()).isEqualTo(before.categories());
        assertThat(after.event().title()).isEqualTo(before.event().title());
        assertThat(after.event().closesAt()).isEqualTo(before.event().closesAt());
        assertThat(after.event().sequence()).isEqualTo(before.event().sequence());
    }

    @Test
    void theSecondEditorIsToldAndLosesNothing() {
        String address = drafted("Two editors");
        Document seen = desk.page(address + "/edit");
        Map<String, List<String>> first = Desk.filled(
                seen,
                "title.en",
                "First",
                "sessions.1.start",
                "2027-02-07T10:00",
                "sessions.1.end",
                "2027-02-07T12:00");
        Desk.location(desk.post(address, first));

        HttpResponse<String> told = desk.post(address, Desk.filled(seen, "title.en", "Second"));

        assertThat(told.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(told.body());
        assertThat(page.expectFirst("#errors").text()).contains("Somebody else changed this event");
        assertThat(page.expectFirst("#title-en").val()).isEqualTo("Second");
        assertThat(page.expectFirst("#sessions-1-start").val()).isEqualTo("2027-02-07T10:00");
        Desk.location(desk.post(address, Desk.filled(page)));
        EventDetails saved = events.find("two-editors").orElseThrow();
        assertThat(saved.event().title().in(Language.EN)).isEqualTo("Second");
        assertThat(saved.planned()).hasSize(2);
    }

    @Test
    void anEventIsPublishedOnceItHasASession() {
        String empty = Desk.location(desk.post("/organiser/events", "title.en", "Some day", "kind", "MEETING"));
        assertThat(desk.page(empty).select("form[action$=/publication]")).isEmpty();
        assertThat(desk.post(empty + "/publication").statusCode()).isEqualTo(409);

        String address = drafted("Published");
        assertThat(site.get("/events/published").statusCode()).isEqualTo(404);
        assertThat(Desk.location(desk.post(address + "/publication"))).isEqualTo(address);
        assertThat(site.get("/events/published").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsToldOfWhatHasYetToTakePlaceAndNothingTypedIsLost() {
        String address = drafted("Yet to come");
        desk.post(address + "/publication");
        assertThat(Desk.location(desk.get(address + "/outcome"))).isEqualTo(address);

        HttpResponse<String> refused = desk.post(address + "/outcome", "version", "1", "text.en", "It was good.");

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("#errors").text()).contains(Texts.in(Language.EN).get("event.not-ready.not-held"));
        assertThat(page.select("[name=text.en]").val()).isEqualTo("It was good.");
    }

    @Test
    void anInvitationLinkIsShownOnceAndReplacesTheOneBefore() {
        String address = drafted("By invitation");
        String one = Jsoup.parse(desk.post(address + "/invitation").body())
                .expectFirst("#link")
                .val();
        String hash = events.find("by-invitation").orElseThrow().event().invitationHash();
        String two = Jsoup.parse(desk.post(address + "/invitation").body())
                .expectFirst("#link")
                .val();

        assertThat(one).contains("/events/by-invitation?invitation=").isNotEqualTo(two);
        assertThat(hash)
                .isNotNull()
                .isNotEqualTo(events.find("by-invitation").orElseThrow().event().invitationHash());
    }

    @Test
    void otherOrganisationsFindNothingHere() {
        String address = drafted("Not yours");
        for (String path : List.of("", "/edit")) {
            assertThat(other.get(address + path).statusCode()).isEqualTo(404);
        }
        for (String path : List.of("", "/publication", "/cancellation", "/invitation")) {
            assertThat(other.post(address + path, "title.en", "Mine now", "reason", "mine")
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(other.post("/organiser/events", training("Theirs", "organisation", "intelekta-parks"))
                        .statusCode())
                .isIn(303, 422);
        assertThat(events.of(List.of(desk.organisation().id())))
                .noneMatch(details -> details.event().slug().equals("theirs"));
    }

    @Test
    void whoIsNotSignedInIsLedToTheSignInPage() {
        assertThat(Desk.location(site.get("/organiser/events/new", "Accept", "text/html")))
                .startsWith("/organiser/sign-in");
    }

    private static String drafted(String title) {
        return Desk.location(
                desk.post("/organiser/events", training(title, "registration.closes", "2027-02-01T18:00")));
    }

    private static Map<String, List<String>> training(String title, String... more) {
        Map<String, List<String>> fields = Desk.fields(
                "kind", "TRAINING",
                "title.en", title,
                "timeZone", "Europe/Riga",
                "sessions.0.start", "2027-02-06T10:00",
                "sessions.0.end", "2027-02-06T12:30",
                "sessions.0.timeZone", "Europe/Oslo",
                "sessions.0.place", "Hamar");
        fields.putAll(Desk.fields(more));
        return fields;
    }
}
