package lv.kopa.registration.invitation;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.Approval;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Turn;
import lv.kopa.mail.Wording;
import lv.kopa.mail.Wording.Fact;
import lv.kopa.registration.facts.EventFacts;
import lv.kopa.registration.words.Addressee;
import lv.kopa.registration.words.OwnWords;
import lv.kopa.text.Dates;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** Writes to people who are invited. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class InvitationMail {
    private final Outbox outbox;
    private final Links links;
    private final OwnWords ownWords;

    InvitationMail(Outbox outbox, Links links, OwnWords ownWords) {
        this.outbox = outbox;
        this.links = links;
        this.ownWords = ownWords;
    }

    /** @param turn that of news where many are invited at once, who must not hold up who has just registered */
    void invite(EventDetails event, Invitation invitation, Token link, Turn turn, Instant now) {
        put(event, invitation, "invitation", asking(event, invitation, "mail.invitation", link), turn, now);
    }

    void remind(EventDetails event, Invitation invitation, Token link, Instant now) {
        Wording letter = asking(event, invitation, "mail.invitation-reminder", link);
        put(event, invitation, "invitation-reminder", letter, Turn.EVENT, now);
    }

    /** Not before the invitation that it takes back, which may have been one of many. */
    void withdrawn(EventDetails event, Invitation invitation, Instant now) {
        List<Fact> facts = new ArrayList<>();
        EventFacts about = new EventFacts(event, invitation.reader());
        facts.add(about.what());
        facts.addAll(about.when(List.of()));
        Wording letter = letter(event, invitation, "mail.invitation-withdrawn", List.of(), facts, Optional.empty());
        put(event, invitation, "invitation-withdrawn", letter, Turn.EVENT, now);
    }

    /** Says that there is nothing left to come to, and why. */
    void calledOff(EventDetails event, Invitation invitation, Instant now) {
        Texts texts = Texts.in(invitation.reader());
        EventFacts about = new EventFacts(event, invitation.reader());
        List<Fact> facts = new ArrayList<>();
        Optional.ofNullable(event.event().cancelledBecause())
                .ifPresent(reason -> facts.add(
                        new Fact(texts.get("mail.fact.reason"), reason.lines().toList())));
        facts.add(about.what());
        facts.addAll(about.when(List.of()));
        Wording letter = new Wording(
                texts.get("mail.event-cancelled.subject", event.event().title().in(invitation.reader())),
                texts.get("mail.event-cancelled.headline"),
                texts.get("mail.greeting", invitation.name()),
                List.of(texts.get("mail.invitation.off")),
                facts,
                Optional.empty(),
                about.footer());
        put(event, invitation, "event-cancelled", letter, Turn.EVENT, now);
    }

    /** What it is, what to do to come, and what not to. */
    private Wording asking(EventDetails event, Invitation invitation, String occasion, Token link) {
        Texts texts = Texts.in(invitation.reader());
        EventFacts about = new EventFacts(event, invitation.reader());
        List<Fact> facts = new ArrayList<>();
        facts.add(about.what());
        facts.addAll(about.when(List.of()));
        facts.addAll(about.where(List.of()));
        event.categoryOf(invitation.categoryId())
                .ifPresent(kind -> facts.add(new Fact(
                        texts.get("mail.fact.category"), List.of(kind.name().in(invitation.reader())))));
        facts.add(new Fact(
                texts.get("mail.invitation.not"),
                List.of(links.to("/my/invitation/" + link.secret() + tag(invitation, "?")))));
        String page =
                links.to("/events/" + event.event().slug() + "?invitation=" + link.secret() + tag(invitation, "&"));
        Wording.Link button = new Wording.Link(texts.get("mail.invitation.link"), page);
        return letter(event, invitation, occasion, conditions(event, invitation, texts), facts, Optional.of(button));
    }

    /** What an invitation does not settle: time, places, an organiser's word. */
    private static List<String> conditions(EventDetails details, Invitation invitation, Texts texts) {
        Event event = details.event();
        List<String> said = new ArrayList<>();
        Instant until = event.registrationEnds();
        if (until != null) {
            said.add(texts.get(
                    "mail.invitation.until", Dates.in(invitation.reader()).deadline(until, event.zone())));
        }
        if (details.isFull()) {
            said.add(texts.get(event.waitingList() ? "mail.invitation.waiting" : "mail.invitation.full"));
        } else if (details.places().isPresent()) {
            said.add(texts.get("mail.invitation.places"));
        }
        if (event.approval() == Approval.MANUAL && !invitation.approved()) {
            said.add(texts.get("mail.invitation.approval"));
        }
        return said;
    }

    private static String tag(Invitation invitation, String before) {
        return before + "lang=" + invitation.reader().tag();
    }

    private static Wording letter(
            EventDetails event,
            Invitation invitation,
            String occasion,
            List<String> more,
            List<Fact> facts,
            Optional<Wording.Link> link) {
        Texts texts = Texts.in(invitation.reader());
        String host = event.organisation().name();
        String subject = texts.get(occasion + ".subject", event.event().title().in(invitation.reader()));
        String text = texts.get(occasion + ".text", host);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(text);
        paragraphs.addAll(more);
        return new Wording(
                subject,
                texts.get(occasion + ".headline"),
                texts.get("mail.greeting", invitation.name()),
                paragraphs,
                facts,
                link,
                new EventFacts(event, invitation.reader()).footer(),
                Optional.of(new Wording.Standard(occasion.replaceFirst("^mail\\.", ""), subject, text, List.of(host))));
    }

    private void put(EventDetails event, Invitation invitation, String kind, Wording letter, Turn turn, Instant now) {
        Addressee reader =
                new Addressee(invitation.name(), invitation.reader(), invitation.categoryId(), "", List.of());
        Mail mail = new Mail(
                Invitations.mailKeys(invitation.id()) + kind + ":" + now.toEpochMilli(),
                kind,
                new Mail.Recipient(
                        new EmailAddress(invitation.email()),
                        invitation.name(),
                        invitation.reader().tag()),
                event.organisation().sender(),
                new Mail.About(event.organisation().id(), event.event().id(), null),
                ownWords.in(event, reader, letter),
                List.of());
        outbox.put(mail.in(turn));
    }
}
