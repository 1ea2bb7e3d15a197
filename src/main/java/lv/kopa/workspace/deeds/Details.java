package lv.kopa.workspace.deeds;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
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
        if (row.subject().equals("organisation")) {
            return row.deed().equals("invited") ? people(detail) : detail;
        }
        if (row.subject().equals("delegation")) {
            return count(detail);
        }
        return switch (row.deed()) {
            case "consent-given", "consent-withdrawn" -> purpose(detail);
            case "attended", "attendance-withdrawn", "attendance-timed" -> session(row, detail);
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
        String session = title.isEmpty() ? values.day(starts) : title + " (" + values.day(starts) + ")";
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
