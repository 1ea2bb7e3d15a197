package lv.kopa.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.registration.own.Step;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept about a person as it is printed for them.
 *
 * @param zone of the clocks at the event's home
 * @param made when
 */
public record OwnDataPaper(OwnData data, List<Step> steps, ZoneId zone, Instant made, Language language) {

    /** A line of a table; a value may have several lines. */
    public record Line(String name, String value) {}

    public String tag() {
        return Texts.in(language).language().tag();
    }

    public String text(String key, Object... arguments) {
        return Texts.in(language).get(key, arguments);
    }

    public String event() {
        return data.event();
    }

    public String controller() {
        return data.controller();
    }

    public String summary() {
        return Stream.of(
                        data.when(),
                        text("export.paper.made", moment(made)),
                        text("event.zone.all", Dates.in(language).zone(zone)))
                .collect(Collectors.joining(" · "));
    }

    public List<Line> person() {
        List<Line> lines = new ArrayList<>();
        add(lines, "export.name", data.name());
        add(lines, "export.email", data.email());
        add(lines, "registration.own.new-address", data.newAddress());
        add(lines, "export.phone", data.phone());
        add(lines, "export.organisation", data.organisation());
        add(lines, "export.language", data.language());
        add(lines, "export.reference", data.reference());
        add(lines, "export.status", data.status());
        add(lines, "export.category", data.category());
        Optional.ofNullable(data.delegation())
                .ifPresent(delegation -> add(lines, "export.delegation", delegation.partner()));
        add(lines, "registration.others.title", String.join("\n", data.alternatives()));
        add(lines, "export.sessions", String.join("\n", data.sessions()));
        add(lines, "export.waits-for", String.join("\n", data.waitFor()));
        add(lines, "registration.own.calendar", data.calendar());
        add(lines, "workspace.attendee.reason", data.reason());
        Optional.ofNullable(data.offeredTo())
                .ifPresent(other -> add(
                        lines,
                        "registration.own.offered-to",
                        other.name() + "\n" + other.email() + "\n" + Objects.toString(other.message(), "")));
        Optional.ofNullable(data.guardian())
                .ifPresent(guardian -> add(
                        lines,
                        "registration.guardian",
                        guardian.name() + "\n" + guardian.email() + "\n" + guardian.phone() + "\n"
                                + guardian.answer()));
        Optional.ofNullable(data.invitedAt())
                .ifPresent(invited -> add(lines, "workspace.invitations.at", moment(invited)));
        return lines;
    }

    private void add(List<Line> lines, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(new Line(text(key), value.strip()));
        }
    }

    public List<Line> places() {
        return data.places().stream()
                .map(offer -> new Line(
                        moment(offer.offeredAt()),
                        text("registration.offer.until", moment(offer.answerBy()))
                                + Stream.of(offer.category(), offer.ending())
                                        .filter(Objects::nonNull)
                                        .map(word -> "\n" + word)
                                        .collect(Collectors.joining())))
                .toList();
    }

    public List<Line> answers() {
        return data.answers().stream()
                .map(answer -> new Line(answer.question(), answer.answer()))
                .toList();
    }

    public List<Line> consents() {
        return data.consents().stream()
                .map(consent -> new Line(
                        consent.purpose(),
                        OwnAgreements.said(consent, moment(consent.givenAt()), Texts.in(language))
                                + wording(consent)
                                + (consent.withdrawnAt() == null
                                        ? ""
                                        : "\n"
                                                + text(
                                                        "registration.own.consent.withdrawn",
                                                        moment(consent.withdrawnAt())))))
                .toList();
    }

    /** Since when the text stands that was agreed to, on a line of its own. */
    private String wording(OwnData.Consent consent) {
        return consent.textSince() == null || consent.by().equals("organiser")
                ? ""
                : "\n" + text("registration.own.consent.wording", day(consent.textSince()));
    }

    private String day(Instant instant) {
        return Dates.in(language).date(LocalDate.ofInstant(instant, zone));
    }

    public List<Line> present() {
        return data.present().stream()
                .map(seen -> new Line(seen.session(), moment(seen.seenAt())))
                .toList();
    }

    /** What the organisers noted of the person. */
    public List<Line> opinion() {
        List<Line> lines = new ArrayList<>();
        Optional.ofNullable(data.opinion()).ifPresent(opinion -> {
            opinion.points().forEach((criterion, points) -> lines.add(new Line(criterion, points.toString())));
            add(lines, "workspace.selection.note", opinion.note());
        });
        return lines;
    }

    public List<Line> history() {
        return steps.stream()
                .map(step -> new Line(moment(step.at()), step.said()))
                .toList();
    }

    public List<Line> messages() {
        return data.messages().stream()
                .map(letter -> new Line(moment(letter.writtenAt()) + "\n" + letter.state(), letter.text()))
                .toList();
    }

    private String moment(Instant instant) {
        return Dates.in(language).stamp(LocalDateTime.ofInstant(instant, zone));
    }
}
