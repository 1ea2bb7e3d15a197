package lv.kopa.registration.participant;

import java.util.Arrays;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** What came of registering; it shows nothing that is not in its address, so anybody may see it. */
public record DonePage(EventView view, RegistrationStatus status, int position) {

    static String address(EventDetails event, RegistrationStatus status, Optional<Integer> position) {
        return "/events/" + event.event().slug() + "/registered?status="
                + status.key()
                + position.map(number -> "&position=" + number).orElse("");
    }

    static DonePage of(EventView view, @Nullable String status, @Nullable String position) {
        RegistrationStatus known = Arrays.stream(RegistrationStatus.values())
                .filter(RegistrationStatus::isLive)
                .filter(candidate -> candidate.key().equals(status))
                .findFirst()
                .orElse(RegistrationStatus.AWAITING_APPROVAL);
        int number = position != null && position.matches("[1-9]\\d{0,5}") ? Integer.parseInt(position) : 1;
        return new DonePage(view, known, number);
    }

    public Shell shell() {
        return view.shell();
    }

    public String headline() {
        return shell().text("registration.done." + status.key(), position);
    }

    public String lead() {
        return shell().text("registration.done." + status.key() + ".lead");
    }

    public boolean isConfirmed() {
        return status == RegistrationStatus.CONFIRMED;
    }
}
