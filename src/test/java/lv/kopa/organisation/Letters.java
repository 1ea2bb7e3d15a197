package lv.kopa.organisation;

import java.net.URI;
import java.util.List;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.Outbox;
import lv.kopa.web.Site;

/** What people find in their letter box. */
public final class Letters {
    private Letters() {}

    /** The path of the link in the newest letter of a kind to an address. */
    public static String path(Site site, TestDatabase database, String kind, String address) {
        long id = database.number(
                "SELECT MAX(id) FROM mail_outbox WHERE kind = '" + kind + "' AND to_address = '" + address + "'");
        String link = site.bean(Outbox.class)
                .find(id)
                .flatMap(mail -> mail.mail().wording().link())
                .orElseThrow()
                .address();
        return URI.create(link).getPath();
    }

    /** What the warnings about somebody's account say, the oldest first. */
    public static List<String> warnings(Site site, TestDatabase database, String address) {
        return database
                .texts("SELECT id FROM mail_outbox WHERE kind = 'account-warning' AND to_address = '" + address
                        + "' ORDER BY id")
                .stream()
                .map(id -> site.bean(Outbox.class).find(Long.parseLong(id)).orElseThrow())
                .map(item -> item.mail().wording().headline())
                .toList();
    }

    public static long count(TestDatabase database, String kind) {
        return database.number("SELECT COUNT(*) FROM mail_outbox WHERE kind = '" + kind + "'");
    }
}
