package lv.kopa.registration.wish;

import java.util.Optional;
import java.util.Set;
import lv.kopa.event.Minors;
import lv.kopa.mail.EmailAddress;
import lv.kopa.text.Faults;
import lv.kopa.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Makes sense of what somebody says of being under 18, as far as an event asks for it. */
public final class AgeReader {
    /** The field that says whether somebody is under 18. */
    public static final String MINOR = "minor";

    private static final String GUARDIAN = "guardian.";

    private final Faults faults;

    public AgeReader(Faults faults) {
        this.faults = faults;
    }

    /**
     * Who answers for the person; nobody for whoever is 18 or older.
     *
     * @param own the person's address, where that makes sense
     */
    @Nullable
    NamedGuardian read(Minors minors, Wish wish, Optional<EmailAddress> own, Set<Purpose> consents) {
        Boolean minor = wish.minor();
        switch (minors) {
            case NOT_ASKED -> {
                if (Boolean.TRUE.equals(minor) || wish.guardian() != null) {
                    faults.add(MINOR, "registration.fault.minor-unasked");
                }
            }
            case ADULTS_ONLY -> {
                if (!Boolean.FALSE.equals(minor)) {
                    faults.add(MINOR, "registration.fault.adults-only");
                }
            }
            case ASKED -> {
                if (minor == null) {
                    faults.add(MINOR, "registration.fault.minor");
                } else if (minor) {
                    return guardian(
                            Optional.ofNullable(wish.guardian()).orElseGet(() -> new GuardianWish(null, null, null)),
                            own,
                            consents.contains(Purpose.GUARDIAN));
                }
            }
        }
        return null;
    }

    /** A guardian who is named anew, to be asked by mail. */
    public Optional<NamedGuardian> read(GuardianWish typed) {
        return Optional.ofNullable(guardian(typed, Optional.empty(), false));
    }

    private @Nullable NamedGuardian guardian(GuardianWish typed, Optional<EmailAddress> own, boolean agrees) {
        String name = typed.name() == null ? "" : PlainText.line(typed.name());
        if (name.isEmpty()) {
            faults.add(GUARDIAN + "name", "registration.fault.guardian-name");
        } else if (name.length() > 200) {
            faults.add(GUARDIAN + "name", "web.too-long", 200);
        }
        Optional<EmailAddress> email = EmailAddress.parse(typed.email());
        if (email.isEmpty()) {
            boolean missing = typed.email() == null || typed.email().isBlank();
            faults.add(GUARDIAN + "email", missing ? "registration.fault.guardian-email" : "registration.fault.email");
        }
        String phone = typed.phone() == null ? "" : PlainText.line(typed.phone());
        Optional<String> number = PhoneNumber.international(phone);
        if (number.isEmpty() || phone.length() > 40) {
            faults.add(
                    GUARDIAN + "phone",
                    phone.isEmpty() ? "registration.fault.guardian-phone" : "registration.fault.answer.phone");
        }
        if (name.isEmpty() || email.isEmpty() || number.isEmpty()) {
            return null;
        }
        boolean same =
                own.map(EmailAddress::key).filter(email.get().key()::equals).isPresent();
        if (same && !agrees) {
            faults.add("guardian", "registration.fault.guardian-consent");
        }
        return new NamedGuardian(name, email.get(), number.get(), same && agrees);
    }
}
