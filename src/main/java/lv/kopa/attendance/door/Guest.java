package lv.kopa.attendance.door;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.attendance.Attendance;
import lv.kopa.registration.Registration;

/** Somebody who is expected at a session, and may have come. */
public record Guest(Registration person, Optional<Attendance> attendance) {

    public boolean isHere() {
        return attendance.isPresent();
    }

    /** Whether that is looked for in the name, the organisation, the address or the reference, accents or not. */
    boolean matches(String wanted) {
        String all = plain(wanted);
        return Stream.of(person.name(), person.organisation(), person.email(), person.reference())
                .anyMatch(text -> text != null && plain(text).contains(all));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
