package lv.kopa.registration.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lv.kopa.Program;
import lv.kopa.ical.Attendee;
import lv.kopa.ical.CalendarLint;
import lv.kopa.ical.CalendarMessage;
import lv.kopa.ical.Organiser;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.own.Someone;

/** What the mails to an address do to the calendar of a program that follows RFC 5546 to the letter. */
public final class Inbox {
    private final Program kopa;
    private final String address;

    private Inbox(Program kopa, String address) {
        this.kopa = kopa;
        this.address = address;
    }

    public static Inbox of(Program kopa, String address) {
        return new Inbox(kopa, address);
    }

    /** Each message as it came: `REQUEST 0 First day`. */
    public List<String> messages() {
        return texts().stream()
                .map(text -> value(text, "METHOD") + " " + value(text, "SEQUENCE") + " " + value(text, "SUMMARY"))
                .toList();
    }

    /** The UIDs of the messages, in their order. */
    public List<String> uids() {
        return texts().stream().map(text -> value(text, "UID")).toList();
    }

    /** What stands in the calendar by now: `First day, Daugavpils`. */
    public List<String> calendar() {
        Map<String, String> entries = new LinkedHashMap<>();
        Map<String, Integer> sequences = new LinkedHashMap<>();
        for (String text : texts()) {
            String uid = value(text, "UID");
            int sequence = Integer.parseInt(value(text, "SEQUENCE"));
            Integer known = sequences.put(uid, sequence);
            boolean request = value(text, "METHOD").equals("REQUEST");
            if (known == null ? !request : known >= sequence) {
                throw new AssertionError("Not a message that anything follows from:\n" + text);
            }
            if (request) {
                entries.put(uid, value(text, "SUMMARY") + ", " + value(text, "LOCATION"));
            } else {
                entries.remove(uid);
            }
        }
        return List.copyOf(entries.values());
    }

    /** The newest message, as it is sent. */
    public String newest() {
        List<String> texts = texts();
        return texts.get(texts.size() - 1);
    }

    private List<String> texts() {
        List<OutboxItem> items = new ArrayList<>(Someone.mails(kopa, address));
        Collections.reverse(items);
        List<String> texts = new ArrayList<>();
        for (OutboxItem item : items) {
            Mail mail = kopa.bean(Outbox.class).find(item.id()).orElseThrow().mail();
            CalendarMessage message = mail.calendar();
            if (message != null) {
                texts.add(sent(message, mail));
            }
        }
        return texts;
    }

    private static String sent(CalendarMessage message, Mail mail) {
        byte[] octets = message.between(
                new Organiser(mail.from().name(), "kopa@kopa.example"),
                new Attendee(
                        Objects.requireNonNull(mail.to().name()),
                        mail.to().address().value()));
        List<String> faults = CalendarLint.faults(octets);
        String text = new String(octets, StandardCharsets.UTF_8);
        if (!faults.isEmpty()) {
            throw new AssertionError(faults + "\n" + text);
        }
        return text;
    }

    /** Of the entry, whose properties stand after those of zones. */
    private static String value(String text, String property) {
        return text.replace("\r\n ", "")
                .lines()
                .filter(line -> line.startsWith(property + ":") || line.startsWith(property + ";"))
                .reduce((zone, entry) -> entry)
                .map(line -> line.substring(line.indexOf(':') + 1))
                .orElse("");
    }
}
