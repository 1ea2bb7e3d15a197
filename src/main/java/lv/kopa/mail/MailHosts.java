package lv.kopa.mail;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Well-known hosts of mail, by what people type instead. No host is among these that gives addresses to anybody. */
final class MailHosts {
    private static final Map<String, String> MEANT = Stream.of(
                    "gmail.com gmial.com gmai.com gmal.com gmil.com gamil.com gnail.com gmaill.com gmail.con gmail.co gmail.cm gmail.vom",
                    "inbox.lv inbox.lw inbox.lb inbox.vl inbox.l inbx.lv inbix.lv imbox.lv",
                    "hotmail.com hotmial.com hotmal.com hotmai.com hotmail.con",
                    "outlook.com outlok.com outloook.com outlook.con",
                    "yahoo.com yaho.com yahooo.com yahoo.con",
                    "icloud.com iclud.com icoud.com icloud.con",
                    "apollo.lv apolo.lv appollo.lv",
                    "ukr.net ukr.ent ukt.net")
            .map(line -> line.split(" "))
            .flatMap(hosts -> Stream.of(hosts).skip(1).map(typed -> Map.entry(typed, hosts[0])))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private MailHosts() {}

    /** The host that was probably meant, in the place of one that is known to be none. */
    static Optional<String> meantBy(String domain) {
        return Optional.ofNullable(MEANT.get(domain));
    }
}
