package lv.kopa.workspace.deeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventKind;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;
import lv.kopa.workspace.deeds.DeedRepository.Thing;

/**
 * Says what things were and are in the words of other pages. The record has it as the program that did the deed called it,
 * which may be an older one: what is not known any more is said as it stands.
 *
 * @param zone of the clocks the reader looks at
 */
record Values(Texts texts, ZoneId zone) {

    /** @param field what it is called in the program, without what it is a part of */
    String say(String field, String value) {
        return value.isEmpty()
                ? ""
                : switch (field) {
                    case "status" -> word("registration.status.", value);
                    case "state" -> word("deeds.state.", value);
                    case "kind" ->
                        EventKind.of(value)
                                .map(kind -> texts.get(kind.textKey()))
                                .orElse(value);
                    case "visibility" -> word("workspace.visibility.", value);
                    case "approval" -> word("workspace.approval.", value);
                    case "minors" -> word("workspace.minors.", value);
                    case "accent" -> word("accent.", value);
                    case "type" -> word("question.type.", value);
                    case "stage" -> word("deeds.stage.", value);
                    case "role" -> role(value);
                    case "language", "languages" -> languages(value);
                    case "timeZone" -> zoneName(value);
                    case "waitingList", "confirmAddress", "required", "sensitive", "withdrawn" -> yesOrNo(value);
                    case "opensAt", "closesAt", "changesUntil", "answersUntil", "outcomeAt" -> moment(value);
                    case "startsOn", "endsOn", "decisionsBy" -> day(value);
                    default -> value;
                };
    }

    /** "Sundials (Wednesday 14 June 2023, 10:00)", "2: Workshops", "Slides"; a session without a title is told by its time. */
    String name(Thing thing, Function<String, Translated> titles) {
        String title = thing.title() == null ? "" : titles.apply(thing.title()).in(texts.language());
        if (thing.startsOn() != null) {
            return session(title, thing.startsOn());
        }
        return thing.number() == null ? title : thing.number() + ": " + title;
    }

    String session(String title, String starts) {
        return title.isEmpty() ? day(starts) : title + " (" + day(starts) + ")";
    }

    String role(String name) {
        return texts.has("role." + name) ? texts.get("role." + name) : name;
    }

    private String word(String keys, String name) {
        String key = keys + name.toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.has(key) ? texts.get(key) : name;
    }

    private String yesOrNo(String value) {
        return switch (value) {
            case "true" -> texts.get("web.yes");
            case "false" -> texts.get("web.no");
            default -> value;
        };
    }

    private String languages(String tags) {
        return Stream.of(tags.split("[\\s,]+"))
                .map(tag -> Language.of(tag)
                        .map(language -> language.nameIn(texts.language()))
                        .orElse(tag))
                .collect(Collectors.joining(", "));
    }

    private String zoneName(String id) {
        try {
            return dates().zone(ZoneId.of(id));
        } catch (DateTimeException unknown) {
            return id;
        }
    }

    private String moment(String instant) {
        try {
            return dates().bound(LocalDateTime.ofInstant(Instant.parse(instant), zone));
        } catch (DateTimeException none) {
            return instant;
        }
    }

    /** A day, or a time by the clocks of a place. */
    String day(String local) {
        try {
            return local.contains("T")
                    ? dates().bound(LocalDateTime.parse(local))
                    : dates().day(LocalDate.parse(local));
        } catch (DateTimeException none) {
            return local;
        }
    }

    Dates dates() {
        return Dates.in(texts.language());
    }
}
