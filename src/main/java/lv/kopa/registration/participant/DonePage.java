package lv.kopa.registration.participant;

import java.util.Arrays;
import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * What came of registering; it shows nothing that is not in its address, so anybody may see it.
 *
 * @param position the turn of who waits
 * @param category the kind of place waited for
 * @param minor whether somebody was registered who is under 18
 * @param unasked whether something was answered that nobody asks any longer
 */
public record DonePage(
        EventView view,
        RegistrationStatus status,
        int position,
        Optional<Category> category,
        boolean minor,
        boolean unasked) {

    static String address(EventDetails event, Outcome outcome, String category, boolean minor, boolean unasked) {
        String kind = event.category(category)
                .map(known -> "&category=" + known.categoryKey())
                .orElse("");
        return "/events/" + event.event().slug() + "/registered?status="
                + outcome.status().key()
                + outcome.position().map(number -> "&position=" + number + kind).orElse("")
                + (minor ? "&minor" : "")
                + (unasked ? "&unasked" : "");
    }

    static DonePage of(
            EventView view,
            @Nullable String status,
            @Nullable String position,
            @Nullable String category,
            boolean minor,
            boolean unasked) {
        RegistrationStatus known = Arrays.stream(RegistrationStatus.values())
                .filter(RegistrationStatus::isLive)
                .filter(candidate -> candidate.key().equals(status))
                .findFirst()
                .orElse(RegistrationStatus.AWAITING_APPROVAL);
        int number = position != null && position.matches("[1-9]\\d{0,5}") ? Integer.parseInt(position) : 1;
        Optional<Category> kind = Optional.ofNullable(category)
                .filter(key -> known == RegistrationStatus.WAITING)
                .flatMap(view.details()::category);
        return new DonePage(view, known, number, kind, minor, unasked);
    }

    public Shell shell() {
        return view.shell();
    }

    /** Whether nothing counts before the address is confirmed. */
    public boolean isHeld() {
        return view.event().confirmAddress();
    }

    /** What stands above all: that there is something left to do. */
    public String state() {
        return shell().text(isHeld() ? "registration.hold.state" : status.textKey());
    }

    public String look() {
        return isHeld() ? "pending" : status.look();
    }

    public String headline() {
        return isHeld() ? shell().text("registration.hold.check-mail") : outcome();
    }

    private String outcome() {
        return category.map(kind -> shell().text("registration.done.waiting-for", position, shell().text(kind.name())))
                .orElseGet(() -> shell().text("registration.done." + status.key(), position));
    }

    public String lead() {
        if (isHeld()) {
            return shell().text(
                            isConfirmed() ? "registration.hold.check-mail.place" : "registration.hold.check-mail.wish");
        }
        Integer hours = view.event().offerHours();
        return status == RegistrationStatus.WAITING && hours != null
                ? shell().text("registration.done.waiting-asked.lead", hours)
                : shell().text("registration.done." + status.key() + ".lead");
    }

    /** By when it is decided, where somebody waits for that. */
    public Optional<String> decision() {
        return status == RegistrationStatus.AWAITING_APPROVAL
                ? Optional.of(shell().say(view.event().decision(shell().language(), view.now())))
                : Optional.empty();
    }

    public boolean isConfirmed() {
        return status == RegistrationStatus.CONFIRMED;
    }
}
