package lv.kopa.report.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.report.Report;
import lv.kopa.text.Dates;
import lv.kopa.text.Texts;

/** What is what in an archive, for whoever unpacks it, and how they see that nobody has changed it. */
final class Readme {
    static final String NAME = "README.txt";

    private final Report report;
    private final Texts texts;

    Readme(Report report) {
        this.report = report;
        this.texts = Texts.in(report.language());
    }

    /**
     * @param events whose folders are in it
     * @param others whether there are events that are left out
     */
    byte[] of(List<EventDetails> events, boolean others) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(
                "archive.readme.title",
                report.project().number(),
                report.project().title().in(report.language())));
        lines.add(texts.get(
                "archive.readme.made",
                report.organisation().name(),
                Dates.in(report.language()).moment(report.made())));
        report.span().in(report.language()).ifPresent(lines::add);
        lines.add("");
        lines.add(texts.get("archive.readme.files"));
        lines.add(texts.get("archive.readme.report"));
        events.forEach(event -> lines.add(texts.get(
                "archive.readme.folder",
                folder(event),
                event.event().title().in(report.language()),
                event.days(report.language()))));
        lines.add(texts.get("archive.readme.folders"));
        Stream.of("attendees", "attendance", "differences", "mail", "record", "signed", "certificates")
                .map(file -> "- " + texts.get("archive.readme." + file))
                .forEach(lines::add);
        if (others) {
            lines.add(texts.get("archive.readme.others"));
        }
        lines.add(texts.get("archive.readme.manifest"));
        lines.add("");
        lines.add(texts.get("archive.readme.times"));
        lines.add("");
        Stream.of("verify", "verify.kopa", "verify.others", "verify.windows", "verify.sum")
                .map(way -> texts.get("archive.readme." + way))
                .forEach(lines::add);
        return (String.join("\r\n", lines) + "\r\n").getBytes(UTF_8);
    }

    static String folder(EventDetails event) {
        return "events/" + event.event().slug() + "/";
    }
}
