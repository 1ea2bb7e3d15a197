package lv.kopa.organisation.setup;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Profile;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.start.StartRefused;
import lv.kopa.text.Language;
import lv.kopa.text.Slug;
import lv.kopa.text.Zones;
import lv.kopa.web.Token;

/** Sets Kopa up from its settings, for installations that nobody watches when they first start. */
@Singleton
class UnattendedSetup {
    private final OwnerSettings owner;
    private final String organisation;
    private final Installation installation;
    private final ApiTokens tokens;

    UnattendedSetup(
            OwnerSettings owner,
            @Value("${kopa.organisation:Kopa}") String organisation,
            Installation installation,
            ApiTokens tokens) {
        this.owner = owner;
        this.organisation = organisation;
        this.installation = installation;
        this.tokens = tokens;
    }

    /** Of several servers that start at once, one does it and the others wait for it. */
    @UnitOfWork
    void run() {
        owner.email()
                .flatMap(email -> owner.password().flatMap(password -> setUp(email, password)))
                .ifPresent(person -> owner.token()
                        .ifPresent(
                                token -> tokens.keep(person.id(), "KOPA_OWNER_TOKEN", new Token(token), Deed.SYSTEM)));
    }

    /** The machine's own zone says nothing where it is a bare UTC, as in containers. */
    private static ZoneId zone() {
        return Zones.of(ZoneId.systemDefault().getId())
                .filter(zone -> !zone.getRules().isFixedOffset())
                .orElse(Zones.HOME);
    }

    private Optional<Person> setUp(String email, String password) {
        EmailAddress address = EmailAddress.parse(email)
                .orElseThrow(() -> new StartRefused("KOPA_OWNER_EMAIL is not an e-mail address"));
        return installation.setUp(() -> first(address, password));
    }

    private FirstOrganisation first(EmailAddress email, String password) {
        String slug = Slug.of(organisation);
        return new FirstOrganisation(
                slug.isEmpty() ? "organisation" : slug,
                Profile.of(organisation, zone()),
                new FirstOrganisation.Owner(organisation, email, password, Language.EN));
    }
}
