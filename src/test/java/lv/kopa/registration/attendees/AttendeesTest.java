package lv.kopa.registration.attendees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventState;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxFilter;
import lv.kopa.mail.OutboxItem;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Role;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.change.TenMinutes;
import lv.kopa.registration.consent.Consents;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.registration.wish.Wish;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Slug;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
final class AttendeesTest {
    private static Site site;
    private static Desk desk;
    private static Desk other;
    private static Registrations registrations;

    @BeforeAll
    static void start() {
        site = Desk.room();
        desk = Desk.of(site, "intelekta-parks");
        other = Desk.of(site, "omsozams-venner");
        registrations = site.bean(Registrations.class);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void thePageOfAnEventShowsWhoComesAndHowMany() {
        EventDetails event = published("Who comes", "AUTOMATIC", "2");
        register(event, "Anna Ozola");
        register(event, "Kari Nordmann");
        register(event, "Дмитро Шевченко");

        Document page = desk.page(path(event));

        assertThat(page.select(".figures dd").eachText()).containsExactly("2 of 2", "0", "1", "0");
        assertThat(page.select("#attendees tbody th a").eachText())
                .containsExactly("Дмитро Шевченко", "Kari Nordmann", "Anna Ozola");
        assertThat(page.select("#attendees .status").eachText())
                .containsExactly("Waiting, no. 1", "Confirmed", "Confirmed");
    }

    @Test
    void whoseNameStandsThereTwiceIsMarkedUnlessOneHasGivenUp() {
        EventDetails event = published("Twice", "AUTOMATIC", "5");
        registrations.register(event, Wishes.of(null, "Anna Ozola", "anna@wrong.example.org", null), null);
        Registration right = registrations
                .register(event, Wishes.of(null, "anna ozola", "anna@right.example.org", null), null)
                .registration();
        register(event, "Kari Nordmann");
        String mark = "small:contains(perhaps twice)";

        assertThat(desk.page(path(event))
                        .select("#attendees tbody tr:has(" + mark + ") th a")
                        .eachText())
                .containsExactly("anna ozola", "Anna Ozola");
        assertThat(desk.page(path(event)).select("#attendees td, #attendees th").text())
                .doesNotContain("under 18");

        registrations.withdraw(right);

        assertThat(desk.page(path(event)).select("#attendees " + mark)).isEmpty();
    }

    @Test
    void whoHasAPlaceAndNeverAgreedToPicturesOrThinksOtherwiseByNowIsMarked() {
        EventDetails event = published("Pictures", "AUTOMATIC", "2");
        Registration anna = register(event, "Anna Ozola");
        register(event, "Kari Nordmann");
        site.bean(Consents.class).choose(anna, Set.of(Purpose.PHOTO), "");

        assertThat(desk.page(path(event)).select("#attendees tbody th").eachText())
                .containsExactly("Kari Nordmann No photographs", "Anna Ozola");

        site.bean(Consents.class).choose(anna, Set.of(), "");

        assertThat(desk.page(path(event)).select("#attendees tbody th").eachText())
                .containsExactly("Kari Nordmann No photographs", "Anna Ozola No photographs");
    }

    @Test
    void theTableSaysWhatEachComesAsAndWhichSessionsTheyChose() {
        EventDetails event = published(
                "Chosen",
                "AUTOMATIC",
                "5",
                "categories.0.name.en",
                "Members",
                "sessions.1.title.en",
                "Sundials",
                "sessions.1.start",
                "2199-02-07T10:00",
                "sessions.1.end",
                "2199-02-07T12:00",
                "sessions.1.timeZone",
                "Europe/Riga",
                "sessions.1.places",
                "3");
        List<Long> chosen = event.chosen().stream().map(Session::id).toList();
        registrations.register(event, Wishes.of("members", "Anna", "anna@example.org", chosen), null);
        register(event, "Kari Nordmann", "members");

        Document page = desk.page(path(event));

        assertThat(page.select("#attendees thead th").eachText()).contains("Comes as", "Sessions chosen");
        assertThat(page.select("#attendees tbody tr:has(th:contains(Anna)) td").eachText())
                .contains("Members", "Sundials");
        assertThat(page.select("#attendees tbody tr:has(th:contains(Kari)) td").eachText())
                .contains("Members")
                .doesNotContain("Sundials");
    }

    @Test
    void whatOneLooksForAndHowItStandsIsInTheAddressAndInTheFiles() {
        EventDetails event = published(
                "Sorted", "AUTOMATIC", "9", "categories.0.name.en", "Members", "categories.1.name.en", "Volunteers");
        register(event, "Zane Kalna", "members");
        register(event, "Anna Ozola", "members");
        register(event, "Kari Nordmann", "volunteers");

        assertThat(names(event, "?sort=name")).containsExactly("Anna Ozola", "Kari Nordmann", "Zane Kalna");
        String asSent = desk.page(path(event)).select("#attendees [name=columns]").stream()
                .filter(field -> !field.attr("type").equals("checkbox") || field.hasAttr("checked"))
                .map(field -> "&columns=" + field.val())
                .collect(Collectors.joining());
        assertThat(desk.page(path(event) + "?q=" + asSent)
                        .select("#attendees-files a")
                        .attr("href"))
                .as("whoever chose no columns gets all of them")
                .isEqualTo(path(event) + "/registrations.csv?sort=newest");
        Document page = desk.page(path(event) + "?category=members&sort=name&columns=&columns=phone&columns=nonsense");

        assertThat(page.select("#attendees tbody th a").eachText()).containsExactly("Anna Ozola", "Zane Kalna");
        assertThat(page.select("#attendees thead th").eachText())
                .containsExactly("Name", "Status", "Telephone", "Decision");
        assertThat(page.select("#attendees caption").text()).isEqualTo("2 registrations, by name");
        assertThat(page.select("#category [selected], #sort [selected]").eachText())
                .containsExactly("Members", "by name");
        assertThat(page.select("#attendees-files a").attr("href"))
                .isEqualTo(path(event) + "/registrations.csv?category=members&sort=name&columns=&columns=phone");
        assertThat(page.select("#attendees-files a:contains(regularly)").attr("href"))
                .isEqualTo(path(event) + "/regular-lists?category=members&columns=&columns=phone");
        assertThat(page.select("#attendees-files a:contains(Write)").attr("href"))
                .endsWith("/circulars/new?category=members");
        assertThat(desk.page(path(event) + "/circulars/new?category=members")
                        .select("[name=category] [selected], input[name=category]")
                        .val())
                .isEqualTo("members");
    }

    @Test
    void telephonesAreNotForWhoOnlyStandsAtTheDoor() {
        EventDetails event = published("Telephones", "AUTOMATIC", "9");
        register(event, "Anna Ozola");
        String chosen = path(event) + "?columns=&columns=phone";

        Document door = member("door", Role.CHECK_IN).page(chosen);
        assertThat(door.select("#attendees thead th").eachText())
                .contains("Name", "Status")
                .doesNotContain("Telephone");
        assertThat(door.select("#attendees input[type=checkbox][value=phone]")).isEmpty();

        Document auditor = member("auditor", Role.AUDITOR).page(chosen);
        assertThat(auditor.select("#attendees thead th").eachText()).contains("Telephone");
        assertThat(auditor.select("#attendees input[type=checkbox][value=phone]"))
                .hasSize(1);
    }

    /** Somebody who owns an organisation of their own, and is something else in this one. */
    private static Desk member(String name, Role role) {
        Desk member = Desk.of(site, name);
        long person = member.organiser().personId();
        site.bean(People.class).join(person, desk.organisation().id(), role, "system");
        return member;
    }

    @Test
    void aLongListHasPages() {
        EventDetails event = published("Long", "AUTOMATIC", "300");
        for (int i = 100; i <= 200; i++) {
            register(event, "Person " + i);
        }

        Document first = desk.page(path(event) + "?sort=name");
        assertThat(first.select("#attendees tbody tr")).hasSize(100);
        String next = first.select("#attendees [rel=next]").attr("href");
        assertThat(next).isEqualTo(path(event) + "?sort=name&page=2#attendees");
        Document second = desk.page(next.replace("#attendees", ""));

        assertThat(second.select("#attendees tbody th a").eachText()).containsExactly("Person 200");
        assertThat(second.select("#attendees [rel=prev]").attr("href")).isEqualTo(path(event) + "?sort=name#attendees");
        assertThat(second.select("#attendees [rel=next]")).isEmpty();
    }

    @Test
    void nobodyIsToldThatTheyToldPeople() {
        EventDetails event = published("Told", "AUTOMATIC", "5");
        assertThat(desk.page(path(event)).select(".steps > .done").eachText()).containsExactly("Published (done)");

        register(event, "Anna Ozola");

        assertThat(desk.page(path(event)).select(".steps > .done").eachText())
                .containsExactly("Published (done)", "The first people have registered (done)");
    }

    @Test
    void whoChangesAnEventReadsHowManyMailsThatWrote() {
        EventDetails event = published("Changes", "AUTOMATIC", "5");
        register(event, "Anna Ozola");
        register(event, "Kari Nordmann");
        register(published("Stays", "AUTOMATIC", "5"), "Anna Ozola");

        Document same = desk.after(desk.post(path(event), Desk.filled(desk.page(path(event) + "/edit"))));
        assertThat(same.select(".notice.good").text()).contains("No mail was written");
        assertThat(same.select(".notice.good a")).isEmpty();

        Document asked = Jsoup.parse(desk.post(
                        path(event), Desk.filled(desk.page(path(event) + "/edit"), "sessions.0.place", "Daugavpils"))
                .body());
        Document moved = desk.after(desk.post(path(event), Desk.filled(asked)));
        assertThat(moved.select(".notice.good").text()).contains("In ten minutes 2 people hear");
        assertThat(moved.select(".notice.good a")).as("none is written yet").isEmpty();
        TenMinutes.pass(site);
        Document outbox = desk.page("/organiser/outbox?event=" + event.event().slug());
        assertThat(outbox.select("tbody th").eachText()).hasSize(4).allMatch(subject -> subject.contains("Changes"));
        assertThat(outbox.select(".figures dd").eachText()).containsExactly("4", "0", "0", "0", "0", "0");
        assertThat(other.get("/organiser/outbox?event=" + event.event().slug()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void registrationsAreFoundByNameAddressAndStatus() {
        EventDetails event = published("Found", "AUTOMATIC", "1");
        register(event, "100% Anna");
        register(event, "Kari Nordmann");

        assertThat(names(event, "?q=kari")).containsExactly("Kari Nordmann");
        assertThat(names(event, "?q=%25")).containsExactly("100% Anna");
        assertThat(names(event, "?q=kari.nordmann@")).containsExactly("Kari Nordmann");
        assertThat(names(event, "?status=WAITING")).containsExactly("Kari Nordmann");
        assertThat(names(event, "?status=nonsense")).hasSize(2);
        assertThat(desk.page(path(event) + "?q=nobody")
                        .select("#attendees .empty")
                        .text())
                .contains("No registration");
        assertThat(desk.page(path(event) + "?q=kari")
                        .select("a[href*=/registrations.]")
                        .eachAttr("href"))
                .containsExactly(
                        path(event) + "/registrations.csv?q=kari&sort=newest",
                        path(event) + "/registrations.xlsx?q=kari&sort=newest",
                        path(event) + "/registrations.pdf?q=kari&sort=newest",
                        path(event) + "/registrations.vcf?q=kari&sort=newest");
    }

    @Test
    void whoAwaitsApprovalIsApprovedOrDeclinedWithAReason() {
        EventDetails event = published("Approval", "MANUAL", "5");
        Registration anna = register(event, "Anna Ozola");
        Registration kari = register(event, "Kari Nordmann");

        assertThat(Desk.location(desk.post(sheet(anna) + "/approval"))).startsWith(path(event));
        assertThat(Desk.location(desk.post(sheet(kari) + "/refusal", "reason", "Members first")))
                .startsWith(path(event));

        assertThat(status(anna)).isEqualTo(RegistrationStatus.CONFIRMED);
        assertThat(status(kari)).isEqualTo(RegistrationStatus.DECLINED);
        assertThat(desk.page(sheet(kari)).text()).contains("Members first");
        assertThat(desk.post(sheet(kari) + "/approval").statusCode()).isEqualTo(409);
        assertThat(mails(event)).extracting(OutboxItem::kind).contains("confirmed", "declined");
    }

    @Test
    void aPlaceThatIsCancelledGoesToWhoWaits() {
        EventDetails event = published("Moves up", "AUTOMATIC", "1");
        Registration anna = register(event, "Anna Ozola");
        Registration kari = register(event, "Kari Nordmann");

        desk.post(sheet(anna) + "/cancellation", "reason", "");

        assertThat(status(anna)).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(status(kari)).isEqualTo(RegistrationStatus.CONFIRMED);
    }

    @Test
    void whoCancelsAPlaceFirstReadsWhatCannotBeUndone() {
        EventDetails event = published("Thought over", "AUTOMATIC", "1");
        Registration anna = register(event, "Anna Ozola");

        Document page = desk.page(sheet(anna));

        assertThat(page.select("form[action$=/cancellation]")).hasSize(1);
        assertThat(page.select("details:not([open]) form[action$=/cancellation]")
                        .text())
                .contains("This cannot be undone");
        assertThat(page.select("details:has(form[action$=/cancellation]) > summary")
                        .text())
                .isEqualTo("Cancel the place");
    }

    @Test
    void aReasonOfExcessiveLengthIsRefusedAndKept() {
        EventDetails event = published("Long reason", "AUTOMATIC", "1");
        Registration anna = register(event, "Anna Ozola");

        var response = desk.post(sheet(anna) + "/cancellation", "reason", "x".repeat(2_001));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(response.body())
                        .expectFirst("details[open] #reason")
                        .val())
                .hasSize(2_001);
        assertThat(status(anna)).isEqualTo(RegistrationStatus.CONFIRMED);
    }

    @Test
    void anEventIsCancelledWithAReasonThatEverybodyHears() {
        EventDetails event = published("Called off", "AUTOMATIC", "5");
        register(event, "Anna Ozola");

        var without = desk.post(path(event) + "/cancellation", "reason", " ");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(without.body()).expectFirst("#reason-error").text())
                .isNotBlank();

        Desk.location(desk.post(path(event) + "/cancellation", "reason", "The trainer is ill"));
        EventDetails cancelled = site.bean(Events.class).get(event.event().id());
        assertThat(cancelled.event().state()).isEqualTo(EventState.CANCELLED);
        assertThat(mails(event)).extracting(OutboxItem::kind).contains("event-cancelled");
        Document page = desk.page(path(event));
        assertThat(page.text()).contains("The trainer is ill");
        assertThat(page.select("form[action$=/cancellation]")).isEmpty();
    }

    @Test
    void fewerPlacesThanAreTakenAreRefusedBesideTheField() {
        EventDetails event = published("Shrinks", "AUTOMATIC", "5");
        register(event, "Anna Ozola");
        register(event, "Kari Nordmann");

        var response = desk.post(path(event), Desk.filled(desk.page(path(event) + "/edit"), "places", "1"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(response.body()).expectFirst("#places-error").text())
                .contains("2 places");
        Desk.location(desk.post(path(event), Desk.filled(desk.page(path(event) + "/edit"), "places", "2")));
    }

    @Test
    void aCategoryKeepsThePlacesThatAreTakenInIt() {
        EventDetails event =
                published("Members", "AUTOMATIC", "5", "categories.0.name.en", "Members", "categories.0.places", "3");
        register(event, "Anna Ozola", "members");

        Document page = desk.page(path(event) + "/edit");
        var fewer = desk.post(path(event), Desk.filled(page, "categories.0.places", "0"));
        assertThat(fewer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(fewer.body())
                        .expectFirst("#categories-0-places-error")
                        .text())
                .contains("1 place");

        Map<String, List<String>> without = Desk.filled(page);
        without.keySet().removeIf(field -> field.startsWith("categories."));
        var gone = desk.post(path(event), without);
        assertThat(gone.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(gone.body()).select("#errors a").attr("href")).isEqualTo("#categories");
    }

    @Test
    void registrationsOfOtherOrganisationsAreNotThere() {
        EventDetails event = published("Theirs", "MANUAL", "5");
        Registration anna = register(event, "Anna Ozola");

        assertThat(other.get(path(event)).statusCode()).isEqualTo(404);
        assertThat(other.get(sheet(anna)).statusCode()).isEqualTo(404);
        for (String deed : List.of("/approval", "/refusal", "/cancellation")) {
            assertThat(other.post(sheet(anna) + deed, "reason", "").statusCode())
                    .isEqualTo(404);
        }
        assertThat(status(anna)).isEqualTo(RegistrationStatus.AWAITING_APPROVAL);
    }

    private static EventDetails published(String title, String approval, String places, String... more) {
        Map<String, List<String>> fields = Desk.fields(
                "kind",
                "TRAINING",
                "title.en",
                title,
                "approval",
                approval,
                "places",
                places,
                "waitingList",
                "true",
                "sessions.0.start",
                "2199-02-06T10:00",
                "sessions.0.end",
                "2199-02-06T12:30",
                "sessions.0.timeZone",
                "Europe/Riga");
        fields.putAll(Desk.fields(more));
        String address = Desk.location(desk.post("/organiser/events", fields));
        EventDetails draft = site.bean(Events.class)
                .find(address.substring(address.lastIndexOf('/') + 1))
                .orElseThrow();
        return site.bean(Announcements.class).publish(draft.event().id(), "system");
    }

    private static Registration register(EventDetails event, String name) {
        return register(event, name, null);
    }

    private static Registration register(EventDetails event, String name, @Nullable String category) {
        String email = Slug.of(name).replace('-', '.') + "@example.org";
        Wish wish = Wishes.of(category, name, email, null);
        return ((Outcome.Registered) registrations.register(event, wish, null)).registration();
    }

    private static RegistrationStatus status(Registration registration) {
        return registrations.byReference(registration.reference()).status();
    }

    private static List<OutboxItem> mails(EventDetails event) {
        return site.bean(Outbox.class).page(OutboxFilter.newestOf(null, 200)).items().stream()
                .filter(item -> Long.valueOf(event.event().id()).equals(item.eventId()))
                .toList();
    }

    private static List<String> names(EventDetails event, String query) {
        return desk.page(path(event) + query).select("#attendees tbody th a").eachText();
    }

    private static String path(EventDetails event) {
        return "/organiser/events/" + event.event().slug();
    }

    private static String sheet(Registration registration) {
        return "/organiser/registrations/" + registration.reference();
    }
}
