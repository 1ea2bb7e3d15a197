package lv.kopa.registration.delegation.heading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.delegation.Allotment;
import lv.kopa.registration.delegation.Delegation;
import lv.kopa.registration.delegation.DelegationView;
import lv.kopa.registration.delegation.Named;
import lv.kopa.registration.wish.Childhood;
import lv.kopa.registration.wish.Wish;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * Where the head of a delegation names somebody.
 *
 * @param former in whose place; nobody for an empty one
 * @param back the address of the head's page
 */
public record NamePage(DelegationView seen, Allotment allotment, Optional<Named> former, Form form, String back) {
    public EventView view() {
        return seen.view();
    }

    private Delegation delegation() {
        return seen.delegation();
    }

    public Shell shell() {
        return seen.shell();
    }

    public String kind() {
        return seen.kind(allotment);
    }

    /** Where it is sent. */
    public String path() {
        return former.map(person -> back + "/people/" + person.id())
                .orElseGet(() -> back + "/places/" + allotment.key());
    }

    public String title() {
        return former.map(person -> shell().text("registration.party.exchange.title", seen.name(person)))
                .orElseGet(() -> shell().text("registration.delegation.name.title"));
    }

    /** What is asked about being under 18. */
    public Childhood childhood() {
        return new Childhood(view(), form);
    }

    /** Who is named, where the form is not to be seen again then. */
    Optional<Guest> guest() {
        Optional<String> own = form.filled("email");
        Wish wish = new Wish(
                view().details().categoryKey(allotment.categoryId()),
                form.get("name"),
                own.orElse(delegation().email()),
                null,
                delegation().partner(),
                shell().language().tag(),
                null,
                form.all("consents"),
                null,
                null);
        childhood().tellOfUnseen();
        childhood().tellOfTick(String.valueOf(wish.email()));
        try {
            return Optional.of(new Guest(childhood().in(wish).takenOverIn(view().details()), own.isPresent()));
        } catch (InvalidInput invalid) {
            reject(invalid);
            return Optional.empty();
        }
    }

    void reject(InvalidInput invalid) {
        Map<String, Sentence> faults = new LinkedHashMap<>();
        invalid.faults().forEach((field, fault) -> faults.put(field, ofAnother(field, fault)));
        childhood().reject(faults);
    }

    /** A fault in words that fit somebody who writes of another person. */
    private Sentence ofAnother(String field, Sentence fault) {
        return switch (field) {
            case "consents" -> Sentence.of("registration.party.privacy.missing");
            case "name" ->
                fault.key().equals("registration.fault.name") ? Sentence.of("registration.fault.name.theirs") : fault;
            case "minor" ->
                childhood().isForAdults() ? Sentence.of("registration.delegation.fault.adults-only") : fault;
            default -> fault;
        };
    }
}
