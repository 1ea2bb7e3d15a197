package lv.kopa.organisation.signin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.People;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.organisation.warning.Warning;
import lv.kopa.organisation.warning.Warnings;
import lv.kopa.web.Token;

/** The tokens by which programs act for people. */
@Singleton
public class ApiTokens {
    private final ApiTokenRepository tokens;
    private final People people;
    private final Audit audit;
    private final Warnings warnings;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, People people, Audit audit, Warnings warnings, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.audit = audit;
        this.warnings = warnings;
        this.clock = clock;
    }

    public List<ApiToken> of(long personId) {
        return tokens.findByPersonIdOrderById(personId);
    }

    /** A new one for somebody who asks for it in a browser, and is told so by mail. */
    @UnitOfWork
    Token create(Organiser organiser, String name) {
        warnings.tell(organiser.personId(), Warning.TOKEN_CREATED);
        return create(organiser.personId(), name, organiser.actor());
    }

    /** A new one, whose secret nobody can see again. */
    @UnitOfWork
    public Token create(long personId, String name, String actor) {
        Token token = Token.random();
        keep(personId, name, token, actor);
        return token;
    }

    /** Keeps a token whose secret somebody else has chosen. */
    @UnitOfWork
    public void keep(long personId, String name, Token token, String actor) {
        ApiToken kept = tokens.save(new ApiToken(0, token.hash(), personId, name, clock.instant()));
        audit.record(new Deed(actor, "person", personId, "token-created", "token:" + kept.id()));
    }

    @UnitOfWork
    public void revoke(long id, long personId, String actor) {
        if (tokens.delete(id, personId) > 0) {
            audit.record(new Deed(actor, "person", personId, "token-revoked", "token:" + id));
        }
    }

    Optional<Organiser> organiser(Token secret) {
        return tokens.findByTokenHash(secret.hash())
                .flatMap(token ->
                        people.find(token.personId()).map(person -> people.organiser(person, "token:" + token.id())));
    }
}
