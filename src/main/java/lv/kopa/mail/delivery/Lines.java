package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;
import jakarta.mail.Session;
import lv.kopa.mail.Mail;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.Packing;
import lv.kopa.mail.ReturnMarks;
import lv.kopa.mail.server.Watch;
import lv.kopa.mail.server.Wire;

/** Lays lines to mail servers, and has ready what goes over them. */
@Singleton
class Lines {
    private final MailServers servers;
    private final Watch watch;
    private final Packing packing;
    private final ReturnMarks marks;
    private final PostmanSettings settings;

    Lines(MailServers servers, Watch watch, Packing packing, ReturnMarks marks, PostmanSettings settings) {
        this.servers = servers;
        this.watch = watch;
        this.packing = packing;
        this.marks = marks;
        this.settings = settings;
    }

    Line to(MailServer server) {
        return lay(server, watch.lasting(servers.longestMail()), settings.mailsPerConnection());
    }

    /** A line for one mail, for somebody who waits for it. */
    Line toTry(MailServer server) {
        return lay(server, watch, 1);
    }

    private Line lay(MailServer server, Watch whole, int mails) {
        Wire wire = new Wire(server.allowed());
        Session session = servers.session(server.door(), wire);
        Sending sending = new Sending(session, server.from(), server.envelopePattern(), marks);
        return new Line(server.door(), sending, wire, whole, mails);
    }

    /** The mail of a row, which may be impossible to read. */
    Mail read(OutboxRow row) {
        return packing.unpack(row);
    }
}
