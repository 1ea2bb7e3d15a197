package lv.kopa.certificate;

import java.time.Duration;
import lv.kopa.text.Texts;

/** How long something took, as people say it. */
final class Hours {
    private static final int HOUR = 60;

    private Hours() {}

    static String say(Duration time, Texts texts) {
        long minutes = time.toMinutes();
        return minutes % HOUR == 0
                ? texts.get("certificate.hours", minutes / HOUR)
                : texts.get("certificate.hours-minutes", minutes / HOUR, minutes % HOUR);
    }
}
