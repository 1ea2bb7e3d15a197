package lv.kopa.mail;

import jakarta.inject.Singleton;

/** Takes the mail of the outbox to the mail server. */
@Singleton
class Postman {
    /** Says that there is mail. */
    void wake() {}
}
