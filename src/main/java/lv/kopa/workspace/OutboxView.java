package lv.kopa.workspace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.MailStage;
import lv.kopa.mail.OutboxItem;
import lv.kopa.mail.OutboxPage;
import lv.kopa.mail.server.Away;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * The mail of an organiser's organisations.
 *
 * @param delivered whether there is a mail server
 * @param zone of the clocks the organiser looks at
 * @param away the mail servers that take no mail at the moment
 * @param event the one all of it is about; null for any
 */
public record OutboxView(
        Shell shell,
        ZoneId zone,
        boolean delivered,
        List<Away> away,
        Map<MailStage, Long> counts,
        @Nullable EventDetails event,
        String q,
        @Nullable MailStage stage,
        OutboxPage page) {

    public List<MailStage> states() {
        return List.of(MailStage.values());
    }

    /** Those that are counted; mail that comes back is rare, and only counted where there is some. */
    public List<MailStage> figures() {
        return states().stream()
                .filter(one -> (one != MailStage.RETURNED && one != MailStage.RESTING) || count(one) > 0)
                .toList();
    }

    public long count(MailStage one) {
        return counts.getOrDefault(one, 0L);
    }

    public String figure(MailStage one) {
        return shell.text("workspace.outbox." + one.name().toLowerCase(Locale.ROOT));
    }

    /** The address of the mails in a state, and of no other. */
    public String only(MailStage one) {
        return "/organiser/outbox?state=" + one.name() + aboutEvent();
    }

    private String aboutEvent() {
        return event == null ? "" : "&event=" + event.event().slug();
    }

    public String name(MailStage one) {
        return nameOf(shell, one);
    }

    static String nameOf(Shell shell, MailStage state) {
        return shell.text(state.textKey());
    }

    public String look(MailStage one) {
        return one.look();
    }

    public boolean isFiltered() {
        return !q.isEmpty() || stage != null;
    }

    /** When it was sent, or will be tried next, or was written. */
    public String when(OutboxItem item) {
        Instant sent = item.sentAt();
        if (sent != null) {
            return moment(sent);
        }
        return delivered && item.stage() == MailStage.RETRY
                ? shell.text("workspace.mail.next-try", moment(item.nextAttemptAt()))
                : moment(item.createdAt());
    }

    /** Why a server takes no mail, said in the zone of the organiser. */
    public String since(Away server) {
        return awayText(shell, zone, server);
    }

    static String awayText(Shell shell, ZoneId zone, Away server) {
        return shell.text(
                server.own() ? "workspace.outbox.away.own" : "workspace.outbox.away",
                server.host(),
                momentOf(shell, zone, server.since()));
    }

    private String moment(Instant instant) {
        return momentOf(shell, zone, instant);
    }

    static String momentOf(Shell shell, ZoneId zone, Instant instant) {
        return shell.dates().shortMoment(instant, zone);
    }

    public Optional<String> next() {
        return Optional.ofNullable(page.next())
                .map(before -> "/organiser/outbox?before=" + before
                        + (q.isEmpty() ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                        + (stage == null ? "" : "&state=" + stage.name())
                        + aboutEvent());
    }
}
