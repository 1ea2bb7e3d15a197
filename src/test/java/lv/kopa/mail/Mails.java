package lv.kopa.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lv.kopa.mail.Mail.About;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.Mail.Recipient;
import lv.kopa.mail.Mail.Sender;

/** Mails that tests put. */
public final class Mails {
    public static final EmailAddress LIGA = new EmailAddress("Liga.Berzina@skola.example");

    private Mails() {}

    public static Mail confirmation(int registration) {
        return about(registration, new About(7L, 8L, String.valueOf(registration)), "Apstiprinājums: Ģimenes diena");
    }

    /** A confirmation to somebody else. */
    public static Mail to(EmailAddress address, int registration) {
        Mail mail = confirmation(registration);
        Recipient to = new Recipient(address, "Līga Bērziņa", "lv");
        return new Mail(mail.key(), mail.kind(), to, mail.from(), mail.about(), mail.wording(), mail.attachments());
    }

    public static Mail about(int number, About about, String subject) {
        return new Mail(
                "registration:" + number + ":confirmation:0",
                "confirmation",
                new Recipient(LIGA, "Līga Bērziņa", "lv"),
                new Sender("Intelekta parks", new EmailAddress("maija@parks.example")),
                about,
                saying(subject, "Sveiki, <b>Līga</b>!\nTiekamies."),
                List.of(new Attachment("Ielūgums.ics", "text/calendar; charset=UTF-8", new byte[] {66, 13, 10})));
    }

    public static Wording saying(String subject, String paragraph) {
        return new Wording(subject, "", "", List.of(paragraph), List.of(), Optional.empty(), List.of());
    }

    public static List<Mail> confirmations(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Mails::confirmation).toList();
    }

    public static Mail with(Recipient to, Sender from, Wording wording, List<Attachment> attachments) {
        return new Mail("test:1", "test", to, from, About.NOTHING, wording, attachments);
    }
}
