package lv.kopa.mail;

import io.micronaut.core.annotation.Introspected;

/** How many mails are in a state. */
@Introspected
record StateCount(MailState state, long mails) {}
