package lv.kopa.export;

import java.util.List;
import java.util.Locale;
import lv.kopa.registration.consent.Agreement;
import lv.kopa.registration.consent.Speaker;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.own.Situation;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.text.Texts;
import org.jspecify.annotations.Nullable;

/** What a person agreed to, and what others said of them that they agree to. */
record OwnAgreements(Situation situation, Texts texts) {
    private static final String PARTICIPANT = "participant";

    List<OwnData.Consent> all() {
        return situation.agreements().stream().map(this::consent).toList();
    }

    private OwnData.Consent consent(Agreement agreement) {
        return new OwnData.Consent(
                texts.get("export.consent." + agreement.purpose().key()),
                agreement.textVersion(),
                agreement.textSince(),
                agreement.givenAt(),
                by(agreement.purpose()),
                byName(agreement.purpose()),
                agreement.withdrawnAt());
    }

    private String by(Purpose purpose) {
        if (purpose == Purpose.GUARDIAN) {
            return "guardian";
        }
        Speaker speaker = purpose.isChosen() || situation.isOwnHost() ? Speaker.PERSON : speaker();
        return speaker == Speaker.PERSON ? PARTICIPANT : speaker.name().toLowerCase(Locale.ROOT);
    }

    private @Nullable String byName(Purpose purpose) {
        if (purpose == Purpose.GUARDIAN) {
            return situation.guardian().map(Guardian::name).orElse(null);
        }
        return by(purpose).equals(PARTICIPANT) || speaker() != Speaker.ANOTHER
                ? null
                : situation.host().orElse(null);
    }

    private Speaker speaker() {
        return Speaker.of(situation.history());
    }

    /** The sentence about one of them, with when it was and for whose clocks. */
    static String said(OwnData.Consent consent, String when, Texts texts) {
        Speaker speaker =
                switch (consent.by()) {
                    case "another" -> Speaker.ANOTHER;
                    case "organiser" -> Speaker.ORGANISER;
                    case "unknown" -> Speaker.UNKNOWN;
                    default -> Speaker.PERSON;
                };
        String another = consent.byName() == null ? texts.get("registration.own.consent.another") : consent.byName();
        return texts.get(speaker.textKey(), when, another);
    }
}
