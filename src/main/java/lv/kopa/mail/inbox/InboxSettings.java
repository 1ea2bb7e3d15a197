package lv.kopa.mail.inbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import lv.kopa.mail.server.Tls;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox that returned mail and answers come to.
 *
 * @param host of its IMAP server; none: nobody looks
 * @param folder that mail arrives in
 * @param readFolder where mail is moved that was read, made if there is none
 * @param asideFolder the same for mail that could not be read
 * @param authority the name by which our own mail server signs its Authentication-Results (RFC 8601); none: no such
 *     header is believed
 * @param interval between two looks
 * @param batch how many mails are read at a look
 * @param lease how long after the end of a server another one looks
 * @param longestLook after that long a look is broken off, however busily the mailbox answers; less than the lease
 * @param keepRead how long mail that was read is kept there
 */
@ConfigurationProperties("kopa.inbox")
record InboxSettings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String username,
        @Nullable String password,
        @Bindable(defaultValue = "SMTPS") Tls tls,
        @Bindable(defaultValue = "INBOX") String folder,
        @Bindable(defaultValue = "Kopa-read") String readFolder,
        @Bindable(defaultValue = "Kopa-aside") String asideFolder,
        @Nullable String authority,
        @Bindable(defaultValue = "1m") Duration interval,
        @Bindable(defaultValue = "100") int batch,
        @Bindable(defaultValue = "5m") Duration lease,
        @Bindable(defaultValue = "4m") Duration longestLook,
        @Bindable(defaultValue = "30d") Duration keepRead,
        @Bindable(defaultValue = "10s") Duration connectTimeout,
        @Bindable(defaultValue = "30s") Duration readTimeout) {
    private static final int IMAP = 143;
    private static final int IMAPS = 993;

    boolean hasMailbox() {
        return host != null && !host.isBlank();
    }

    int serverPort() {
        if (port != null) {
            return port;
        }
        return tls == Tls.SMTPS ? IMAPS : IMAP;
    }

    /** What the mailbox is called in the database. */
    String name() {
        return DigestUtils.sha256Hex(username + "@" + host + "/" + folder);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "InboxSettings[" + host + ":" + serverPort() + ", " + tls + "]";
    }
}
