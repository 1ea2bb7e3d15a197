package lv.kopa.registration.wish;

import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Minors;
import lv.kopa.event.notice.EventView;
import lv.kopa.mail.EmailAddress;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * What a form asks about being under 18, as far as the event wants it asked. The fields of the guardian are in the page,
 * out of sight and out of use, until somebody says that they are; a script shows them at once, else the page comes back
 * with them.
 */
public record Childhood(EventView view, Form form) {
    private static final String YES = "yes";
    private static final String NO = "no";

    /** Where a page says that it showed who answers for somebody under 18. */
    public static final String SHOWN = "guardian.asked";

    private static final Map<String, String> FIELDS = Map.of(
            "guardian.name", "registration.fault.guardian-name",
            "guardian.email", "registration.fault.guardian-email",
            "guardian.phone", "registration.fault.guardian-phone");

    public Shell shell() {
        return view.shell();
    }

    /** Whether somebody is asked which of the two they are. */
    public boolean isAsked() {
        return view.event().minors() == Minors.ASKED;
    }

    /** Whether only those may come who say that they are 18. */
    public boolean isForAdults() {
        return view.event().minors() == Minors.ADULTS_ONLY;
    }

    /** Whether somebody has said that they are under 18. */
    public boolean isMinor() {
        return form.chose(AgeReader.MINOR, YES);
    }

    /** Whether whoever answers for them registers them by their own address, and has ticked that they agree. */
    public boolean isAgreed() {
        Optional<String> guardian = EmailAddress.parse(guardian(form).email()).map(EmailAddress::key);
        return form.chose("consents", Purpose.GUARDIAN.key())
                && guardian.isPresent()
                && guardian.equals(EmailAddress.parse(form.get("email")).map(EmailAddress::key));
    }

    /**
     * Points out what is to be filled in of the guardian where the page that was sent did not show those fields yet:
     * nobody has done anything wrong then.
     */
    public void tellOfUnseen() {
        if (isAsked() && isMinor() && !form.has(SHOWN)) {
            FIELDS.forEach((field, missing) -> {
                if (form.filled(field).isEmpty()) {
                    form.note("", "registration.minor.unseen");
                    form.note(field, missing);
                }
            });
        }
    }

    /** Says what is wrong, but of what is only yet to be filled in. */
    public void reject(Map<String, Sentence> faults) {
        faults.forEach((field, fault) -> {
            if (!FIELDS.containsKey(field) || form.note(field).isEmpty()) {
                form.reject(field, fault);
            }
        });
    }

    /** A wish with what was said. */
    public Wish in(Wish wish) {
        return wish.aged(minor(), isAsked() && isMinor() ? guardian(form) : null);
    }

    private @Nullable Boolean minor() {
        if (isMinor()) {
            return true;
        }
        return form.chose(AgeReader.MINOR, NO) ? false : null;
    }

    /**
     * Says once that a guardian's tick does not count where the registration has another address than the guardian: a
     * child could have set it. The guardian is asked by mail then, or the addresses are mended.
     *
     * @param own the address of the registration
     */
    public void tellOfTick(String own) {
        Optional<EmailAddress> guardian = EmailAddress.parse(guardian(form).email());
        boolean ticked = isAsked() && isMinor() && form.chose("consents", Purpose.GUARDIAN.key());
        if (ticked
                && guardian.isPresent()
                && EmailAddress.parse(own)
                        .filter(address -> !address.key().equals(guardian.get().key()))
                        .isPresent()
                && form.tells("guardian " + guardian.get().key())) {
            form.note(
                    "guardian",
                    "registration.guardian.tick.vain",
                    guardian.get().value());
        }
    }

    /** Who answers for somebody, as typed. */
    public static GuardianWish guardian(Form form) {
        return new GuardianWish(form.get("guardian.name"), form.get("guardian.email"), form.get("guardian.phone"));
    }
}
