package lv.kopa.registration;

import jakarta.inject.Singleton;
import lv.kopa.database.UnitOfWork;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** The secret addresses of people's own pages. Only their hashes are kept, so a new mail brings a new address. */
@Singleton
public class PersonalLinks {
    private final RegistrationRepository repository;
    private final Links links;
    private final Chronicle chronicle;

    PersonalLinks(RegistrationRepository repository, Links links, Chronicle chronicle) {
        this.repository = repository;
        this.links = links;
        this.chronicle = chronicle;
    }

    public String to(Token link) {
        return links.to("/r/" + link.secret());
    }

    /**
     * A new address to be sent to the one that the person had when the registration was read; those that were sent there
     * before go on working.
     */
    @UnitOfWork
    public String renew(Registration registration) {
        return to(fresh(registration));
    }

    /** The secret of a new address. */
    @UnitOfWork
    public Token fresh(Registration registration) {
        Token link = Token.random();
        repository.addLink(registration.id(), registration.email(), link.hash(), chronicle.now());
        return link;
    }
}
