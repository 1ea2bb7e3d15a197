package lv.kopa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that people read stands outside the texts of `i18n`. */
final class LooseTextTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path JAVA = Path.of("src/main/java/lv/kopa");

    /** Names of others, of formats and of Kopa; how a token is written; a unit, a sort of file. */
    private static final String NAMES =
            "Google|Outlook(?:\\.com)?|Microsoft 365|Kopa|CSV|XLSX|PDF|Atom|JSON(?: Feed)?|vCard|Authorization: Bearer|invite\\.ics|nbsp|quot";

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern READ_ALOUD =
            Pattern.compile("\\b(?:aria-label|alt|title|placeholder|data-done|data-label|summary)=\"([^\"]*)\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,} \\p{L}{2,}");

    /** What has no reader but the operator, who reads English, or programs, for which it draws and lists in XML. */
    private static final Pattern BEHIND_THE_SCENES = Pattern.compile(
            "^(?:(?:database|start|ical)/.*|paper/QrCode\\.java|event/finding/Sitemap\\.java|calendar/AtomWriter\\.java|mail/MailHosts\\.java)$");

    /** Lines whose words are for the log, the operator, programs or the database. */
    private static final Pattern NOT_FOR_READERS = Pattern.compile("\\bLOG\\.|Exception\\(|StartRefused\\(|@\\w+"
            + "|\\b(?:description|MEANING|MENTION) =|SELECT |INSERT |UPDATE |DELETE |FROM |WHERE |WHEN |TO_FORGET =");

    /** Each a line that looks like speech and is none, or is the operator's. */
    private static final List<String> NO_SPEECH = List.of(
            "event/edit/EventFormReader.java: id start end place onlineUrl host hostContact trainers places",
            "event/edit/EventFormReader.java: key places",
            "export/AttendeeSheets.java: uuuu-MM-dd HH:mm",
            "export/Sheet.java: [$-809]d mmm yyyy hh:mm",
            "export/Sheet.java: dd\\\\.mm\\\\.yyyy hh:mm",
            "workspace/deeds/DeedSheet.java: uuuu-MM-dd HH:mm:ss",
            "paper/Pdf.java: Noto Sans",
            "paper/Pdf.java: DejaVu Sans",
            "mail/delivery/Answer.java: The mail server was too slow: after ",
            "mail/delivery/Answer.java:  seconds",
            "mail/delivery/Answer.java: This mail cannot be sent: ",
            "mail/delivery/Answer.java: The mail server refuses connections",
            "mail/delivery/Answer.java: The mail server cannot be reached",
            "mail/delivery/Answer.java: There is no mail server of this name",
            "mail/delivery/Answer.java: The mail server does not answer in time",
            "mail/delivery/Answer.java: The mail server hung up",
            "mail/delivery/CertificateFault.java: No subject alternative|No name matching|verify identity of server",
            "mail/delivery/CertificateFault.java: The certificate of the mail server has expired",
            "mail/delivery/CertificateFault.java: The certificate of the mail server is not valid yet",
            "mail/delivery/CertificateFault.java: The certificate of the mail server is signed by nobody we trust",
            "mail/delivery/CertificateFault.java: The certificate of the mail server is for another name than that of the server",
            "mail/delivery/Lookout.java: no mail server",
            "mail/delivery/MailServers.java: PLAIN LOGIN",
            "mail/ReturnMarks.java: kopa returned mail",
            "mail/inbox/BounceReader.java: (?i)(delivery|message).{0,40}\\\\b(delayed|postponed)|will (re)?try|will keep"
                    + " trying|still trying|warning message only",
            "mail/inbox/BounceReader.java: (?im)^-{2,} ?(this is a copy|original message|below this line)",
            "mail/server/Wire.java: a private address: ",
            "organisation/setup/FirstStart.java: %nKopa is new here. Set up your organisation and your account, once, at%n"
                    + "  %s%n%n",
            "registration/Bringing.java: not all",
            "registration/Enrolment.java: already registered",
            "seal/KeyRotation.java:  secrets are sealed with a new key.",
            "report/archive/Row.java: uuuu-MM-dd HH:mm:ss",
            "report/archive/Row.java: uuuu-MM-dd HH:mm",
            "report/archive/ArchiveCheck.java: verify-archive FILE.zip",
            "report/archive/ArchiveCheck.java:  has no ",
            "report/archive/ArchiveCheck.java: : it is no archive of Kopa.",
            "report/archive/ArchiveCheck.java:  cannot be read as an archive: ",
            "report/archive/ArchiveCheck.java: : all is as it was written (",
            "report/archive/ArchiveCheck.java: : not as it was written (",
            "registration/api/RegistrationApi.java: The end of `links.manage`, where a person asks; better sent as"
                    + " `Authorization: Bearer …`.",
            "web/Html.java: default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox",
            "web/api/JsonText.java: Illegal unquoted character",
            "web/idempotency/Seal.java: kopa fingerprint",
            "web/idempotency/Seal.java: kopa answer",
            "web/problem/Diagnosis.java: Null argument specified for \\\\[(\\\\w+)\\\\]",
            "web/problem/FaultHandler.java: onnection reset",
            "web/problem/FaultHandler.java: (no route)");

    @Test
    void noTemplateSpeaksForItself() {
        List<String> found = files(TEMPLATES, ".jte").stream()
                .flatMap(template -> spoken(read(template)).map(text -> template + ": " + text))
                .toList();
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Hello</p>",
                "<p>Hello ${shell.text(\"a.b\")}</p>",
                "<p>@if(page.is(\"x\"))Hello@else${name}@endif</p>",
                "@template.web.layout(shell = shell, title = shell.text(\"a.b\"), content = @`\nHello\n`)",
                "<a href=\"/\" aria-label=\"Hello\">${x}</a>",
                "<input value=\"${x}\" placeholder=\"Hello ${x}\">"
            })
    void aTemplateThatSpeaksIsFound(String template) {
        assertThat(spoken(template)).hasSize(1).first().asString().contains("Hello");
    }

    @ParameterizedTest
    @CsvSource({
        "return \"Your place is gone\";, true",
        "form.reject(\"Name is missing\");, true",
        "LOG.info(\"All is well\");, false",
        "return \"mail.fact.\" + name;, false"
    })
    void javaThatSpeaksIsFound(String line, boolean found) {
        assertThat(sentences("web/Some.java", line)).hasSize(found ? 1 : 0);
    }

    @Test
    void noJavaSpeaksForItself() {
        List<String> found = files(JAVA, ".java").stream()
                .flatMap(file -> sentences(JAVA.relativize(file).toString(), read(file)).stream())
                .filter(text -> !NO_SPEECH.contains(text))
                .toList();
        assertThat(found).isEmpty();
    }

    /** What is left of a template without its code and tags, and what its tags say aloud. */
    private static Stream<String> spoken(String template) {
        String code = withoutCode(template);
        Stream<String> aloud = READ_ALOUD.matcher(code).results().map(match -> match.group(1));
        Stream<String> beside = Stream.of(code.replaceAll("(?s)<(style|script)>.*?</\\1>", "")
                .replaceAll("(?s)<[^>]*>", "\n")
                .split("\n"));
        return Stream.concat(aloud, beside)
                .map(text -> text.replaceAll(NAMES, "").strip())
                .filter(text -> WORD.matcher(text).find());
    }

    private static String withoutCode(String template) {
        StringBuilder kept = new StringBuilder();
        String lines = template.replaceAll("(?s)<%--.*?--%>", "").replaceAll("(?m)^\\s*@(import|param) .*$", "");
        Matcher code = Pattern.compile("\\$(?:unsafe)?\\{|!\\{|@(?:if|elseif|for|template[\\w.]*)\\(|@\\w+|@?`\\)?")
                .matcher(lines);
        int from = 0;
        while (code.find(from)) {
            kept.append(lines, from, code.start());
            char opening = lines.charAt(code.end() - 1);
            from = opening == '{' || opening == '(' ? end(lines, code.end()) : code.end();
        }
        return kept.append(lines.substring(from)).toString();
    }

    /** Where code that has just been opened ends: at its closing bracket, or where it goes over to a template again. */
    private static int end(String lines, int start) {
        int depth = 1;
        boolean quoted = false;
        for (int at = start; at < lines.length(); at++) {
            char c = lines.charAt(at);
            if (c == '"' && lines.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && c == '`') {
                return at;
            } else if (!quoted && (c == '(' || c == '{')) {
                depth++;
            } else if (!quoted && (c == ')' || c == '}') && --depth == 0) {
                return at + 1;
            }
        }
        return lines.length();
    }

    private static List<String> sentences(String file, String java) {
        List<String> found = new ArrayList<>();
        if (BEHIND_THE_SCENES.matcher(file).matches()) {
            return found;
        }
        String code = java.replaceAll("(?s)\"\"\".*?\"\"\"", "\"\"")
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("(?m)//.*$", "");
        for (String statement : code.split("[;{}]\\s*\n")) {
            if (!NOT_FOR_READERS.matcher(statement).find()) {
                LITERAL.matcher(statement)
                        .results()
                        .map(match -> match.group(1))
                        .filter(text -> SENTENCE.matcher(text).find())
                        .forEach(text -> found.add(file + ": " + text));
            }
        }
        return found;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
