package lv.kopa.workspace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.MailState;
import lv.kopa.mail.OutboxItem;
import lv.kopa.mail.OutboxMail;
import lv.kopa.mail.server.Away;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * One mail, with what became of it.
 *
 * @param delivered whether there is a mail server
 * @param away the mail servers it could go through that take no mail at the moment
 * @param zone of the clocks the organiser looks at
 */
public record MailView(Shell shell, ZoneId zone, boolean delivered, List<Away> away, OutboxMail found) {

    public OutboxItem item() {
        return found.item();
    }

    public Mail mail() {
        return found.mail();
    }

    public String path() {
        return "/organiser/outbox/" + item().id();
    }

    public String look() {
        return item().stage().look();
    }

    public String state() {
        String name = OutboxView.nameOf(shell, item().stage());
        return item().attempts() == 0 ? name : shell.text("workspace.mail.tries", name, item().attempts());
    }

    public String to() {
        return person(mail().to().name(), mail().to().address().value());
    }

    /** In whose name it is written; the address it comes from is that of the mail server. */
    public String from() {
        return mail().from().name();
    }

    /** Where answers to it go, where that is said. */
    public Optional<String> replyTo() {
        return Optional.ofNullable(mail().from().replyTo()).map(EmailAddress::value);
    }

    private static String person(@Nullable String name, String address) {
        if (name == null || name.isEmpty()) {
            return address;
        }
        return address.isEmpty() ? name : name + " <" + address + ">";
    }

    public String moment(Instant instant) {
        return OutboxView.momentOf(shell, zone, instant);
    }

    /** The mail server that was spoken to last, and whose it is. */
    public Optional<String> server() {
        return Optional.ofNullable(item().server())
                .map(host -> shell.text(
                        Boolean.TRUE.equals(item().ownServer())
                                ? "workspace.mail.server.own"
                                : "workspace.mail.server.all",
                        host));
    }

    /** Why it waits, where its server takes no mail at the moment. */
    public List<String> held() {
        return item().state() != MailState.WAITING
                ? List.of()
                : away.stream()
                        .map(server -> OutboxView.awayText(shell, zone, server) + " " + server.words())
                        .toList();
    }

    public boolean isTriedAgain() {
        return delivered && item().state() == MailState.WAITING;
    }

    public boolean mayRetry() {
        return delivered && isOpen() && !found.mail().to().address().isNobodys();
    }

    public boolean mayStop() {
        return item().state() == MailState.WAITING || item().state() == MailState.FAILED;
    }

    private boolean isOpen() {
        return item().state() != MailState.SENT && item().state() != MailState.SENDING;
    }
}
