package lv.kopa.workspace.deeds;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;

/** Says what else there is to know of deeds, where the program itself wrote it down; what somebody typed stays as it is. */
final class Details {
    private static final Pattern PERSON = Pattern.compile("\\b(?:person|token):\\d+");
    private static final Pattern ROLE = Pattern.compile("\\b[A-Z_]{5,}$");
    private static final Pattern COUNT = Pattern.compile("(\\d{1,9}) (places|returned)");

    private static final Pattern MERE_NUMBER = Pattern.compile("([a-z]+:)?\\d+(,\\d+)?");

    /** Deeds to what has a number and no name. */
    private static final Set<String> OF_NUMBERS = Set.of(
            "reminder-added",
            "reminder-removed",
            "list-ordered",
            "list-stopped",
            "outcome-picture-removed",
            "invitation-withdrawn",
            "people-joined",
            "people-kept-apart");

    private static final Set<String> OF_MAILS = Set.of("mail-text-written", "mail-text-reset");

    private final Values values;
    private final Texts texts;
    private final Map<String, String> names;
    private final Function<String, Translated> titles;

    Details(Values values, Map<String, String> names, Function<String, Translated> titles) {
        this.values = values;
        this.texts = values.texts();
        this.names = names;
        this.titles = titles;
    }

    String say(DeedRow row) {
        String detail = Objects.toString(row.detail(), "");
        if (row.tellsOfPeople()) {
            return people(detail);
        }
        if (OF_NUMBERS.contains(row.deed())) {
            return MERE_NUMBER.matcher(detail).matches() ? "" : detail;
        }
        if (row.subject().equals("organisation") && !OF_MAILS.contains(row.deed())) {
            return row.deed().equals("invited") ? people(detail) : detail;
        }
        if (row.subject().equals("delegation")) {
            return count(detail);
        }
        return switch (row.deed()) {
            case "consent-given", "consent-withdrawn" -> purpose(detail);
            case "attended", "attendance-withdrawn", "attendance-timed" -> session(row, detail);
            case "material-added", "material-changed", "material-moved", "material-removed", "material-told" ->
                called("material", detail);
            case "circular-sent", "circular-stopped" -> called("circular", detail);
            case "sheet-compared", "sheet-removed" -> called("sheet", detail);
            case "sheet-kept" -> occasion(detail);
            case "people-invited", "people-imported", "invited-reminded" -> number("people", detail);
            case "sensitive-answers-deleted", "feedback-unnamed" -> number("answers", detail);
            case "certificate-rule" -> number("percent", detail);
            case "mail-text-written", "mail-text-reset" -> mail(detail);
            default -> detail;
        };
    }

    private String people(String detail) {
        String named = PERSON.matcher(detail)
                .replaceAll(match -> Matcher.quoteReplacement(names.getOrDefault(match.group(), match.group())));
        Matcher role = ROLE.matcher(detail);
        return role.find()
                ? named.substring(0, named.length() - role.group().length()) + values.role(role.group())
                : named;
    }

    private String count(String detail) {
        Matcher count = COUNT.matcher(detail);
        return count.matches() ? texts.get("deeds.detail." + count.group(2), Integer.valueOf(count.group(1))) : detail;
    }

    /** What is named by its number alone, and has no name where it is no more. */
    private String called(String kind, String detail) {
        return MERE_NUMBER.matcher(detail).matches() ? names.getOrDefault(Mention.key(kind, detail), "") : detail;
    }

    /** "session-12 5" or "day-2031-06-14 5": for what the sheet was signed, and its number. */
    private String occasion(String detail) {
        String[] parts = detail.split(" ")[0].split("-", 2);
        if (parts.length < 2) {
            return detail;
        }
        return parts[0].equals("day")
                ? values.day(parts[1])
                : names.getOrDefault(Mention.key(parts[0], parts[1]), texts.get("deeds.detail.gone"));
    }

    private String number(String of, String detail) {
        return detail.matches("\\d{1,9}") ? texts.get("deeds.detail." + of, Integer.valueOf(detail)) : detail;
    }

    /** "confirmed lv": which mail, in which language. */
    private String mail(String detail) {
        String[] parts = detail.split(" ");
        String occasion = "words.occasion." + parts[0];
        return parts.length == 2 && texts.has(occasion)
                ? texts.get(occasion) + " · " + values.say("language", parts[1])
                : detail;
    }

    private String purpose(String key) {
        return texts.has("export.consent." + key) ? texts.get("export.consent." + key) : key;
    }

    /** "Sundials (Wednesday 14 June 2023, 10:00)", and from when until when somebody was there who came late or left early. */
    private String session(DeedRow row, String detail) {
        String starts = row.sessionStartsOn();
        String ends = row.sessionEndsOn();
        if (starts == null || ends == null) {
            return detail;
        }
        String title = row.sessionTitle() == null
                ? ""
                : titles.apply(row.sessionTitle()).in(texts.language());
        String session = values.session(title, starts);
        String[] times = detail.replaceFirst("^session:\\d+ ?", "").split("/", -1);
        return times.length < 2 ? session : session + ": " + time(times[0], starts) + "–" + time(times[1], ends);
    }

    private String time(String noted, String planned) {
        String local = noted.isEmpty() ? planned : noted;
        try {
            return values.dates().time(LocalDateTime.parse(local));
        } catch (DateTimeException none) {
            return local;
        }
    }
}
