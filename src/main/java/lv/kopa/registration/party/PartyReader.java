package lv.kopa.registration.party;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lv.kopa.event.Category;
import lv.kopa.event.notice.EventView;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.Registration;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.Inquiry;
import lv.kopa.registration.wish.Screening;
import lv.kopa.registration.wish.Wish;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;
import org.jspecify.annotations.Nullable;

/** Reads whom a contact wants to register; what is wrong is said at its field, in the row it stands in. */
final class PartyReader {
    /** Stands for an address that is yet to be typed right, so that everything else can be checked as well. */
    private final EventView view;

    private final Form form;

    PartyReader(EventView view, Form form) {
        this.view = view;
        this.form = form;
    }

    /** The contact; only good where the form has no errors then. */
    Contact contact() {
        Screening.askWhetherMeant(form, "email");
        Language language = view.shell().language();
        try {
            Applicant read = wish().withoutAnswersIn(view.details());
            return new Contact(read.name(), read.email(), read.phone(), read.organisation(), language);
        } catch (InvalidInput invalid) {
            invalid.faults()
                    .forEach((field, fault) -> form.reject(
                            field,
                            field.equals("consents") ? Sentence.of("registration.party.privacy.missing") : fault));
            return new Contact("", new EmailAddress(Registration.NOBODY), null, null, language);
        }
    }

    /** The contact's details are checked as anybody's are; the kind of place plays no part in that. */
    private Wish wish() {
        return new Wish(
                view.details().categories().stream()
                        .findFirst()
                        .map(Category::categoryKey)
                        .orElse(null),
                form.get("name"),
                form.get("email"),
                form.get("phone"),
                form.get("organisation"),
                view.shell().language().tag(),
                null,
                form.all("consents"),
                null,
                null);
    }

    /** Whether the people, of whom the contact answers for all, agree to the privacy text. */
    void checkConsent() {
        if (!form.chose("consents", "privacy")) {
            form.reject("consents", "registration.party.privacy.missing");
        }
    }

    /** Who is to take somebody's place. */
    Optional<Guest> successor(EmailAddress contact, Companion former) {
        Optional<String> own = form.filled("email");
        Wish wish = new Wish(
                view.details().categoryKey(former.categoryId()),
                form.get("name"),
                own.orElse(contact.value()),
                null,
                null,
                view.shell().language().tag(),
                null,
                List.of("privacy"),
                null,
                null);
        try {
            return Optional.of(new Guest(wish.withoutAnswersIn(view.details()), own.isPresent()));
        } catch (InvalidInput invalid) {
            invalid.faults().forEach((field, fault) -> form.reject(field, ofAnother(fault)));
            return Optional.empty();
        }
    }

    /** Everybody in the rows; only good where the form has no errors then. */
    List<Guest> guests(EmailAddress contact, @Nullable String organisation) {
        List<Integer> rows = PartyRows.filled(form);
        if (rows.isEmpty()) {
            form.reject(
                    PartyRows.prefix(PartyRows.of(form).stream().findFirst().orElse(0)) + "name",
                    "registration.party.nobody");
        } else if (rows.size() > PartyRows.MOST) {
            form.reject("", "registration.party.most", PartyRows.MOST);
        }
        Set<String> addresses = new HashSet<>();
        List<Guest> guests = new ArrayList<>();
        for (int row : rows) {
            guest(row, contact, organisation, addresses).ifPresent(guests::add);
        }
        return guests;
    }

    private Optional<Guest> guest(int row, EmailAddress contact, @Nullable String organisation, Set<String> addresses) {
        String prefix = PartyRows.prefix(row);
        Inquiry inquiry = Inquiry.fromContact(view, form, prefix);
        inquiry.tellOfUnseen();
        Optional<String> own = form.filled(prefix + "email");
        own.flatMap(EmailAddress::parse)
                .filter(address -> !addresses.add(address.key()))
                .ifPresent(twice -> form.reject(prefix + "email", "registration.party.twice"));
        Screening.askWhetherMeant(form, prefix + "email");
        Wish wish = new Wish(
                form.filled(prefix + "category").orElse(null),
                form.get(prefix + "name"),
                own.orElse(contact.value()),
                null,
                organisation,
                view.shell().language().tag(),
                inquiry.answers(),
                List.of("privacy"),
                null,
                null);
        try {
            return Optional.of(new Guest(wish.fromContactIn(view.details()), own.isPresent()));
        } catch (InvalidInput invalid) {
            invalid.faults().forEach((field, fault) -> form.reject(prefix + field, ofAnother(fault)));
            return Optional.empty();
        }
    }

    /** A fault in words that fit somebody who writes of another person. */
    private static Sentence ofAnother(Sentence fault) {
        return switch (fault.key()) {
            case "registration.fault.name" -> Sentence.of("registration.fault.name.theirs");
            case "registration.fault.category" -> Sentence.of("registration.fault.category.theirs");
            case "web.address-missing" -> Sentence.of("web.address-missing.theirs");
            default -> fault;
        };
    }
}
