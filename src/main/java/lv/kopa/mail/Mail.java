package lv.kopa.mail;

import java.util.List;
import java.util.regex.Pattern;
import lv.kopa.ical.CalendarMessage;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, complete: what it says was true when it was put into the outbox.
 *
 * @param key names the occasion, such as {@code registration:42:confirmation:0}; the outbox takes each key once
 * @param kind what sort of mail it is, for people who look through the outbox
 * @param calendar what it does to its reader's calendar, if anything
 * @param wayOut the address where its reader says by one click that they want no more of its kind (RFC 8058); null where
 *     it is about their own
 * @param turn what it goes before, and what goes before it
 */
public record Mail(
        String key,
        String kind,
        Recipient to,
        Sender from,
        About about,
        Wording wording,
        List<Attachment> attachments,
        @Nullable CalendarMessage calendar,
        @Nullable String wayOut,
        Turn turn) {
    private static final Pattern PLAIN = Pattern.compile("[!-~]+");
    private static final int LONGEST_KEY = 190;
    private static final int LONGEST_KIND = 60;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_BYTES = 10 * 1024 * 1024; // as large as one file may be

    public Mail {
        requirePlain(key, LONGEST_KEY);
        requirePlain(kind, LONGEST_KIND);
        attachments = List.copyOf(attachments);
        if (attachments.stream().mapToLong(a -> a.content().length).sum() > MOST_BYTES) {
            throw new IllegalArgumentException("attachments of more than 10 MB");
        }
    }

    public Mail(String key, String kind, Recipient to, Sender from, About about, Wording wording) {
        this(key, kind, to, from, about, wording, List.of());
    }

    public Mail(
            String key,
            String kind,
            Recipient to,
            Sender from,
            About about,
            Wording wording,
            List<Attachment> attachments) {
        this(key, kind, to, from, about, wording, attachments, null, null, Turn.OWN);
    }

    /** The same with files, and with what it does to its reader's calendar. */
    public Mail enclosing(List<Attachment> files, @Nullable CalendarMessage message) {
        return new Mail(key, kind, to, from, about, wording, files, message, wayOut, turn);
    }

    /** The same with a way out of more mail of its kind. */
    public Mail leftAt(String address) {
        return new Mail(key, kind, to, from, about, wording, attachments, calendar, address, turn);
    }

    /** The same in another turn. */
    public Mail in(Turn another) {
        return new Mail(key, kind, to, from, about, wording, attachments, calendar, wayOut, another);
    }

    /** The same with one more paragraph. */
    public Mail saying(String paragraph) {
        return new Mail(key, kind, to, from, about, wording.saying(paragraph), attachments, calendar, wayOut, turn);
    }

    /** What it says as a whole page of HTML. */
    public String html() {
        return wording.html(to.language());
    }

    /** Without the person's data, which is to stay out of logs. */
    @Override
    public String toString() {
        return "Mail[" + key + "]";
    }

    private static void requirePlain(String text, int longest) {
        if (text.length() > longest || !PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("neither key nor kind of a mail: " + text);
        }
    }

    /** Whom it goes to, and the language (a BCP 47 tag) it is written in. */
    public record Recipient(EmailAddress address, @Nullable String name, String language) {
        public Recipient {
            name = name == null ? null : HeaderText.clean(name, LONGEST_NAME);
        }
    }

    /** On whose behalf it goes, and the person who reads the answers. */
    public record Sender(String name, @Nullable EmailAddress replyTo) {
        public Sender {
            name = HeaderText.clean(name, LONGEST_NAME);
        }
    }

    /**
     * What it is about, as far as it is about anything of ours.
     *
     * @param registration its reference
     */
    public record About(
            @Nullable Long organisationId,
            @Nullable Long eventId,
            @Nullable String registration) {
        public static final About NOTHING = new About(null, null, null);
    }

    /** A file that goes with it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and a copy of megabytes would help nobody
    public record Attachment(String fileName, String mediaType, byte[] content) {
        private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-zA-Z0-9.+-]+(; ?[a-z]+=[\"!#-~ ]+)*");

        public Attachment {
            if (!MEDIA_TYPE.matcher(mediaType).matches()) {
                throw new IllegalArgumentException("not a media type: " + mediaType);
            }
            fileName = HeaderText.clean(fileName, LONGEST_NAME).replaceAll("[/\\\\]", "_");
        }
    }
}
