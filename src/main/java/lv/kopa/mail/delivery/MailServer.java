package lv.kopa.mail.delivery;

import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.util.function.Predicate;
import lv.kopa.mail.server.ServerOutages;
import lv.kopa.mail.server.Tls;
import org.jspecify.annotations.Nullable;

/**
 * A mail server, with all that is needed to talk to it.
 *
 * @param from the address that all mail through it comes from
 * @param envelopePattern where undeliverable mail comes back to; null for the same address
 * @param allowed the addresses it may be at
 */
record MailServer(
        Route route,
        Door door,
        InternetAddress from,
        @Nullable String envelopePattern,
        Predicate<InetAddress> allowed) {

    /** Where it is, and who we are there. */
    record Door(
            String host,
            int port,
            Tls tls,
            @Nullable String username,
            @Nullable String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Door[" + host + ":" + port + ", " + tls + "]";
        }
    }

    /**
     * Which mails go to one mail server: those of an organisation that has its own, or all others.
     *
     * @param organisation whose own server it is; {@link ServerOutages#INSTALLATION} for that of the installation
     * @param version of the settings of its own server; with others nothing goes this way any more
     * @param perMinute how many mails the server takes a minute; 0 for as many as there are
     */
    record Route(long organisation, int version, int perMinute) {
        boolean isOwn() {
            return organisation != ServerOutages.INSTALLATION;
        }

        boolean isLimited() {
            return perMinute > 0;
        }
    }
}
