package lv.kopa.mail.inbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A mail that has come in, as far as we look at it.
 *
 * @param raw its beginning as it came over the wire
 * @param isWhole whether there is no more of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Arrival(MimeMessage message, List<Leaf> leaves, byte[] raw, boolean isWhole) {
    /** Most answers have a few kilobytes; what is longer is looked at as far as here. */
    static final int LONGEST = 1024 * 1024;

    private static final Set<String> BULK = Set.of("bulk", "list", "junk");
    private static final Pattern MACHINE =
            Pattern.compile("(?i)(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+.=-].*)?@.*");

    private static final Pattern MAIL_SERVER = Pattern.compile("(?i)((mailer-daemon|postmaster)(@.*)?)?");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,253}>");
    private static final int MOST_ANSWERED = 20;

    private static final List<String> RECIPIENTS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To");

    /**
     * @throws MessagingException if it is no mail that we can read
     * @throws IOException the same
     */
    static Arrival of(byte[] raw) throws MessagingException, IOException {
        Session none = Session.getInstance(new Properties());
        MimeMessage message = new MimeMessage(none, new ByteArrayInputStream(raw));
        return new Arrival(message, Leaves.of(message), raw, raw.length < LONGEST);
    }

    /** All that stands in headers of this name, on a line; "" where there is none. */
    String header(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null
                    ? ""
                    : String.join(" ", values).replaceAll("\\s+", " ").strip();
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    /** The uppermost header of this name, which the last server on the way has put there; "" where there is none. */
    String top(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null ? "" : values[0];
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    /** Everywhere that says to which address it was sent. */
    String recipients() {
        return RECIPIENTS.stream().map(this::header).collect(Collectors.joining(" "));
    }

    /** Its one sender; nobody where it names none, or several. */
    Optional<InternetAddress> sender() {
        try {
            Address[] from = InternetAddress.parseHeader(header("From"), false);
            return from.length == 1 ? Optional.of((InternetAddress) from[0]) : Optional.empty();
        } catch (AddressException unreadable) {
            return Optional.empty();
        }
    }

    Optional<EmailAddress> from() {
        return sender().map(InternetAddress::getAddress).flatMap(EmailAddress::parse);
    }

    String subject() {
        try {
            return Objects.requireNonNullElse(message.getSubject(), "");
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    /** The text of its first part of a type. */
    Optional<Leaf> first(String type) {
        return leaves.stream().filter(leaf -> leaf.type().equals(type)).findFirst();
    }

    /** Whether a program wrote it, which is never answered (RFC 3834, section 2). */
    boolean isAutomatic() {
        String submitted = header("Auto-Submitted").toLowerCase(Locale.ROOT);
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || isFromNowhere()
                || BULK.contains(header("Precedence").toLowerCase(Locale.ROOT))
                || Stream.of("List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Failed-Recipients")
                        .anyMatch(name -> !header(name).isEmpty())
                || from().isEmpty();
    }

    /** Whether a mail server writes of itself; people who are away let programs write that bounce to nobody, too. */
    boolean isFromMailServer() {
        return MAIL_SERVER
                .matcher(sender().map(InternetAddress::getAddress).orElse(""))
                .matches();
    }

    /** Whether it comes from a mail server itself, or from nobody who would read an answer. */
    private boolean isFromNowhere() {
        return header("Return-Path").equals("<>")
                || MACHINE.matcher(from().map(EmailAddress::value).orElse("")).matches();
    }

    /** The Message-IDs it answers, the latest first. */
    Stream<String> answered() {
        List<String> known = new ArrayList<>(MESSAGE_ID
                .matcher(header("References") + " " + header("In-Reply-To"))
                .results()
                .map(MatchResult::group)
                .toList());
        Collections.reverse(known);
        return known.stream().distinct().limit(MOST_ANSWERED);
    }

    @Nullable
    String senderName() {
        return sender().map(InternetAddress::getPersonal).orElse(null);
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "Arrival";
    }
}
