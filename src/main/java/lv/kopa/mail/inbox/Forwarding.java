package lv.kopa.mail.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.RestingAddresses;
import lv.kopa.mail.Wording;
import lv.kopa.mail.Wording.Fact;
import lv.kopa.mail.Wording.Link;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;

/** Passes on what people answer to an address that nobody reads, or tells them where to write. */
@Singleton
class Forwarding {
    static final String KIND = "answered";

    private static final int LONGEST_QUOTE = 20_000;
    private static final int MOST_TOLD_A_DAY = 100;
    private static final int MOST_OF_ONE_PERSON_A_DAY = 20;

    private final Outbox outbox;
    private final Links links;
    private final Clock clock;

    Forwarding(Outbox outbox, Links links, Clock clock) {
        this.outbox = outbox;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Sends an answer to whom it concerns, one or several, who can answer it in turn; the outbox forgets what it said.
     * Of what answers mail about one registration, or else to one person, so much a day: more is put aside for somebody
     * to look at.
     */
    Fate forward(Place place, Arrival arrival, EmailAddress from, Concern concern, List<EmailAddress> readers) {
        String registration = concern.about().registration();
        String whose = registration == null ? RestingAddresses.hash(concern.person()) : registration;
        String today = "answered:" + today() + ":" + whose + ":";
        if (readers.isEmpty() || outbox.count(today) >= MOST_OF_ONE_PERSON_A_DAY) {
            return Fate.ASIDE;
        }
        String key = today + place.validity() + ":" + place.uid();
        for (int i = 0; i < readers.size(); i++) {
            Mail.Recipient reader = new Mail.Recipient(readers.get(i), null, concern.language());
            outbox.putToForget(mail(i == 0 ? key : key + ":" + i, reader, arrival, from, concern));
        }
        return Fate.READ;
    }

    private static Mail mail(String key, Mail.Recipient reader, Arrival arrival, EmailAddress from, Concern concern) {
        String name = Objects.requireNonNullElse(arrival.senderName(), from.value());
        Texts texts = Texts.in(Language.of(concern.language()).orElse(Language.EN));
        Wording wording = new Wording(
                texts.get("mail.answered.subject", arrival.subject().isBlank() ? concern.subject() : arrival.subject()),
                texts.get("mail.answered.headline", name),
                "",
                List.of(texts.get("mail.answered.text"), quote(arrival)),
                List.of(
                        new Fact(texts.get("mail.answered.from"), List.of(from.value())),
                        new Fact(texts.get("mail.answered.about"), List.of(concern.subject()))),
                Optional.empty(),
                List.of());
        return new Mail(key, KIND, reader, new Mail.Sender(name, from), concern.about(), wording, whole(arrival));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String quote(Arrival arrival) {
        String text = arrival.first("text/plain").map(Leaf::text).orElse("").strip();
        return text.length() <= LONGEST_QUOTE
                ? text
                : text.substring(0, LONGEST_QUOTE).strip() + " …";
    }

    /** The mail as it came; mail programs open it by its name, and no server may change its encoding (RFC 2046, 5.2.1). */
    private static List<Attachment> whole(Arrival arrival) {
        return arrival.isWhole()
                ? List.of(new Attachment("mail.eml", "application/octet-stream", arrival.raw()))
                : List.of();
    }

    /**
     * Tells somebody where to write, once a day, however often they write here; and so many people a day, since whoever
     * forges senders has us write to strangers: what comes beyond that is put aside for somebody to look at.
     */
    Fate tellWhereToWrite(Arrival arrival, EmailAddress from) {
        String today = "unread:" + today() + ":";
        if (outbox.count(today) >= MOST_TOLD_A_DAY) {
            return Fate.ASIDE;
        }
        Language reader =
                Language.of(arrival.header("Content-Language").split(",")[0]).orElse(Language.EN);
        Texts texts = Texts.in(reader);
        Wording wording = new Wording(
                texts.get("mail.unread.subject"),
                texts.get("mail.unread.headline"),
                "",
                List.of(texts.get("mail.unread.text")),
                List.of(),
                Optional.of(new Link(texts.get("mail.unread.link"), links.to("/"))),
                List.of());
        outbox.putToForget(new Mail(
                today + RestingAddresses.hash(from),
                "unread",
                new Mail.Recipient(from, null, reader.tag()),
                new Mail.Sender("Kopa", null),
                Mail.About.NOTHING,
                wording));
        return Fate.READ;
    }
}
