package lv.kopa.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import lv.kopa.database.TestDatabase;
import lv.kopa.text.Language;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("database")
class OrganisationPagesTest {
    private static final String PARKS = "/organiser/organisations/intelekta-parks";
    private static final String VENNER = "/organiser/organisations/omsozams-venner";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D'};
    private static final Site SITE =
            Site.start("organisations", TestDatabase.fresh().settings());
    private static final Teams TEAMS = Teams.settle(SITE);
    private final Organisations organisations = SITE.bean(Organisations.class);

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @Test
    void anOwnerSaysWhatTheOrganisationIs() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);

        HttpResponse<String> response = ilze.submit(
                ilze.page(PARKS),
                PARKS,
                Map.of(
                        "about.lv", "Mūžizglītība un *kultūra*",
                        "about.en", "Lifelong learning 🎓",
                        "accent", "pine",
                        "address", "",
                        "website", "example.org",
                        "phone", "+371 20 000 000"));

        assertThat(Browser.onwards(response)).isEqualTo(PARKS);
        assertThat(ilze.page(PARKS).select(".notice.good").text()).isEqualTo("Saved.");
        Organisation kept = organisations.get("intelekta-parks");
        assertThat(kept.about().exactly(Language.LV)).isEqualTo("Mūžizglītība un *kultūra*");
        assertThat(kept.about().exactly(Language.EN)).isEqualTo("Lifelong learning 🎓");
        assertThat(kept.accent()).isEqualTo(Accent.PINE);
        assertThat(kept.contact()).isEqualTo(new Contact(null, "+371 20 000 000", "https://example.org", null));
    }

    @ParameterizedTest
    @CsvSource({
        "organisation, '', Tell us the organisation’s name.",
        "contact, nobody, This is not a whole e-mail address.",
        "phone, call me, A telephone number has digits",
        "website, javascript:alert(1), This is not the address of a web site.",
        "website, http://, This is not the address of a web site.",
        "zone, Europe/Atlantis, Choose a time zone from the list.",
        "accent, pink, Choose a colour from the list."
    })
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String field, String typed, String said) {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);

        HttpResponse<String> response =
                ilze.submit(ilze.page(PARKS), PARKS, Map.of("address", "Rīgas iela 22A", field, typed));

        assertThat(response.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(response.body());
        assertThat(page.select("#" + field + "-error").text()).startsWith(said);
        assertThat(page.select("#errors a[href=#" + field + "]").text()).startsWith(said);
        assertThat(page.select("#address").val()).isEqualTo("Rīgas iela 22A");
    }

    @Test
    void theSecondOfTwoWhoChangeTheSameIsToldAndLosesNothing() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        Document early = ilze.page(PARKS);
        ilze.submit(ilze.page(PARKS), PARKS, Map.of("address", "first"));

        HttpResponse<String> response = ilze.submit(early, PARKS, Map.of("address", "second"));

        assertThat(response.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(response.body());
        assertThat(page.select("#errors").text()).contains("Somebody else changed this");
        assertThat(page.select("#address").val()).isEqualTo("second");
        assertThat(organisations.get("intelekta-parks").address()).isEqualTo("first");
        assertThat(Browser.onwards(ilze.submit(page, PARKS, Map.of()))).isEqualTo(PARKS);
        assertThat(organisations.get("intelekta-parks").address()).isEqualTo("second");
    }

    @Test
    void anOrganisationOfOthersIsNotThere() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        Document own = ilze.page(PARKS);

        assertThat(ilze.get(VENNER).statusCode()).isEqualTo(404);
        Map<String, String> forged = new HashMap<>();
        forged.put("_csrf", own.select("[name=_csrf]").val());
        forged.put("organisation", "Taken over");
        assertThat(ilze.post(VENNER, forged).statusCode()).isEqualTo(404);
        assertThat(ilze.post(VENNER + "/logo/removal", forged).statusCode()).isEqualTo(404);
        assertThat(organisations.get("omsozams-venner").name()).isEqualTo("OMSOZAMS VENNER");
    }

    @Test
    void anOrganiserWhoIsNotOwnerChangesNothingThere() {
        Browser janis = TEAMS.signedIn(Teams.JANIS);

        assertThat(janis.page("/organiser/organisations").select("a[href=" + PARKS + "]"))
                .isEmpty();
        assertThat(janis.get(PARKS).statusCode()).isEqualTo(403);
    }

    @Test
    void aFormWithoutOurTokenChangesNothing() {
        Browser kari = TEAMS.signedIn(Teams.KARI);

        assertThat(kari.post(VENNER, Map.of("organisation", "Forged")).statusCode())
                .isEqualTo(403);
        assertThat(organisations.get("omsozams-venner").name()).isEqualTo("OMSOZAMS VENNER");
    }

    @Test
    void aLogoIsShownSoThatNothingInItCanRun() {
        Browser kari = TEAMS.signedIn(Teams.KARI);

        assertThat(Browser.onwards(kari.upload(kari.page(VENNER), VENNER + "/logo", "logo", PNG)))
                .isEqualTo(VENNER);

        String address =
                Objects.requireNonNull(organisations.get("omsozams-venner").logoPath());
        HttpResponse<String> logo = SITE.get(address);
        assertThat(logo.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(logo.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(logo.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        String tag = logo.headers().firstValue("ETag").orElseThrow();
        assertThat(SITE.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);

        kari.submit(kari.page(VENNER), VENNER + "/logo/removal", Map.of());
        assertThat(SITE.get("/organisations/omsozams-venner/logo").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoPictureIsNoLogoWhateverItIsCalled() {
        Browser kari = TEAMS.signedIn(Teams.KARI);
        byte[] page = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> response = kari.upload(kari.page(VENNER), VENNER + "/logo", "logo", page);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(response.body()).select("#logo-error").text())
                .isEqualTo("This is not a PNG, JPEG or WebP picture.");
    }

    @Test
    void aLogoOfMoreThan512KilobytesIsTooLarge() {
        Browser kari = TEAMS.signedIn(Teams.KARI);
        byte[] large = Arrays.copyOf(PNG, Logo.LARGEST + 1);

        HttpResponse<String> response = kari.upload(kari.page(VENNER), VENNER + "/logo", "logo", large);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(response.body()).select("#logo-error").text()).contains("at most 512 kB");
    }

    @Test
    void aLogoWithoutOurTokenIsRefused() {
        Browser kari = TEAMS.signedIn(Teams.KARI);
        Document page = kari.page(VENNER);
        page.select("[name=_csrf]").val("aaaaaaaa");

        assertThat(kari.upload(page, VENNER + "/logo", "logo", PNG).statusCode())
                .isEqualTo(403);
    }

    @Test
    void programsReadOrganisations() {
        assertThat(SITE.get("/api/v1/organisations").body())
                .startsWith("{\"items\":[{")
                .contains("\"slug\":\"omsozams-venner\"", "\"name\":\"OMSOZAMS VENNER\"");
        assertThat(SITE.get("/api/v1/organisations/omsozams-venner").body()).contains("\"timeZone\":\"Europe/Oslo\"");
        assertThat(SITE.get("/api/v1/organisations/nobody").statusCode()).isEqualTo(404);
    }
}
