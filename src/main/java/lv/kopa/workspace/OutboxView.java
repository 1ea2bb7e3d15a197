package lv.kopa.workspace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.MailState;
import lv.kopa.mail.OutboxItem;
import lv.kopa.mail.OutboxPage;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * The mail of an organiser's organisations.
 *
 * @param delivered whether there is a mail server
 * @param zone of the clocks the organiser looks at
 * @param event the one all of it is about; null for any
 */
public record OutboxView(
        Shell shell,
        ZoneId zone,
        boolean delivered,
        Map<MailState, Long> counts,
        @Nullable EventDetails event,
        String q,
        @Nullable MailState state,
        OutboxPage page) {

    public List<MailState> states() {
        return Stream.of(MailState.values())
                .filter(one -> one != MailState.SENDING)
                .toList();
    }

    /** Those that are counted; mail that comes back is rare, and only counted where there is some. */
    public List<MailState> figures() {
        return states().stream()
                .filter(one -> (one != MailState.RETURNED && one != MailState.RESTING) || count(one) > 0)
                .toList();
    }

    /** How many there are in a state; what is being sent is still counted among what waits. */
    public long count(MailState one) {
        long sending = one == MailState.WAITING ? counts.getOrDefault(MailState.SENDING, 0L) : 0;
        return counts.getOrDefault(one, 0L) + sending;
    }

    public String figure(MailState one) {
        return shell.text("workspace.outbox." + one.name().toLowerCase(Locale.ROOT));
    }

    /** The address of the mails in a state, and of no other. */
    public String only(MailState one) {
        return "/organiser/outbox?state=" + one.name() + aboutEvent();
    }

    private String aboutEvent() {
        return event == null ? "" : "&event=" + event.event().slug();
    }

    public String name(MailState one) {
        return nameOf(shell, one);
    }

    static String nameOf(Shell shell, MailState state) {
        return shell.text("workspace.mail.state." + state.name().toLowerCase(Locale.ROOT));
    }

    public String look(MailState one) {
        return lookOf(one);
    }

    static String lookOf(MailState state) {
        return switch (state) {
            case WAITING, SENDING -> "waiting";
            case SENT -> "sent";
            case FAILED, RETURNED -> "failed";
            case STOPPED, RESTING -> "";
        };
    }

    public boolean isFiltered() {
        return !q.isEmpty() || state != null;
    }

    /** When it was sent, or will be tried next, or was written. */
    public String when(OutboxItem item) {
        Instant sent = item.sentAt();
        if (sent != null) {
            return moment(sent);
        }
        return delivered && item.state() == MailState.WAITING && item.attempts() > 0
                ? shell.text("workspace.mail.next-try", moment(item.nextAttemptAt()))
                : moment(item.createdAt());
    }

    private String moment(Instant instant) {
        return momentOf(shell, zone, instant);
    }

    static String momentOf(Shell shell, ZoneId zone, Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        return shell.dates().shortDay(local.toLocalDate()) + ", "
                + shell.dates().time(local);
    }

    public Optional<String> next() {
        return Optional.ofNullable(page.next())
                .map(before -> "/organiser/outbox?before=" + before
                        + (q.isEmpty() ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                        + (state == null ? "" : "&state=" + state.name())
                        + aboutEvent());
    }
}
