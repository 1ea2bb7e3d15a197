package lv.kopa.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.text.Language;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.jsoup.nodes.Document;

/**
 * Two associations: Ilze owns Intelekta parks in Daugavpils, where Jānis is an organiser; Kari owns OMSOZAMS VENNER in
 * Hamar.
 */
public record Teams(Site site, Organisation intelektaParks, Organisation omsozamsVenner, Person ilze, Person kari) {
    public static final String PASSWORD = "a pleasant evening in Latgale";
    public static final String ILZE = "ilze@example.org";
    public static final String JANIS = "janis@example.org";
    public static final String KARI = "kari@example.org";

    public static Teams settle(Site site) {
        Organisations organisations = site.bean(Organisations.class);
        People people = site.bean(People.class);
        Organisation parks = organisations.create(
                "intelekta-parks", Profile.of("Intelekta parks", ZoneId.of("Europe/Riga")), Deed.SYSTEM);
        Organisation venner = organisations.create(
                "omsozams-venner", Profile.of("OMSOZAMS VENNER", ZoneId.of("Europe/Oslo")), Deed.SYSTEM);
        Person ilze = people.create("Ilze", new EmailAddress(ILZE), PASSWORD, Language.LV);
        Person janis = people.create("Jānis", new EmailAddress(JANIS), PASSWORD, Language.LV);
        Person kari = people.create("Kari", new EmailAddress(KARI), PASSWORD, Language.NB);
        people.join(ilze.id(), parks.id(), Role.OWNER, Deed.SYSTEM);
        people.join(janis.id(), parks.id(), Role.ORGANISER, Deed.SYSTEM);
        people.join(kari.id(), venner.id(), Role.OWNER, Deed.SYSTEM);
        return new Teams(site, parks, venner, ilze, kari);
    }

    /** A browser in which somebody has signed in. */
    public Browser signedIn(String email) {
        Browser browser = new Browser(site);
        Document page = browser.page("/organiser/sign-in");
        assertThat(Browser.onwards(
                        browser.submit(page, "/organiser/sign-in", Map.of("email", email, "password", PASSWORD))))
                .isEqualTo("/organiser");
        return browser;
    }
}
