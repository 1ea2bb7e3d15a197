package lv.kopa.web.problem;

import io.micronaut.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Refusal;
import lv.kopa.text.Sentence;

/**
 * What is the matter with a request, not yet said to anybody.
 *
 * @param type a name for programs that stays
 */
record Trouble(
        HttpStatus status, String type, Sentence detail, Map<String, Sentence> errors, Optional<String> incident) {
    private static final Set<Integer> WORDED =
            Set.of(400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 428, 429, 500, 503);

    /** What a status by itself says. */
    static Trouble of(HttpStatus status) {
        return new Trouble(status, "about:blank", Sentence.of(text(status) + ".detail"), Map.of(), Optional.empty());
    }

    static Trouble of(HttpStatus status, Sentence detail) {
        return new Trouble(status, "urn:kopa:problem:" + detail.key(), detail, Map.of(), Optional.empty());
    }

    static Trouble of(Refusal refusal, HttpStatus status) {
        Trouble trouble = of(status, refusal.sentence());
        return refusal instanceof InvalidInput invalid ? trouble.with(invalid.faults()) : trouble;
    }

    Trouble with(Map<String, Sentence> wrong) {
        return new Trouble(status, type, detail, wrong, incident);
    }

    Trouble numbered(String number) {
        return new Trouble(status, type, detail, errors, Optional.of(number));
    }

    Sentence title() {
        return Sentence.of(text(status) + ".title");
    }

    boolean missing() {
        return status == HttpStatus.NOT_FOUND;
    }

    /** Whether people may look for a page of their own, whose link opened nothing. */
    boolean lost() {
        return missing() || status == HttpStatus.GONE;
    }

    /** Whether the same request may work a little later. */
    boolean passing() {
        return status.getCode() >= 500 || status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.CONFLICT;
    }

    private static String text(HttpStatus status) {
        int code = status.getCode();
        int worded = WORDED.contains(code) ? code : code < 500 ? 400 : 500;
        return "web.problem." + worded;
    }
}
