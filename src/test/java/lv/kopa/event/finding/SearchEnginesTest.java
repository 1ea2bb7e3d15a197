package lv.kopa.event.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.file.Samples;
import lv.kopa.organisation.Logo;
import lv.kopa.organisation.Organisations;
import lv.kopa.project.ProjectPlan;
import lv.kopa.project.Projects;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.web.StrictJson;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** What search engines, and previews of links, see of events. */
@Tag("database")
class SearchEnginesTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static Program kopa;
    private static String parks;

    @BeforeAll
    static void announce() {
        kopa = Program.start("search-engines", DATABASE);
        parks = kopa.found("parks");
        kopa.publish(parks, Plans.studyVisit("parks", "hamar", ""));
        kopa.publish(parks, Plans.training("parks", "unlisted", "\"visibility\": \"UNLISTED\""));
        kopa.publish(parks, Plans.training("parks", "invited", "\"visibility\": \"INVITATION\""));
        kopa.post(parks, "/api/v1/events", Plans.training("parks", "drafted", ""))
                .is(201);
        Translated title = Translated.of(Language.EN, "Capacity");
        kopa.bean(Projects.class)
                .create(
                        kopa.bean(Organisations.class).get("parks").id(),
                        new ProjectPlan("capacity", "1", title, title, "Fund", title, null, null, List.of()),
                        "test");
    }

    @AfterAll
    static void close() {
        kopa.close();
    }

    private static Document page(String address) {
        return Jsoup.parse(kopa.site().get(address, "Accept-Language", "en").body());
    }

    private static JsonNode data(String slug) {
        Element script = page("/events/" + slug).selectFirst("script[type=application/ld+json]");
        return StrictJson.read(Objects.requireNonNull(script, slug).data());
    }

    private static String text(JsonNode node, String... path) {
        JsonNode inner = node;
        for (String step : path) {
            inner = step.matches("\\d+") ? inner.get(Integer.parseInt(step)) : inner.get(step);
            assertThat(inner).as(String.join(".", path)).isNotNull();
        }
        return inner.coerceStringValue();
    }

    @Test
    void anEventIsDescribedAsSchemaOrgHasIt() {
        JsonNode event = data("hamar");

        assertThat(text(event, "@context")).isEqualTo("https://schema.org");
        assertThat(text(event, "@type")).isEqualTo("Event");
        assertThat(text(event, "name")).isEqualTo("Study visit to Hamar");
        assertThat(text(event, "description")).isEqualTo("To see how others do it.");
        assertThat(text(event, "url")).isEqualTo("https://kopa.example/events/hamar?lang=en");
        assertThat(text(event, "startDate")).isEqualTo("2031-06-14T06:10:00+03:00");
        assertThat(text(event, "endDate")).isEqualTo("2031-06-14T15:30:00+02:00");
        assertThat(text(event, "eventStatus")).isEqualTo("https://schema.org/EventScheduled");
        assertThat(text(event, "eventAttendanceMode")).isEqualTo("https://schema.org/MixedEventAttendanceMode");
        assertThat(text(event, "organizer", "@type")).isEqualTo("Organization");
        assertThat(text(event, "organizer", "name")).isEqualTo("parks");
        assertThat(text(event, "organizer", "url")).isEqualTo("https://kopa.example/organisations/parks");
        assertThat(text(event, "location", "0", "@type")).isEqualTo("Place");
        assertThat(text(event, "location", "1", "address")).isEqualTo("Hamar Naturskole");
        assertThat(text(event, "location", "2", "@type")).isEqualTo("VirtualLocation");
        assertThat(text(event, "location", "2", "url")).isEqualTo("https://kopa.example/events/hamar");
        assertThat(text(event, "inLanguage", "1")).isEqualTo("nb");
        assertThat(text(event, "performer", "0", "name")).isEqualTo("Kari");
        assertThat(text(event, "offers", "availability")).isEqualTo("https://schema.org/InStock");
        assertThat(text(event, "offers", "url")).isEqualTo("https://kopa.example/events/hamar/register");
        assertThat(text(event, "offers", "availabilityEnds")).isEqualTo("2031-06-01T23:00:00+03:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?past=1",
                "/?q=hamar",
                "/?q=nowhere&kind=MEETING",
                "/?past=1&q=nowhere",
                "/events/hamar",
                "/calendars"
            })
    void noSearchIsFollowedOrKept(String address) {
        for (Element link : page(address).select("main a[href^=/?], main a[href^=/calendars?]")) {
            if (!link.attr("href").equals("/?past=1")) {
                assertThat(link.attr("rel")).as(link.attr("href")).contains("nofollow");
            }
        }
        assertThat(page("/").select("main a[href=/?past=1]").attr("rel")).isEmpty();
        boolean search = address.contains("q=");
        assertThat(page(address).select("meta[name=robots][content=noindex]")).hasSize(search ? 1 : 0);
    }

    @Test
    void itsPictureIsThatOfTheEventElseTheSignOfWhoInvites() {
        String other = kopa.found("signed");
        kopa.publish(other, Plans.training("signed", "pictured", ""));
        assertThat(data("pictured").get("image")).isNull();

        Organisations organisations = kopa.bean(Organisations.class);
        organisations.keepLogo(organisations.get("signed").id(), Logo.of(Samples.jpeg()), "test");
        String sign = "https://kopa.example"
                + Objects.requireNonNull(organisations.get("signed").logoPath());
        assertThat(text(data("pictured"), "image")).isEqualTo(sign);

        kopa.publish(other, Plans.training("signed", "painted", ""));
        DATABASE.execute(
                "UPDATE event SET picture = 'abcdef' WHERE slug = 'painted'",
                "UPDATE event_revision SET revision = revision + 1");
        assertThat(text(data("painted"), "image")).isEqualTo("https://kopa.example/events/painted/picture/abcdef");
        assertThat(page("/events/painted").select("meta[property=og:image]").attr("content"))
                .isEqualTo("https://kopa.example/events/painted/picture/abcdef");
    }

    @Test
    void itSaysNeitherWhomToCallNorWhereToJoin() {
        assertThat(page("/events/hamar").outerHtml())
                .contains("Nature school", "Kari")
                .doesNotContain("meet.example", "22 00 00 00");
    }

    @Test
    void aCancelledEventIsCancelled() {
        kopa.publish(parks, Plans.training("parks", "cancelled", ""));
        kopa.post(parks, "/api/v1/events/cancelled/cancel", "{\"reason\": \"rain\"}")
                .is(200);

        JsonNode event = data("cancelled");

        assertThat(text(event, "eventStatus")).isEqualTo("https://schema.org/EventCancelled");
        assertThat(text(event, "startDate")).isEqualTo("2031-06-14T09:30:00+03:00");
        assertThat(text(event, "offers", "availability")).isEqualTo("https://schema.org/Discontinued");
    }

    @Test
    void aMovedEventSaysWhenItWasToStartAtFirst() {
        Program.Answer event = kopa.publish(parks, Plans.training("parks", "moved", ""));
        Program.Answer renamed = patched(event, "moved", "{\"title\": {\"en\": \"Renamed\"}}");
        assertThat(text(data("moved"), "eventStatus")).isEqualTo("https://schema.org/EventScheduled");
        assertThat(data("moved").get("previousStartDate")).isNull();

        Program.Answer once = patched(renamed, "moved", "2031-06-20T09:30");
        patched(once, "moved", "2031-06-21T09:30");

        assertThat(text(data("moved"), "eventStatus")).isEqualTo("https://schema.org/EventRescheduled");
        assertThat(text(data("moved"), "startDate")).isEqualTo("2031-06-21T09:30:00+03:00");
        assertThat(text(data("moved"), "previousStartDate")).isEqualTo("2031-06-14T09:30:00+03:00");

        kopa.post(parks, "/api/v1/events/moved/cancel", "{\"reason\": \"rain\"}")
                .is(200);
        assertThat(text(data("moved"), "eventStatus")).isEqualTo("https://schema.org/EventCancelled");
        assertThat(text(data("moved"), "startDate")).isEqualTo("2031-06-21T09:30:00+03:00");
    }

    @Test
    void aDraftThatWasMovedBeforeItWasAnnouncedWasNot() {
        Program.Answer draft = kopa.post(parks, "/api/v1/events", Plans.training("parks", "settled", ""))
                .is(201);
        patched(draft, "settled", "2031-06-20T09:30");
        kopa.post(parks, "/api/v1/events/settled/publish").is(200);

        assertThat(text(data("settled"), "eventStatus")).isEqualTo("https://schema.org/EventScheduled");
    }

    private static Program.Answer patched(Program.Answer before, String slug, String change) {
        String json = change.startsWith("{") ? change : """
                {"sessions": [{"id": %d, "title": {"en": "First day"}, "start": "%s", "end": "2031-06-21T16:00",
                  "place": "Daugavpils, Rīgas iela 9"}]}""".formatted(before.number("sessions.0.id"), change);
        return kopa.patch(parks, "/api/v1/events/" + slug, before.header("ETag"), json)
                .is(200);
    }

    @Test
    void aFullEventHasAQueueOrIsSoldOut() {
        for (String waitingList : List.of("true", "false")) {
            String slug = "full-" + waitingList;
            kopa.publish(parks, Plans.training("parks", slug, "\"places\": 1, \"waitingList\": " + waitingList));
            kopa.register(
                            parks,
                            slug,
                            "{\"name\": \"Anna\", \"email\": \"anna@example.org\", \"consents\": [\"privacy\"]}")
                    .is(201);
        }

        assertThat(text(data("full-true"), "offers", "availability")).isEqualTo("https://schema.org/BackOrder");
        assertThat(text(data("full-false"), "offers", "availability")).isEqualTo("https://schema.org/SoldOut");
        assertThat(text(data("full-false"), "remainingAttendeeCapacity")).isEqualTo("0");
    }

    @Test
    void noTitleEndsTheElementThatTheDescriptionStandsIn() {
        String title = "</script><script>alert(1)</script><!-- & <b>";
        kopa.publish(parks, Plans.training("parks", "sly", "").replace("Grant writing", title));

        assertThat(text(data("sly"), "name")).isEqualTo(title);
        assertThat(page("/events/sly").select("script")).hasSize(2);
        assertThat(page("/events/sly").select("meta[property=og:title]").attr("content"))
                .isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events/hamar",
                "/",
                "/?past=1",
                "/organisations/parks",
                "/projects/capacity",
                "/accessibility",
                "/calendars"
            })
    void aPageNamesItsOneAddressAndThoseInOtherLanguages(String address) {
        String sign = address.contains("?") ? "&" : "?";
        Document page = page(address + sign + "lang=nb");
        String whole = "https://kopa.example" + address;

        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(whole + sign + "lang=nb");
        assertThat(page.select("link[hreflang]").eachAttr("hreflang"))
                .containsExactly("lv", "en", "nb", "uk", "ru", "x-default");
        assertThat(page.select("link[hreflang=lv]").attr("href")).isEqualTo(whole + sign + "lang=lv");
        assertThat(page.select("link[hreflang=x-default]").attr("href")).isEqualTo(whole);
        assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo(whole + sign + "lang=nb");
        assertThat(page.select("meta[property=og:title]").attr("content")).isNotEmpty();
        assertThat(page.select("meta[property=og:type]").eachAttr("content")).containsExactly("website");
        assertThat(page.select("meta[property=og:locale]").eachAttr("content")).containsExactly("nb_NO");
        assertThat(page.select("meta[name=robots]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lv, lv_LV", "en, en_GB", "nb, nb_NO", "uk, uk_UA", "ru, ru_RU"})
    void aPreviewIsInTheLanguageOfThePageAndTheCountryItIsSpokenIn(String language, String locale) {
        assertThat(page("/projects/capacity?lang=" + language)
                        .select("meta[property=og:locale]")
                        .attr("content"))
                .isEqualTo(locale);
    }

    @Test
    void aPreviewOfALinkSaysWhenAndWhere() {
        assertThat(page("/events/hamar").select("meta[property=og:description]").attr("content"))
                .isEqualTo("Saturday 14 June 2031, Hamar Naturskole. To see how others do it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unlisted", "invited"})
    void whatIsNotForEverybodyIsNotFound(String slug) {
        HttpResponse<String> answer = kopa.site().get("/events/" + slug);
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select("script[type=application/ld+json], link[rel=canonical]"))
                .isEmpty();
    }

    @Test
    void resultsOfASearchAreNoPagesOfTheirOwn() {
        assertThat(page("/?q=x").select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void theSitemapNamesWhatIsPublicInEveryLanguage() throws Exception {
        HttpResponse<String> answer = kopa.site().get("/sitemap.xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        NodeList found = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagNameNS("http://www.sitemaps.org/schemas/sitemap/0.9", "loc");
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            addresses.add(found.item(i).getTextContent());
        }

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/xml");
        assertThat(addresses)
                .contains(
                        "https://kopa.example/?lang=lv",
                        "https://kopa.example/?past=1&lang=en",
                        "https://kopa.example/organisations/parks?lang=nb",
                        "https://kopa.example/projects/capacity?lang=uk",
                        "https://kopa.example/events/hamar?lang=lv")
                .noneMatch(address -> address.matches(".*(unlisted|invited|drafted).*"));
    }

    @Test
    void robotsAreToldWhatIsNoneOfTheirBusiness() {
        assertThat(kopa.site().get("/robots.txt").body())
                .contains("Disallow: /r/", "Disallow: /organiser", "Sitemap: https://kopa.example/sitemap.xml");
    }
}
