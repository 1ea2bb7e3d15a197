package lv.kopa.organisation.mail;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import lv.kopa.mail.delivery.Postman;
import lv.kopa.mail.server.OwnServer;
import lv.kopa.mail.server.OwnServers;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organiser;
import lv.kopa.web.Shell;

/** Finds what there is to say of an organisation's mail. */
@Singleton
class MailPages {
    private final OwnServers servers;
    private final Postman postman;
    private final ServerForm form;
    private final MailTrial trial;

    MailPages(OwnServers servers, Postman postman, ServerForm form, MailTrial trial) {
        this.servers = servers;
        this.postman = postman;
        this.form = form;
        this.trial = trial;
    }

    MailPage of(Shell shell, Organisation organisation, Organiser organiser) {
        Set<Long> one = Set.of(organisation.id());
        Optional<OwnServer> server = servers.find(organisation.id());
        return new MailPage(
                shell,
                organisation,
                trial.address(organiser),
                server,
                postman.works(one),
                postman.outages(one),
                SenderForm.filled(organisation),
                ServerForm.filled(server),
                form.ways(shell),
                Optional.empty());
    }
}
