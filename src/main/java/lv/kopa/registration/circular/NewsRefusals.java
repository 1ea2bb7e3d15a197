package lv.kopa.registration.circular;

import jakarta.inject.Singleton;
import java.time.Clock;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.RestingAddresses;
import lv.kopa.registration.Registration;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** Who wants no news of an organisation; what is about their own place they get all the same. */
@Singleton
@UnitOfWork
public class NewsRefusals {
    private final NewsRepository repository;
    private final Links links;
    private final Clock clock;

    NewsRefusals(NewsRepository repository, Links links, Clock clock) {
        this.repository = repository;
        this.links = links;
        this.clock = clock;
    }

    /** Whether somebody agreed to news and has not refused them. */
    boolean wants(long organisation, Registration person) {
        return repository.agrees(person.id()) && !refuses(organisation, new EmailAddress(person.email()));
    }

    /** Whether nothing is wanted at an address but what is about a place of its own. */
    public boolean refuses(long organisation, EmailAddress address) {
        return repository.refuses(organisation, RestingAddresses.hash(address));
    }

    /** A new address where somebody refuses, good for ever. */
    public String link(long organisation, EmailAddress address) {
        Token secret = Token.random();
        repository.addLink(secret.hash(), organisation, RestingAddresses.hash(address));
        return links.to("/my/news/" + secret.secret());
    }

    /**
     * The organisation of a link, by id.
     *
     * @throws UnknownCircular where there is none
     */
    long organisation(Token secret) {
        return repository.organisation(secret.hash()).orElseThrow(UnknownCircular::new);
    }

    /** Refuses, once, however often somebody does. */
    void refuse(Token secret) {
        repository.refuse(secret.hash(), clock.instant());
    }
}
