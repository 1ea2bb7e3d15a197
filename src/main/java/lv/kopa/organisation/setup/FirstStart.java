package lv.kopa.organisation.setup;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import lv.kopa.web.Links;

/** What happens when Kopa starts and nobody is there yet. */
@Singleton
class FirstStart {

    private final Installation installation;
    private final UnattendedSetup unattended;
    private final Links links;

    FirstStart(Installation installation, UnattendedSetup unattended, Links links) {
        this.installation = installation;
        this.unattended = unattended;
        this.links = links;
    }

    @EventListener
    void setUpUnattended(StartupEvent started) {
        unattended.run();
    }

    @EventListener
    @SuppressWarnings("SystemOut") // a secret for whoever sits at the terminal; it has no business in a log
    void invite(ServerStartupEvent started) {
        installation
                .invite()
                .ifPresent(token -> System.out.printf(
                        "%nKopa is new here. Set up your organisation and your account, once, at%n  %s%n%n",
                        links.to("/setup/" + token.secret())));
    }
}
