package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;
import lv.kopa.mail.Mail;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.Packing;

/** Lays lines to mail servers, and has ready what goes over them. */
@Singleton
class Lines {
    private final MailServers servers;
    private final Watch watch;
    private final Packing packing;
    private final PostmanSettings settings;

    Lines(MailServers servers, Watch watch, Packing packing, PostmanSettings settings) {
        this.servers = servers;
        this.watch = watch;
        this.packing = packing;
        this.settings = settings;
    }

    Line to(MailServer server) {
        return new Line(server, servers, watch, settings.mailsPerConnection());
    }

    /** A line for one mail, for somebody who waits for it. */
    Line toTry(MailServer server) {
        return new Line(server, servers, watch.brief(), 1);
    }

    /** The mail of a row, which may be impossible to read. */
    Mail read(OutboxRow row) {
        return packing.unpack(row);
    }
}
