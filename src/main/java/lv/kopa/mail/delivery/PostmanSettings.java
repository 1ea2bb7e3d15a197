package lv.kopa.mail.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * How the postman works.
 *
 * @param interval how often the outbox is looked through when nobody says that there is mail
 * @param batch how many mails one of our servers claims at a time
 * @param mailsPerConnection after how many mails the mail server is called anew, since many servers hang up then
 * @param lease how long after the end of a server the others leave its claimed mail alone
 * @param longestOutage the longest time between two calls to a mail server that cannot be reached
 * @param backOff how long a mail waits after the first, the second … failure; after one more it has failed
 */
@ConfigurationProperties("kopa.mail.postman")
record PostmanSettings(
        @Bindable(defaultValue = "10s") Duration interval,
        @Bindable(defaultValue = "20") int batch,
        @Bindable(defaultValue = "100") int mailsPerConnection,
        @Bindable(defaultValue = "2m") Duration lease,
        @Bindable(defaultValue = "5m") Duration longestOutage,

        @Bindable(defaultValue = "1m,5m,30m,2h,8h,24h,24h,24h")
        List<Duration> backOff) {}
