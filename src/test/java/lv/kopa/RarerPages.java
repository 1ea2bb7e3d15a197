package lv.kopa;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.organisation.Organisations;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.circular.NewsLinks;
import lv.kopa.registration.confirmation.Overdue;
import lv.kopa.registration.wish.Wish;
import lv.kopa.time.MovableClock;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import lv.kopa.web.guard.TooOften;

/** What participants see where something came between, where others acted for them, and afterwards. */
final class RarerPages {
    private static final String WORKSHOP = "/events/zinatnes-darbnica";
    private static final String EVENING = "/events/atverto-durvju-vakars";
    private static final String BY_DECISION = "/events/pasniedzeju-apmacibas";
    private static final String LAURA = "laura@example.org";

    private final Gallery gallery;

    RarerPages(Gallery gallery) {
        this.gallery = gallery;
    }

    void walk() {
        announce(workshop());
        answerQuestions();
        beOvertaken();
        changeTheAddress();
        comeTooLate();
        bringMoreThanThereArePlaces();
        bringPeopleToDecideOn();
        holdAPlace();
        refuseNews();
        organise();
        readAndDecline();
        loseTheEvent();
        meetACrowd();
    }

    private void answerQuestions() {
        gallery.show("form-questions", WORKSHOP + "/register");
        gallery.check("input[name='answers.way'][value=car]", 0);
        gallery.picture("form-questions-asked");
    }

    private void beOvertaken() {
        gallery.check("input[name=sessions]", 0);
        gallery.fill("name", "Laura Kalniņa");
        gallery.fill("email", LAURA);
        gallery.check("input[value=privacy]", 0);
        EventDetails event = event(WORKSHOP);
        announcements().change(event.event().id(), event.event().version(), anHourLater(event), "test");
        gallery.send();
        gallery.picture("form-moved");
        long session = event.chosen().get(0).id();
        Wish other = new Wish(
                null,
                "Ivo Liepa",
                "ivo@example.org",
                null,
                null,
                "lv",
                java.util.Map.of("way", "train"),
                List.of("privacy"),
                List.of(session),
                null);
        registrations().register(event(WORKSHOP), other, null);
        gallery.send();
        gallery.picture("form-filled");
        gallery.check("input[name=waitFor]", 0);
        gallery.page().locator("main form input[name=sessions]").first().uncheck();
        gallery.send();
        gallery.show("own-waiting-for-a-session", own(LAURA));
        gallery.show("own-answers-with-a-file", own(LAURA) + "/answers");
    }

    private void changeTheAddress() {
        gallery.go(own(LAURA) + "/edit");
        gallery.fill("email", "laura.kalnina@example.org");
        gallery.send();
        gallery.picture("own-new-address");
        gallery.show("new-address", gallery.linkTo("laura.kalnina@example.org", "my/address"));
    }

    private void comeTooLate() {
        gallery.go(WORKSHOP + "/register");
        gallery.fill("name", "Zane Ozola");
        gallery.forgetTheForm();
        gallery.send();
        gallery.picture("form-old");
    }

    private void bringMoreThanThereArePlaces() {
        bring(WORKSHOP, "Dace Stašāne", "Raivis Skudra", "Līga Upeniece");
        gallery.picture("party-places-for-some");
        gallery.press("button[name=rest]");
        gallery.picture("party-with-waiting");
        gallery.press("a[href*='/people/']");
        gallery.picture("party-exchange");
        gallery.show("own-brought", own("people0@example.org"));
    }

    private void bringPeopleToDecideOn() {
        bring(BY_DECISION, "Ieva Zariņa", "Māris Vītols");
        String party = gallery.page().url().replaceFirst("https?://[^/]+", "");
        for (Registration person : registrations().of(event(BY_DECISION).event().id())) {
            if (person.name().equals("Ieva Zariņa")) {
                registrations().approve(person, "test");
            } else if (person.name().equals("Māris Vītols")) {
                registrations().decline(person, "Šoreiz izvēlējāmies tos, kas jau vada nodarbības.", "test");
            }
        }
        gallery.show("party-decided", party);
        gallery.show("own-declined", own("people1@example.org"));
    }

    /** Rows of the form for several, the first of whom have an address. */
    private void bring(String event, String... people) {
        gallery.go(event + "/register/party");
        gallery.fill("name", "Inga Vasiļevska");
        gallery.fill("email", "inga" + people.length + "@example.org");
        for (int i = 0; i < people.length; i++) {
            gallery.fill("people." + i + ".name", people[i]);
            gallery.fill(
                    "people." + i + ".email",
                    i < 2 && event.equals(BY_DECISION) || i == 0 ? "people" + i + "@example.org" : "");
            if (event.equals(WORKSHOP)) {
                gallery.check("input[name='people." + i + ".answers.way'][value=train]", 0);
            }
        }
        gallery.check("input[value=privacy]", 0);
        gallery.send();
    }

    private void holdAPlace() {
        announce(evening());
        register(EVENING, "Zane Ozola", "zane@example.org");
        gallery.picture("done-to-confirm");
        String link = gallery.linkTo("zane@example.org", "my/confirmation");
        gallery.show("address-to-confirm", link);
        gallery.press("form button.button");
        gallery.show("address-confirmed", link);
        register(EVENING, "Pēteris Kalns", "peteris@example.org");
        clock().advance(Duration.ofDays(1));
        Overdue.end(gallery.kopa());
        gallery.show("address-too-late", gallery.linkTo("peteris@example.org", "my/confirmation"));
        clock().release();
    }

    private void register(String event, String name, String email) {
        gallery.go(event + "/register");
        gallery.fill("name", name);
        gallery.fill("email", email);
        gallery.check("input[value=privacy]", 0);
        gallery.send();
    }

    private void refuseNews() {
        gallery.show("news", NewsLinks.path(gallery.kopa(), "intelekta-parks", LAURA));
        gallery.press("form button.button");
        gallery.picture("news-refused");
    }

    /** An organiser looks at a draft, and gives something to read and invites somebody on the way. */
    private void organise() {
        gallery.go("/organiser/sign-in");
        gallery.fill("email", "ilze@intelektaparks.example");
        gallery.fill("password", "learning-together");
        gallery.press("form button.button");
        gallery.show("draft", "/events/projekta-ideja");
        gallery.go("/organiser" + WORKSHOP + "/materials/links");
        gallery.fill("address", "https://intelektaparks.example/meginajumi");
        gallery.fill("title.lv", "Mēģinājumu apraksti");
        gallery.press("form[action$='/links'] p.actions button.button");
        gallery.go("/organiser" + WORKSHOP + "/invitations");
        gallery.fill("name", "Baiba Krūmiņa");
        gallery.fill("email", "baiba@example.org");
        gallery.press("form:has([name=name]) button.button");
        gallery.loseCookies();
    }

    private void readAndDecline() {
        gallery.show("own-with-materials", own(LAURA));
        gallery.show("invitation-to-decline", gallery.linkTo("baiba@example.org", "my/invitation"));
        gallery.press("button.danger");
        gallery.picture("invitation-declined");
    }

    private void loseTheEvent() {
        String own = own(LAURA);
        clock().advance(Duration.ofDays(70));
        gallery.show("own-over", own);
        clock().release();
        announcements().cancel(event(WORKSHOP).event().id(), "Telpas pēkšņi jāremontē.", "test");
        gallery.show("own-event-cancelled", own);
    }

    private void meetACrowd() {
        Limits limits = gallery.kopa().bean(Limits.class);
        gallery.go(EVENING + "/register");
        gallery.fill("name", "Zane Ozola");
        gallery.fill("email", "zane.ozola@example.org");
        gallery.check("input[value=privacy]", 0);
        gallery.block("**/effort*");
        exhaust(limits, "127.0.0.1");
        exhaust(limits, "::1");
        gallery.send();
        gallery.picture("form-crowded");
    }

    private static void exhaust(Limits limits, String address) {
        try {
            Network network = Network.of(InetAddress.getByName(address));
            while (true) {
                limits.count(Limit.REGISTRATION, network);
            }
        } catch (TooOften enough) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String own(String address) {
        return gallery.linkTo(address, "r");
    }

    private MovableClock clock() {
        return gallery.kopa().bean(MovableClock.class);
    }

    private Announcements announcements() {
        return gallery.kopa().bean(Announcements.class);
    }

    private Registrations registrations() {
        return gallery.kopa().bean(Registrations.class);
    }

    private EventDetails event(String path) {
        return gallery.kopa().bean(Events.class).find(path.substring(8)).orElseThrow();
    }

    private void announce(EventPlan plan) {
        EventDetails draft = announcements()
                .draft(plan, gallery.kopa().bean(Organisations.class).get("intelekta-parks"), "test");
        announcements().publish(draft.event().id(), "test");
    }

    private EventPlan anHourLater(EventDetails event) {
        JsonMapper mapper = gallery.kopa().bean(JsonMapper.class);
        try {
            return plan(mapper.writeValueAsString(EventPlan.of(event)).replace("T10:00", "T11:00"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EventPlan workshop() {
        return plan("""
                {"organisation": "intelekta-parks", "slug": "zinatnes-darbnica", "kind": "TRAINING", "languages": ["lv"],
                 "places": 4, "waitingList": true, "timeZone": "Europe/Riga",
                 "title": {"lv": "Zinātnes darbnīca pulciņu vadītājiem"},
                 "description": {"lv": "Divas dienas ar mēģinājumiem, kam pietiek ar virtuvē atrodamo."},
                 "sessions": [
                   {"title": {"lv": "Ūdens un gaiss"}, "start": "%1$sT10:00", "end": "%1$sT15:00", "place": "Daugavpils, Vienības nams"},
                   {"title": {"lv": "Gaisma"}, "start": "%2$sT10:00", "end": "%2$sT12:00", "places": 1, "place": "Daugavpils, Vienības nams"}],
                 "questions": [
                   {"key": "way", "type": "CHOICE", "label": {"lv": "Kā atbrauksi?"}, "required": true, "choices": [
                     {"key": "car", "label": {"lv": "Ar automašīnu"}}, {"key": "train", "label": {"lv": "Ar vilcienu"}}]},
                   {"key": "seats", "type": "NUMBER", "label": {"lv": "Cik cilvēku vari paņemt līdzi?"},
                    "shownIf": [{"question": "way", "is": ["car"]}]},
                   {"key": "picture", "type": "FILE", "label": {"lv": "Mēģinājuma attēls"}, "required": true,
                    "help": {"lv": "Kāds tavs agrāks mēģinājums kopā ar bērniem."}}]}""", 60);
    }

    private EventPlan evening() {
        return plan("""
                {"organisation": "intelekta-parks", "slug": "atverto-durvju-vakars", "kind": "MEETING", "languages": ["lv"],
                 "places": 20, "timeZone": "Europe/Riga", "title": {"lv": "Atvērto durvju vakars"},
                 "registration": {"confirmAddress": true},
                 "sessions": [{"start": "%1$sT18:00", "end": "%1$sT20:00", "place": "Daugavpils, Vienības nams"}]}""", 30);
    }

    private EventPlan plan(String json, int days) {
        LocalDate first = LocalDate.now(gallery.kopa().bean(Clock.class)).plusDays(days);
        try {
            return gallery.kopa()
                    .bean(JsonMapper.class)
                    .readValue(json.formatted(first, first.plusDays(1)), EventPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
