package lv.kopa.registration.address;

import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Wording;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;

/** Sends people the links to their secret pages again. */
@Singleton
@UnitOfWork
public class LinkAgain {
    private final List<SecretPages> pages;
    private final AddressMail mail;
    private final Links links;

    LinkAgain(List<SecretPages> pages, AddressMail mail, Links links) {
        this.pages = pages;
        this.mail = mail;
        this.links = links;
    }

    /** Writes to an address that has pages which are still of use; to others, nothing. */
    public void send(EmailAddress address, Language language) {
        List<Wording.Fact> facts = pages.stream()
                .flatMap(kind -> kind.of(address, language).stream())
                .toList();
        if (!facts.isEmpty()) {
            Wording.Link start = new Wording.Link(Texts.in(language).get("web.coming"), links.to("/"));
            mail.send(address, language, "link-again", facts, start);
        }
    }
}
