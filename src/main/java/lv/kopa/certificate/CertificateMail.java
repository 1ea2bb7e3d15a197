package lv.kopa.certificate;

import jakarta.inject.Singleton;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.Letters;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Telling;
import lv.kopa.text.Texts;

/** Tells people that their certificate is there, or is not valid any more. */
@Singleton
class CertificateMail {
    private final Telling telling;
    private final PersonalLinks links;

    CertificateMail(Telling telling, PersonalLinks links) {
        this.telling = telling;
        this.links = links;
    }

    /**
     * Writes to whoever can be written to, in the transaction that issues it.
     *
     * @param again whether it stands in the place of one they have
     */
    void send(EventDetails event, Registration person, boolean again) {
        if (person.hasAddress()) {
            Letters.Draft draft = new Letters.Draft(event, person, "mail.certificate").say();
            if (again) {
                draft.quote(Texts.in(person.reader()).get("mail.certificate.again"));
            }
            draft.eventFact();
            String link = links.renew(person) + "#certificate";
            telling.write(event, person, "certificate", draft.letter(link, "mail.certificate.link"));
        }
    }

    /** Writes to whoever can be written to, in the transaction that takes it back. */
    void sayWithdrawn(EventDetails event, Registration person, String number) {
        if (person.hasAddress()) {
            Letters.Draft draft = new Letters.Draft(event, person, "mail.certificate-withdrawn").say(number);
            draft.eventFact();
            telling.write(
                    event, person, "certificate-withdrawn", draft.letter(links.renew(person), "mail.afterwards.link"));
        }
    }
}
