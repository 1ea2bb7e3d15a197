package lv.kopa.registration.circular;

import java.net.URI;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisations;
import lv.kopa.web.Site;

/** What every mail with news has at its end. */
public final class NewsLinks {
    private NewsLinks() {}

    /** The path of the page where somebody refuses the news of an organisation. */
    public static String path(Site kopa, String organisation, String address) {
        long id = kopa.bean(Organisations.class).get(organisation).id();
        return URI.create(kopa.bean(NewsRefusals.class).link(id, new EmailAddress(address)))
                .getPath();
    }
}
