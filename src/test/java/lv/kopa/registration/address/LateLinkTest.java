package lv.kopa.registration.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail is being written to an address while it is changed: whoever writes has read the registration before. */
@Tag("database")
final class LateLinkTest {
    @Test
    void aLinkThatIsWrittenToTheAddressBeforeOpensNothing() {
        assertThat(isKnownByLateLink("LateLinkTest")).isFalse();
    }

    @Test
    void withoutTheGuardTheAddressBeforeKeepsTheRegistration() {
        assertThat(isKnownByLateLink("unguarded-links")).isTrue();
    }

    private static boolean isKnownByLateLink(String spec) {
        try (Program kopa = Program.start(spec, TestDatabase.fresh())) {
            kopa.publish(kopa.found("parks"), Plans.training("parks", "ours", ""));
            var receipt =
                    kopa.register("", "ours", Wishes.of("anna@example.org")).is(201);
            Registration read = kopa.bean(Registrations.class).byReference(receipt.text("reference"));
            Someone anna = Someone.at(kopa, Someone.path(receipt.text("links.manage")));
            anna.send("/edit", "/edit", Map.of("email", "new@example.org"));
            Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "new@example.org")))
                    .press("");

            String late = kopa.bean(PersonalLinks.class).renew(read);

            return Someone.at(kopa, Someone.path(late)).isKnown();
        }
    }
}
