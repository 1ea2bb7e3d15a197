package lv.kopa.export;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.property.StructuredName;
import ezvcard.property.Uid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lv.kopa.registration.Registration;

/** Who comes, for an address book; those who gave their place up or never got one are left out. */
final class Vcards {
    private Vcards() {}

    static byte[] of(List<Registration> registrations, String event, String host) {
        List<VCard> cards = registrations.stream()
                .filter(registration -> registration.status().isLive() && !registration.isErased())
                .map(registration -> card(registration, event, host))
                .toList();
        return Ezvcard.write(cards)
                .version(VCardVersion.V3_0)
                .prodId(false)
                .go()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static VCard card(Registration registration, String event, String host) {
        VCard card = new VCard();
        card.setUid(new Uid("registration-" + registration.reference() + "@" + host));
        card.setFormattedName(registration.name());
        card.setStructuredName(name(registration.name()));
        if (registration.hasAddress()) {
            card.addEmail(registration.email());
        }
        card.setCategories(event.replace(',', ' '));
        if (registration.phone() != null) {
            card.addTelephoneNumber(registration.phone());
        }
        if (registration.organisation() != null) {
            card.setOrganization(registration.organisation());
        }
        return card;
    }

    /** Address books sort by the family name, which people here write last. */
    private static StructuredName name(String whole) {
        int blank = whole.lastIndexOf(' ');
        StructuredName name = new StructuredName();
        name.setFamily(whole.substring(blank + 1));
        if (blank > 0) {
            name.setGiven(whole.substring(0, blank));
        }
        return name;
    }
}
