package lv.kopa.registration.intake;

import java.util.List;
import java.util.Optional;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.text.Sentence;

/**
 * Somebody in a table.
 *
 * @param number of the row as the spreadsheet program shows it
 * @param name as it stands in the table, as does the address
 * @param leftOut whether they are not to be registered
 */
public record Person(
        int number, String name, String email, boolean leftOut, Optional<Applicant> applicant, List<Sentence> faults) {

    public boolean isWrong() {
        return !leftOut && !faults.isEmpty();
    }

    /** The same who finds no place. */
    Person without(Sentence place) {
        return new Person(number, name, email, leftOut, applicant, List.of(place));
    }
}
