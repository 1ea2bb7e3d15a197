package lv.kopa.event.helping;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import lv.kopa.event.copy.EventCopied;
import lv.kopa.event.copy.EventPart;
import lv.kopa.organisation.team.Helpers;

/** Those who help with an event help with its copy where that is wanted. */
@Singleton
class HelpersCopied {
    private final Helpers helpers;

    HelpersCopied(Helpers helpers) {
        this.helpers = helpers;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void copied(EventCopied copy) {
        if (copy.parts().contains(EventPart.HELPERS)) {
            helpers.copy(copy.to().organisationId(), copy.from().id(), copy.to().id(), copy.actor());
        }
    }
}
