package lv.kopa.mail.inbox;

/** What mail servers say of mail that they could not deliver, each to the address it comes back to. */
final class Reports {
    private Reports() {}

    static String postfix(String to, String action, String status, String words) {
        return """
                Return-Path: <>
                Delivered-To: %1$s
                From: MAILER-DAEMON@mx.skola.example (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: %1$s
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                This is the mail system at host mx.skola.example.
                --b1
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.skola.example
                X-Postfix-Queue-ID: 4F1
                Arrival-Date: Mon, 30 Nov 2026 10:00:00 +0200 (EET)

                Final-Recipient: rfc822; liga.berzina@skola.example
                Original-Recipient: rfc822;Liga.Berzina@skola.example
                Action: %2$s
                Status: %3$s
                Remote-MTA: dns; mx.skola.example
                Diagnostic-Code: smtp; %4$s

                --b1
                Content-Description: Undelivered Message Headers
                Content-Type: text/rfc822-headers

                From: kopa@kopa.example
                To: Liga.Berzina@skola.example
                Subject: 5.1.1 is not meant

                --b1--
                """.formatted(to, action, status, words);
    }

    static String hard(String to) {
        return postfix(to, "failed", "5.1.1", "550 5.1.1 <liga.berzina@skola.example>: User unknown");
    }

    static String soft(String to) {
        return postfix(to, "failed", "4.4.1", "connect to mx.skola.example[192.0.2.1]:25: Connection timed out");
    }

    static String delayed(String to) {
        return postfix(to, "delayed", "4.2.0", "450 4.2.0 greylisted");
    }

    static String gmail(String to) {
        return """
                Return-Path: <>
                To: %s
                From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
                X-Failed-Recipients: liga.berzina@skola.example
                Auto-Submitted: auto-replied
                Subject: Delivery Status Notification (Failure)
                Content-Type: text/plain; charset=UTF-8

                Delivery to the following recipient failed permanently:

                     liga.berzina@skola.example

                Technical details of permanent failure:
                The error that the other server returned was:
                550 5.1.1 The email account that you tried to reach does not exist.

                ----- Original message -----
                421 4.7.0 is in our own text
                """.formatted(to);
    }

    static String qmail(String to) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.skola.example
                To: %s
                Subject: failure notice

                Hi. This is the qmail-send program at mx.skola.example.
                I'm afraid I wasn't able to deliver your message to the following addresses.
                This is a permanent error; I've given up. Sorry it didn't work out.

                <liga.berzina@skola.example>:
                Sorry, no mailbox here by that name. (#5.1.1)

                --- Below this line is a copy of the message.

                Subject: 4.2.2 is in our own text
                """.formatted(to);
    }

    static String exchange(String to) {
        return """
                From: System Administrator <postmaster@skola.example>
                To: %s
                Subject: Undeliverable: Apstiprinājums
                Content-Type: text/plain; charset=utf-8

                Your message did not reach some or all of the intended recipients.

                The following recipient(s) could not be reached:
                liga.berzina@skola.example on 30.11.2026 10:00
                The e-mail account does not exist at the organization this message was sent to.
                <mx.skola.example #5.1.1 smtp;550 5.1.1 RESOLVER.ADR.RecipNotFound; not found>
                """.formatted(to);
    }

    /** Of a server that leaves out what RFC 3464 wants. */
    static String withoutAction(String to) {
        return postfix(to, "", "5.1.1", "550 5.1.1 User unknown").replace("Action: \n", "");
    }

    /** Of a server that passes on what another one said, and says itself only that it failed. */
    static String passedOn(String to) {
        return postfix(to, "failed", "5.0.0", "550 5.1.1 <liga.berzina@skola.example>: Recipient address rejected");
    }

    /** Of a server whose report says nothing that a program could read. */
    static String emptyReport(String to) {
        return postfix(to, "", "", "")
                .replaceAll("(?m)^(Action|Status|Diagnostic-Code):.*\n", "")
                .replace("This is the mail system", "550 5.1.1 No such user.\nThis is the mail system");
    }

    static String inHtmlOnly(String to) {
        return """
                From: <postmaster@skola.example>
                To: %s
                Subject: Undeliverable
                Content-Type: text/html; charset=utf-8

                <html><head><style>p {line-height: 5.2.2}</style></head><body><p>Your message could not be delivered.</p>
                <p>liga.berzina@skola.example:<br>550&#32;5.1.1 no such user</p></body></html>
                """.formatted(to);
    }

    static String fullInOldWords(String to) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.skola.example
                To: %s
                Subject: failure notice

                <liga.berzina@skola.example>:
                552 Mailbox is over quota #5.2.2
                """.formatted(to);
    }

    static String complaint(String to) {
        return """
                From: feedback@provider.example
                To: abuse@kopa.example
                Subject: FW: Apstiprinājums
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="b2"

                --b2
                Content-Type: text/plain

                This is an email abuse report.
                --b2
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: Provider/1.0
                Version: 1
                Original-Mail-From: <%s>

                --b2
                Content-Type: message/rfc822

                From: kopa@kopa.example
                Subject: Apstiprinājums

                --b2--
                """.formatted(to);
    }

    static String outOfOffice(String to, String header) {
        return """
                Return-Path: <>
                From: Liga.Berzina@skola.example
                To: %s
                Subject: Prombūtne
                %s

                Esmu atvaļinājumā līdz 5.1.27, zvaniet 550 00000.
                """.formatted(to, header);
    }
}
