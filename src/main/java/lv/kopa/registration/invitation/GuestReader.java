package lv.kopa.registration.invitation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.table.Headings;
import lv.kopa.text.Faults;
import lv.kopa.text.Language;
import lv.kopa.text.PlainText;

/** Makes sense of people whom an organiser wants to invite, one after another. */
final class GuestReader {
    private static final int LONGEST_NAME = 200;

    private final EventDetails event;
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> read = new HashSet<>();

    /**
     * @param invited all who were ever invited to the event
     * @param registered the keys of the addresses of those who are registered
     */
    GuestReader(EventDetails event, List<Invitation> invited, List<String> registered) {
        this.event = event;
        invited.stream()
                .filter(Invitation::isRegistered)
                .forEach(invitation -> known.put(invitation.emailKey(), "workspace.invitations.fault.used"));
        invited.stream()
                .filter(Invitation::isUnanswered)
                .forEach(invitation -> known.put(invitation.emailKey(), "workspace.invitations.fault.invited"));
        registered.forEach(key -> known.put(key, "workspace.invitations.fault.registered"));
    }

    /** Somebody as typed. */
    record Typed(String name, String email, String language, String category) {}

    /**
     * Somebody, or nobody where something is wrong, which is added to the faults.
     *
     * @param otherwise the language of who has none
     */
    Optional<Guest> read(Typed typed, Language otherwise, Faults faults) {
        String name = PlainText.line(typed.name());
        if (name.isEmpty()) {
            faults.add("name", "registration.fault.name");
        } else if (name.length() > LONGEST_NAME) {
            faults.add("name", "web.too-long", LONGEST_NAME);
        }
        Optional<EmailAddress> email = address(typed.email(), faults);
        Optional<Language> language = language(typed.language(), otherwise);
        if (language.isEmpty()) {
            faults.add("language", "event.fault.language", typed.language());
        }
        Optional<Category> category = category(typed.category());
        if (category.isEmpty() && !typed.category().isBlank()) {
            faults.add("category", "workspace.invitations.fault.category", typed.category());
        }
        boolean whole = !name.isEmpty() && email.isPresent() && language.isPresent();
        return whole ? Optional.of(new Guest(name, email.get(), language.get(), category)) : Optional.empty();
    }

    private Optional<EmailAddress> address(String typed, Faults faults) {
        Optional<EmailAddress> email = EmailAddress.parse(typed);
        if (email.isEmpty()) {
            faults.add("email", "web.not-an-address");
            return email;
        }
        String key = email.get().key();
        if (known.containsKey(key)) {
            faults.add("email", known.get(key));
        } else if (!read.add(key)) {
            faults.add("email", "workspace.invitations.fault.twice");
        }
        return email;
    }

    /** By its tag, or its name in any language. */
    private static Optional<Language> language(String typed, Language otherwise) {
        if (typed.isBlank()) {
            return Optional.of(otherwise);
        }
        return Headings.language(typed);
    }

    /** By its key, or its name in any language. */
    private Optional<Category> category(String typed) {
        return event.categories().stream()
                .filter(category -> category.isCalled(typed))
                .findFirst();
    }
}
