package lv.kopa.export.regular;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.export.AttendeeSheets;
import lv.kopa.export.Sheet;
import lv.kopa.export.Xlsx;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Turn;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.Member;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;

/**
 * Mails lists. One server at a time has an order; whoever left the team gets none any more, and nobody does once the event
 * is over.
 */
@Singleton
@UnitOfWork
class ListMail {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ListOrderRepository repository;
    private final ListOrders orders;
    private final Events events;
    private final AttendeeSheets sheets;
    private final Post post;

    ListMail(ListOrderRepository repository, ListOrders orders, Events events, AttendeeSheets sheets, Post post) {
        this.repository = repository;
        this.orders = orders;
        this.events = events;
        this.sheets = sheets;
        this.post = post;
    }

    /** What a mail goes by, and when. */
    @Singleton
    record Post(Outbox outbox, Links links, Clock clock) {}

    void send(long id) {
        Instant now = post.clock().instant();
        Optional<ListOrder> due =
                repository.lock(id).filter(order -> !order.nextAt().isAfter(now));
        if (due.isEmpty()) {
            return;
        }
        ListOrder order = due.get();
        EventDetails event = events.get(order.eventId());
        Optional<Member> reader = orders.reader(event, order.personId());
        if (reader.isEmpty() || event.event().isCancelled() || event.event().isOver(now)) {
            orders.remove(event.event(), id, Deed.SYSTEM);
            return;
        }
        post.outbox().putToForget(mail(order, event, reader.get()));
        repository.put(id, order.rhythm().after(now, event.event().zone()));
    }

    private Mail mail(ListOrder order, EventDetails event, Member reader) {
        Language language = orders.language(reader);
        Texts texts = Texts.in(language);
        Sheet sheet = sheet(order, event, reader, language);
        String title = event.event().title().in(language);
        String page = post.links().to("/organiser/events/" + event.event().slug() + "/regular-lists");
        Wording letter = new Wording(
                texts.get("mail.list.subject", title),
                texts.get("mail.list.headline", sheet.rows().size()),
                texts.get("mail.greeting", reader.name()),
                List.of(texts.get("mail.list.text"), texts.get(order.rhythm().textKey() + ".until")),
                List.of(),
                Optional.of(new Wording.Link(texts.get("mail.list.link"), page)),
                List.of(event.organisation().name()));
        return new Mail(
                        "list:" + order.id() + ":" + order.nextAt().getEpochSecond(),
                        "list",
                        new Mail.Recipient(new EmailAddress(reader.email()), reader.name(), language.tag()),
                        event.organisation().sender(),
                        new Mail.About(event.organisation().id(), event.event().id(), null),
                        letter,
                        List.of(new Attachment(event.event().slug() + "-registrations.xlsx", XLSX, Xlsx.of(sheet))))
                .in(Turn.BULK);
    }

    /** It says for whom it is, lest two mails go with the same, which is forgotten with the first of them. */
    private Sheet sheet(ListOrder order, EventDetails event, Member reader, Language language) {
        Texts texts = Texts.in(language);
        Sheet whole = sheets.of(event, order.filter(event), language).narrowed(order.chosen());
        Stream<Sheet.Fact> sent = Stream.of(
                new Sheet.Fact(texts.get("export.regular.person"), reader.name()),
                new Sheet.Fact(
                        texts.get("export.regular.rhythm"),
                        texts.get(order.rhythm().textKey())));
        return new Sheet(
                whole.name(),
                whole.columns(),
                whole.rows(),
                Stream.concat(whole.about().stream(), sent).toList());
    }
}
