package lv.kopa.organisation.team;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import lv.kopa.organisation.People;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.organisation.signin.SignIns;

/** What becomes of the ways in of those who go. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class Leaving {
    private final People people;
    private final SignIns signIns;
    private final ApiTokens tokens;

    Leaving(People people, SignIns signIns, ApiTokens tokens) {
        this.people = people;
        this.signIns = signIns;
        this.tokens = tokens;
    }

    void signOut(long personId) {
        signIns.endAll(personId);
    }

    /** Ends the sign-ins, passkeys and tokens of whoever is in no team and helps with no event. */
    void shutOutWhoeverHasNoRole(long personId, String actor) {
        if (people.memberships(personId).isEmpty()
                && people.eventRoles(personId).isEmpty()) {
            signIns.shutOut(personId, actor);
            tokens.of(personId).forEach(token -> tokens.revoke(token.id(), personId, actor));
        }
    }
}
