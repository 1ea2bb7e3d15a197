package lv.kopa.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import lv.kopa.organisation.Accent;
import lv.kopa.organisation.Contact;
import lv.kopa.organisation.Role;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/** Who the demonstration is about, and what they do it with. */
@Serdeable
record Scenery(List<Association> organisations, List<Grant> projects) {

    /** An organisation; the first of its team writes its events. */
    @Serdeable
    record Association(
            String slug,
            String name,
            Accent accent,
            String zone,
            Contact contact,
            Translated about,
            List<Member> team) {}

    /** Somebody of a team. */
    @Serdeable
    record Member(String name, String email, Language language, Role role) {}

    /** A project. */
    @Serdeable
    record Grant(
            String slug,
            String organisation,
            String number,
            String funder,
            Translated title,
            Translated description,
            Translated acknowledgement,
            List<Item> activities) {}

    /** An activity of it. */
    @Serdeable
    record Item(String number, @Nullable Integer participants, Translated title) {}
}
