package lv.kopa.organisation.mail;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Wording;
import lv.kopa.mail.delivery.Trials;
import lv.kopa.mail.server.Trial;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.People;
import lv.kopa.organisation.UnknownOrganisation;
import lv.kopa.text.Texts;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;

/** Tries the server that an organisation's mail goes through, with a mail to whoever wants to know. */
@Singleton
class MailTrial {
    private final Trials trials;
    private final People people;
    private final Limits limits;

    MailTrial(Trials trials, People people, Limits limits) {
        this.trials = trials;
        this.people = people;
        this.limits = limits;
    }

    /** The address the mail goes to. */
    String address(Organiser organiser) {
        return people.find(organiser.personId())
                .orElseThrow(UnknownOrganisation::new)
                .email();
    }

    Optional<Trial> make(Organisation organisation, Organiser organiser) {
        limits.count(Limit.MAIL_TRIAL, organiser.actor());
        return trials.send(organisation.id(), mail(organisation, organiser));
    }

    private Mail mail(Organisation organisation, Organiser organiser) {
        Texts texts = Texts.in(organiser.language());
        return new Mail(
                "trial:" + Token.random().hash(),
                "trial",
                new Mail.Recipient(
                        new EmailAddress(address(organiser)),
                        organiser.name(),
                        organiser.language().tag()),
                organisation.sender(),
                Mail.About.NOTHING,
                new Wording(
                        texts.get("mail.trial.subject"),
                        texts.get("mail.trial.headline"),
                        "",
                        List.of(texts.get("mail.trial.text", organisation.name())),
                        List.of(),
                        Optional.empty(),
                        List.of(organisation.name())));
    }
}
