package lv.kopa.registration.circular;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.file.CheckedFile;
import lv.kopa.file.Samples;
import lv.kopa.mail.Mail;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.project.ProjectPlan;
import lv.kopa.project.Projects;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.web.Parts;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What organisers write to many people at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CircularTest {
    private static final Map<String, Object> ONLY_WHEN_CALLED =
            Map.of("kopa.circulars.interval", "1h", "kopa.circulars.batch", "2");
    private static final Pattern NEWS = Pattern.compile("https://kopa\\.example(/my/news/[a-z2-7]{32})");

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("CircularTest", database, ONLY_WHEN_CALLED);
    private final Desk desk = Desk.of(kopa.site(), "parks");

    private final String token = kopa.bean(ApiTokens.class)
            .create(desk.organiser().personId(), "program", "test")
            .secret();
    private int events;
    private String ours = "";
    private long refused;

    @BeforeEach
    void publish() {
        ours = "ours-" + ++events;
        kopa.publish(token, Plans.training("parks", ours, "\"places\": 3, \"waitingList\": true"));
        refused = database.number("SELECT COUNT(*) FROM news_refusal");
    }

    @AfterAll
    void stop() {
        kopa.close();
    }

    @Test
    void everybodyWhoIsRegisteredGetsItOnceInTheirOwnWords() {
        register("anna@example.org", "lv");
        register("kari@example.org", "nb");
        Someone gone = register("gone@example.org", "lv");
        gone.cancels();
        long before = mails();

        write(words("{name}: {event}", "Read {link}, {name}."));
        deliver();

        assertThat(mails() - before).isEqualTo(2);
        assertThatMail(Someone.mailTo(kopa, own("anna@example.org")))
                .hasSubject("Anna Bērziņa: Projektu rakstīšana")
                .isIn("lv")
                .textContains("Lasi https://kopa.example/r/");
        assertThatMail(Someone.mailTo(kopa, own("kari@example.org")))
                .hasSubject("Anna Bērziņa: Grant writing")
                .isIn("en")
                .textContains("Read https://kopa.example/r/");
        assertThat(page().select("tbody .status").eachText()).containsOnly("Waiting");
        deliver();
        assertThat(mails() - before).isEqualTo(2);
    }

    @Test
    void whoeverIsLookedForInTheListIsWhomTheFormIsFor() {
        register("anna@example.org", "lv");
        String link = desk.page("/organiser/events/" + ours + "?q=anna%40&status=CONFIRMED")
                .select("a[href*='/circulars/new']")
                .attr("href");
        Document form = desk.page(link);
        assertThat(form.select("form.form [name=q]").val()).isEqualTo("anna@");
        assertThat(form.select("form.form [name=status] [selected]").val()).isEqualTo("CONFIRMED");
    }

    @Test
    void itsPageShowsItInAllItsLanguagesUnderTheNameOfTheEvent() {
        register("anna@example.org", "lv");
        Document page = desk.page(write(words("About {event}", "Read {link}, {name}.")));
        assertThat(page.select("h1").text()).isEqualTo("About Grant writing");
        assertThat(page.select("pre[lang=en]").text()).isEqualTo("Read {link}, {name}.");
        assertThat(page.select("pre[lang=lv]").text()).isEqualTo("Lasi {link}, {name}.");
        assertThat(desk.page("/organiser/events/" + ours + "/circulars")
                        .select(".rows a")
                        .text())
                .isEqualTo("About Grant writing");
    }

    @Test
    void whoGaveUpIsWrittenToOnlyWhereThatIsChosen() {
        register("gone@example.org", "lv").cancels();
        register("anna@example.org", "lv");
        Map<String, String> form = words("We miss you", "Come again.");
        form.put("status", "CANCELLED");
        write(form);
        deliver();
        assertThat(circularsTo("gone@example.org")).isOne();
        assertThat(circularsTo("anna@example.org")).isZero();
    }

    @Test
    void whoGivesUpWhileItIsBeingSentIsLeftOutAndListed() {
        Someone anna = register("anna@example.org", "lv");
        write(words("Hello", "All of you."));
        anna.cancels();
        deliver();
        assertThat(circularsTo("anna@example.org")).isZero();
        assertThat(page().select("tbody .status").eachText()).containsExactly("Left out: gave up meanwhile");
    }

    @Test
    void aPreviewIsAsOnePersonGetsItAndChangesNothing() {
        register("anna@example.org", "lv");
        register("kari@example.org", "nb");
        long before = mails();
        Map<String, String> form = words("{name}", "Dear {name}");
        form.put("then", "preview");
        Document first = Jsoup.parse(post(form).body());
        assertThat(first.select("#preview").text()).contains("Anna Bērziņa");
        assertThat(first.select("pre").text()).contains("Dear Anna Bērziņa", "https://kopa.example/r/…");
        assertThat(first.select("button[value=send]").text()).isEqualTo("Send to 2 people");
        form.put("shown", first.select("input[name=shown]").val());
        Document second = Jsoup.parse(post(form).body());
        assertThat(second.select("pre").text()).contains("Cien. Anna Bērziņa");
        assertThat(mails()).isEqualTo(before);
        assertThat(database.number("SELECT COUNT(*) FROM circular WHERE event_id = " + event()))
                .isZero();
    }

    @Test
    void whereSeveralAreWrittenToAtOneAddressBothNumbersAreSaidAndThatThereIsNoMailServer() {
        register("anna@example.org", "lv");
        register("kari@example.org", "nb");
        register("ilze@example.org", "lv");
        database.execute("UPDATE registration SET email = '" + own("ilze@example.org") + "', email_key = reference"
                + " WHERE email = '" + own("kari@example.org") + "'");
        Map<String, String> form = words("{name}", "Dear {name}");
        form.put("then", "preview");

        Document preview = Jsoup.parse(post(form).body());

        assertThat(preview.select("button[value=send]").text()).isEqualTo("Send to 2 addresses");
        assertThat(preview.select("main").text())
                .contains("Mails: 2. People whom they reach: 3", "No mail server is set up yet", "waits in the outbox");
        write(form);
        assertThat(page().text()).contains("Mails: 2. People whom they reach: 3", "No mail server is set up yet");
    }

    @Test
    void aTestGoesToTheOrganiserAlone() {
        register("anna@example.org", "lv");
        long before = mails();
        Map<String, String> form = words("{name}", "Dear {name}");
        form.put("then", "test");
        Document page = Jsoup.parse(post(form).body());
        assertThat(page.select("[role=status]").text()).contains("on its way to you");
        assertThat(mails() - before).isOne();
        assertThatMail(Someone.mailTo(kopa, "ilze@parks.example"))
                .subjectContains("Test: ")
                .doesNotSay("/r/a");
    }

    @Test
    void whatIsWrongIsSaidBesideItAndNothingTypedIsLost() {
        register("anna@example.org", "lv");
        Map<String, String> form = words("Hello {nme}", "Text");
        form.put("text.lv", "");
        form.put("then", "send");
        HttpResponse<String> answer = post(form);
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("[id='subject-en-error']").text()).contains("{nme}");
        assertThat(page.select("[id='text-lv-error']")).hasSize(1);
        assertThat(page.select("[name='subject.en']").val()).isEqualTo("Hello {nme}");
        assertThat(database.number("SELECT COUNT(*) FROM circular WHERE event_id = " + event()))
                .isZero();
    }

    @Test
    void whereThereIsNobodyNothingIsSent() {
        Map<String, String> form = words("Hello", "Text");
        form.put("then", "send");
        assertThat(post(form).statusCode()).isEqualTo(422);
    }

    @Test
    void theSameFormSentTwiceIsSentOnce() {
        register("anna@example.org", "lv");
        Map<String, String> form = words("Hello", "Text");
        assertThat(write(form)).isEqualTo(write(form));
        deliver();
        assertThat(circularsTo("anna@example.org")).isOne();
    }

    @RepeatedTest(5)
    void theSameFormSentTwiceAtTheSameMomentIsSentOnceToo() throws Exception {
        register("anna@example.org", "lv");
        Map<String, String> form = words("Hello", "At once.");
        form.put("then", "send");
        ExecutorService clicks = Executors.newFixedThreadPool(4);
        Set<String> paths = new HashSet<>();
        Callable<HttpResponse<String>> click = () -> post(form);
        for (Future<HttpResponse<String>> answer : clicks.invokeAll(Collections.nCopies(4, click))) {
            paths.add(Desk.location(answer.get()));
        }
        clicks.shutdown();
        assertThat(paths).hasSize(1);
        deliver();
        assertThat(circularsTo("anna@example.org")).isOne();
    }

    @Test
    void aServerThatEndsInBetweenIsFollowedWhereItWas() {
        List.of("a", "b", "c", "d", "e").forEach(name -> register(name + "@example.org", "lv"));
        String path = write(words("Hello", "Text"));
        long id = Long.parseLong(path.replaceAll(".*/", ""));
        assertThat(kopa.bean(CircularSender.Batch.class).put(id)).isTrue();
        assertThat(circulars()).isEqualTo(2);
        try (Program next = Program.start("CircularTest", database, ONLY_WHEN_CALLED)) {
            next.bean(CircularSender.class).send();
        }
        assertThat(circulars()).isEqualTo(5);
        assertThat(database.texts("SELECT state FROM circular WHERE event_id = " + event()))
                .containsExactly("DONE");
    }

    @Test
    void twoServersAtOnceWriteToNobodyTwice() throws InterruptedException {
        for (int i = 0; i < 9; i++) {
            register("p" + i + "@example.org", "lv");
        }
        write(words("Hello", "Text"));
        try (Program next = Program.start("CircularTest", database, ONLY_WHEN_CALLED)) {
            Thread other = new Thread(() -> next.bean(CircularSender.class).send());
            other.start();
            deliver();
            other.join();
        }
        deliver();
        assertThat(circulars()).isEqualTo(9);
    }

    @Test
    void whatIsStoppedGoesNoFurther() {
        List.of("a", "b", "c", "d", "e").forEach(name -> register(name + "@example.org", "lv"));
        String path = write(words("Hello", "Text"));
        kopa.bean(CircularSender.Batch.class).put(Long.parseLong(path.replaceAll(".*/", "")));
        database.execute("UPDATE mail_outbox SET state = 'SENT' WHERE kind = 'circular' AND event_id = " + event());
        kopa.bean(CircularSender.Batch.class).put(Long.parseLong(path.replaceAll(".*/", "")));
        assertThat(Desk.location(desk.post(path + "/stop"))).isEqualTo(path);
        deliver();
        assertThat(circulars()).isEqualTo(4);
        assertThat(database.number(
                        "SELECT COUNT(*) FROM mail_outbox WHERE kind = 'circular' AND state = 'STOPPED' AND event_id = "
                                + event()))
                .isEqualTo(2);
        Document page = desk.page(path);
        assertThat(page.select("header .state").text()).isEqualTo("Stopped");
        assertThat(page.select(".figures dd").eachText())
                .as("sent, not arrived, stopped, left out")
                .containsExactly("2", "0", "3", "0");
        assertThat(page.select("tbody .status").eachText())
                .containsExactlyInAnyOrder("Sent", "Sent", "Stopped", "Stopped", "Stopped");
        assertThat(page.select(".actions a[href=" + path + "]"))
                .as("there is no more to be seen")
                .isEmpty();
    }

    @Test
    void whatIsStoppedBehindTheLastOfItsMailsIsStoppedToo() {
        register("anna@example.org", "lv");
        String path = write(words("Hello", "Text"));
        deliver();
        Desk.location(desk.post(path + "/stop"));
        assertThat(desk.page(path).select("header .state").text()).isEqualTo("Stopped");
        assertThat(desk.page(path).select("tbody .status").eachText()).containsExactly("Stopped");
    }

    @Test
    void aFileGoesWithIt() {
        register("anna@example.org", "lv");
        Map<String, String> form = words("Hello", "Text");
        form.put("then", "send");
        Parts parts = Parts.of(lists(form)).file("file", "Plāns.pdf", Samples.pdf(3_000));
        Desk.location(desk.send("/organiser/events/" + ours + "/circulars/new", parts));
        deliver();
        assertThatMail(Someone.mailTo(kopa, own("anna@example.org"))).hasAttachment("Plāns.pdf");
        assertThat(page().select("section .meta").text()).contains("Plāns.pdf");
    }

    @Test
    void aFileAsLargeAsMayBeGoesWithItToo() {
        register("anna@example.org", "lv");
        Map<String, String> form = words("Hello", "A large one.");
        form.put("then", "send");
        Parts parts = Parts.of(lists(form)).file("file", "Plāns.pdf", Samples.pdf(CheckedFile.LARGEST));
        Desk.location(desk.send("/organiser/events/" + ours + "/circulars/new", parts));
        deliver();
        assertThat(circularsTo("anna@example.org")).isOne();
    }

    @Test
    void newsIsRefusedByOneClickAndWhatIsAboutTheirPlaceIsNot() {
        register("anna@example.org", "lv");
        register("kari@example.org", "nb");
        write(news());
        deliver();
        String link = newsLink("anna@example.org");
        assertThat(wayOut("anna@example.org")).isEqualTo("https://kopa.example" + link);

        assertThat(kopa.site().get(link).statusCode()).isEqualTo(200);
        assertThat(refusals()).as("opening the page does nothing").isZero();
        HttpResponse<String> click = kopa.site()
                .send(kopa.site()
                        .at(link)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
        assertThat(click.statusCode()).isEqualTo(200);
        assertThat(refusals()).isOne();

        write(news());
        deliver();
        assertThat(circularsTo("anna@example.org")).isOne();
        assertThat(circularsTo("kari@example.org")).isEqualTo(2);
        assertThat(page().select("tbody .status").eachText()).containsExactly("Waiting");

        write(words("Your place", "Please read."));
        deliver();
        assertThat(circularsTo("anna@example.org")).isEqualTo(2);
        assertThat(wayOut("anna@example.org")).as("about their place").isEqualTo("none");
        assertThat(database.texts("SELECT DISTINCT kind FROM mail_outbox WHERE unsubscribe IS NOT NULL"))
                .as("nothing else can be refused")
                .containsExactly("circular");
    }

    @Test
    void newsGoOnlyToThoseWhoAgreedToThem() {
        register("anna@example.org", "lv");
        register("kari@example.org", "nb");
        register("ieva@example.org", "lv");
        takeBack("kari@example.org");
        Map<String, String> form = news();
        form.put("then", "preview");
        assertThat(Jsoup.parse(post(form).body()).select("button[value=send]").text())
                .isEqualTo("Send to 2 people");
        form.put("about", "place");
        assertThat(Jsoup.parse(post(form).body()).select("button[value=send]").text())
                .isEqualTo("Send to 3 people");

        write(news());
        takeBack("ieva@example.org");
        deliver();

        assertThat(circularsTo("anna@example.org")).isOne();
        assertThat(circularsTo("kari@example.org")).isZero();
        assertThat(circularsTo("ieva@example.org")).isZero();
        assertThat(page().select("tbody .status").eachText()).containsExactly("Waiting", "Left out: wants no news");
    }

    @Test
    void whereNobodyAgreedToNewsNoneAreSent() {
        register("kari@example.org", "nb");
        takeBack("kari@example.org");
        Map<String, String> form = news();
        form.put("then", "send");
        assertThat(post(form).statusCode()).isEqualTo(422);
    }

    @Test
    void whoPressesTheButtonOnThePageRefusesToo() {
        Someone anna = register("anna@example.org", "lv");
        write(news());
        deliver();
        String link = newsLink("anna@example.org");
        HttpResponse<String> done = anna.browser().submit(anna.browser().page(link), link, Map.of());
        assertThat(Jsoup.parse(done.body()).select("h1").text()).isEqualTo("You get no more news");
        assertThat(refusals()).isOne();
    }

    @Test
    void nobodyRefusesForAnotherByGuessing() {
        String guess = "/my/news/" + "a".repeat(32);
        assertThat(kopa.site().get(guess).statusCode()).isEqualTo(404);
        assertThat(kopa.site()
                        .post(guess, "List-Unsubscribe=One-Click", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(404);
        assertThat(refusals()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lv", "en", "nb", "uk", "ru"})
    void everyMailNamesWhoWritesAndWhoPaysInItsLanguage(String language) {
        String project = "kapitals-" + language;
        Translated paid = Translated.of(
                Language.spoken().stream().collect(Collectors.toMap(each -> each, each -> "Paid for: " + each.tag())));
        kopa.bean(Projects.class)
                .create(
                        desk.organisation().id(),
                        new ProjectPlan(
                                project,
                                "AIF/2022/KAPAC2/108",
                                Translated.of(Language.EN, "KAPITĀLS"),
                                Translated.nothing(),
                                "Active Citizens Fund",
                                paid,
                                null,
                                null,
                                List.of(ProjectPlan.Item.of("4", Translated.of(Language.EN, "Study visit")))),
                        "test");
        ours += "-paid";
        kopa.publish(token, Plans.training("parks", ours, "\"activity\": \"" + project + "/4\""));
        register("anna@example.org", language);
        Mail confirmation = Someone.mailTo(kopa, own("anna@example.org"));
        assertThat(confirmation.to().language()).isEqualTo(language);
        assertNamesWhoPays(confirmation);

        write(words("Hello", "All of you."));
        deliver();
        Mail circular = Someone.mailTo(kopa, own("anna@example.org"));
        assertThat(circular.kind()).isEqualTo("circular");
        assertNamesWhoPays(circular);
    }

    private static void assertNamesWhoPays(Mail mail) {
        assertThat(String.join("\n", mail.wording().footer()))
                .contains(
                        "Association parks",
                        "AIF/2022/KAPAC2/108",
                        "Paid for: " + mail.to().language());
    }

    @Test
    void whoWasThereIsWrittenToWhenItIsOverAsBefore() {
        register("anna@example.org", "lv");
        database.execute(
                "UPDATE session SET starts_at = '2021-06-14 06:30', starts_on = '2021-06-14 09:30',"
                        + " ends_on = '2021-06-14 16:00' WHERE event_id = " + event(),
                "UPDATE event SET starts_at = '2021-06-14 06:30', ends_at = '2021-06-14 13:00' WHERE slug = '" + ours
                        + "'");
        write(words("Thank you", "It was good."));
        deliver();
        assertThat(database.texts(
                        "SELECT CONCAT(state, bulk) FROM mail_outbox WHERE kind = 'circular' AND to_address = '"
                                + own("anna@example.org") + "'"))
                .containsExactly("WAITING1");
    }

    @Test
    @Timeout(120)
    void fiveThousandPeopleAreWrittenToAndTheirPageStaysQuick() {
        register("anna@example.org", "lv");
        database.execute("""
                INSERT INTO registration (reference, event_id, status, name, email, email_key, language, link_hash,
                  registered_at, changed_at)
                WITH digit (d) AS (SELECT 0 UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
                  UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9),
                number (n) AS (SELECT a.d * 1000 + b.d * 100 + c.d * 10 + e.d FROM digit a, digit b, digit c, digit e)
                SELECT CONCAT('MANY', LPAD(n, 4, '0')), r.event_id, r.status, r.name, CONCAT('many', n, '@example.org'),
                  CONCAT('many', n, '@example.org'), r.language, SHA2(CONCAT('many', n), 256), r.registered_at,
                  r.changed_at
                FROM registration r, number WHERE n < 4999 AND r.email = '%s'""".formatted(own("anna@example.org")));
        Map<String, String> form = words("Hello", "All of you.");
        form.put("then", "preview");
        assertThat(Jsoup.parse(post(form).body()).select("button[value=send]").text())
                .isEqualTo("Send to 5,000 people");
        String path = write(form);
        var many = new CircularSender.Batch(
                kopa.bean(CircularRepository.class),
                kopa.bean(RecipientRepository.class),
                kopa.bean(Events.class),
                kopa.bean(CircularSender.Writing.class),
                500);
        long circular = database.number("SELECT MAX(id) FROM circular");
        while (inTransaction(() -> many.put(circular))) {
            // some at a time
        }
        assertThat(circulars()).isEqualTo(5_000);
        Instant asked = Instant.now();
        assertThat(desk.page(path).select("tbody tr")).isNotEmpty().hasSizeLessThanOrEqualTo(500);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
        database.execute("DELETE FROM mail_outbox WHERE kind = 'circular' AND event_id = " + event());
    }

    private boolean inTransaction(Supplier<Boolean> work) {
        return kopa.bean(DataSourceTransactionManager.class).executeWrite(status -> work.get());
    }

    @Test
    void onlyTheOrganisersOfTheEventWriteAndRead() {
        register("anna@example.org", "lv");
        String path = write(words("Hello", "Text"));
        Desk other = Desk.of(kopa.site(), "others");
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.get("/organiser/events/" + ours + "/circulars").statusCode())
                .isEqualTo(404);
        assertThat(other.post("/organiser/events/" + ours + "/circulars/new", lists(words("a", "b")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.post(path + "/stop").statusCode()).isEqualTo(404);
    }

    private Someone register(String email, String language) {
        String wish = Wishes.of(own(email))
                .replace("\"language\": \"lv\"", "\"language\": \"" + language + "\"")
                .replace("[\"privacy\"]", "[\"privacy\", \"newsletter\"]");
        var registered = kopa.register("", ours, wish).is(201);
        return Someone.at(kopa, Someone.path(registered.text("links.manage")));
    }

    /** Has somebody agree to news no more. */
    private void takeBack(String email) {
        database.execute(
                "UPDATE consent c JOIN registration r ON r.id = c.registration_id SET c.withdrawn_at = c.given_at"
                        + " WHERE c.purpose = 'NEWSLETTER' AND r.email = '" + own(email) + "'");
    }

    /** A form in two languages. */
    private static Map<String, String> words(String subject, String text) {
        Map<String, String> form = new HashMap<>();
        form.put("submission", subject + text);
        form.put("about", "place");
        form.put("subject.en", subject);
        form.put("text.en", text);
        form.put("subject.lv", subject.equals("Hello {nme}") ? "Sveiki" : subject);
        form.put("text.lv", text.replace("Read", "Lasi").replace("Dear", "Cien."));
        return form;
    }

    private int written;

    private Map<String, String> news() {
        Map<String, String> form = words("News", "Another event.");
        form.put("about", "news");
        form.put("submission", "news" + written++);
        return form;
    }

    private HttpResponse<String> post(Map<String, String> form) {
        return desk.post("/organiser/events/" + ours + "/circulars/new", lists(form));
    }

    /** The path of what was sent. */
    private String write(Map<String, String> form) {
        form.put("then", "send");
        return Desk.location(post(form));
    }

    private static Map<String, List<String>> lists(Map<String, String> form) {
        Map<String, List<String>> fields = new HashMap<>();
        form.forEach((name, value) -> fields.put(name, List.of(value)));
        return fields;
    }

    private void deliver() {
        kopa.bean(CircularSender.class).send();
    }

    private Document page() {
        return desk.page("/organiser/events/" + ours + "/circulars/" + database.number("SELECT MAX(id) FROM circular"));
    }

    private String newsLink(String email) {
        Matcher link = NEWS.matcher(Someone.mailTo(kopa, own(email)).wording().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String wayOut(String email) {
        return database.texts("SELECT COALESCE(unsubscribe, 'none') FROM mail_outbox WHERE to_address = '" + own(email)
                        + "' AND kind = 'circular' ORDER BY id DESC LIMIT 1")
                .get(0);
    }

    private long circulars() {
        return database.number("SELECT COUNT(*) FROM mail_outbox WHERE kind = 'circular' AND event_id = " + event());
    }

    private long event() {
        return database.number("SELECT id FROM event WHERE slug = '" + ours + "'");
    }

    /** An address of this test alone. */
    private String own(String email) {
        return events + email;
    }

    private long circularsTo(String email) {
        return database.number(
                "SELECT COUNT(*) FROM mail_outbox WHERE kind = 'circular' AND to_address = '" + own(email) + "'");
    }

    private long mails() {
        return database.number("SELECT COUNT(*) FROM mail_outbox");
    }

    private long refusals() {
        return database.number("SELECT COUNT(*) FROM news_refusal") - refused;
    }
}
