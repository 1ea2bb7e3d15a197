package lv.kopa.organisation.mail;

import jakarta.inject.Singleton;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.server.OwnServers;
import lv.kopa.mail.server.ServerPlan;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;

/** Changes through which server an organisation's mail goes. */
@Singleton
@UnitOfWork
class OrganisationMail {
    private final OwnServers servers;
    private final Audit audit;

    OrganisationMail(OwnServers servers, Audit audit) {
        this.servers = servers;
        this.audit = audit;
    }

    /**
     * @param version of the server as the plan was made; 0 where there was none
     * @throws ChangedMeanwhile where it has another version by now
     */
    void keep(Organisation organisation, int version, ServerPlan plan, Organiser organiser) {
        if (!servers.keep(organisation.id(), version, plan)) {
            throw new ChangedMeanwhile();
        }
        audit.record(deed(organisation, "mail-server-changed", plan.host() + ":" + plan.port(), organiser));
    }

    void remove(Organisation organisation, Organiser organiser) {
        if (servers.remove(organisation.id())) {
            audit.record(deed(organisation, "mail-server-removed", null, organiser));
        }
    }

    private static Deed deed(
            Organisation organisation,
            String deed,
            @org.jspecify.annotations.Nullable String detail,
            Organiser organiser) {
        return new Deed(organiser.actor(), "organisation", organisation.id(), deed, detail);
    }
}
