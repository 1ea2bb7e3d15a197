package lv.kopa.mail.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mails that arrived more than once, and why. Each copy but a mail's last needs a reason of its own: the mail server had
 * it and never said so, or our server was killed after it was told and before it wrote that down.
 */
record Doubles(int mails, int untold, int killed, int unexplained, int otherIds) {
    /** How soon a mail is written down at most that was taken, on a machine that does much else. */
    private static final Duration WINDOW = Duration.ofSeconds(5);

    /** One of our servers was killed. */
    record Kill(int door, long at) {
        private boolean explains(Taken copy) {
            return copy.door == door && at >= copy.at && at - copy.at < WINDOW.toNanos();
        }
    }

    static Doubles among(Collection<Taken> taken, Collection<Kill> kills) {
        Map<String, List<Taken>> copies = new LinkedHashMap<>();
        taken.forEach(copy -> copies.computeIfAbsent(copy.subject, subject -> new ArrayList<>())
                .add(copy));
        int untold = 0;
        int killed = 0;
        int unexplained = 0;
        for (List<Taken> some : copies.values()) {
            for (Taken copy : some.subList(0, some.size() - 1)) {
                if (!copy.told) {
                    untold++;
                } else if (!copy.noted && kills.stream().anyMatch(kill -> kill.explains(copy))) {
                    killed++;
                } else {
                    unexplained++;
                }
            }
        }
        return new Doubles(
                (int) copies.values().stream().filter(some -> some.size() > 1).count(),
                untold,
                killed,
                unexplained,
                (int) copies.values().stream().filter(Doubles::hasOtherIds).count());
    }

    private static boolean hasOtherIds(List<Taken> copies) {
        return copies.stream().map(copy -> copy.messageId).distinct().count() > 1;
    }
}
