package lv.kopa.workspace.deeds;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.organisation.audit.Actors;
import lv.kopa.organisation.audit.Change;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;

/** Says deeds in words; what there are no words for stays as the record has it. */
final class Teller {
    /** Things that change and have a name in words. */
    private static final Set<String> FIELDS = Set.of(
            "name",
            "title",
            "description",
            "about",
            "provided",
            "kind",
            "state",
            "status",
            "visibility",
            "languages",
            "language",
            "timeZone",
            "places",
            "waitingList",
            "approval",
            "opensAt",
            "closesAt",
            "changesUntil",
            "answersUntil",
            "confirmAddress",
            "offerHours",
            "minors",
            "decisionsBy",
            "cancelledBecause",
            "outcome",
            "learnt",
            "activityId",
            "slug",
            "session",
            "category",
            "startsOn",
            "endsOn",
            "place",
            "onlineUrl",
            "trainers",
            "host",
            "accent",
            "email",
            "phone",
            "organisation",
            "website",
            "address",
            "senderName",
            "replyTo",
            "number",
            "funder",
            "acknowledgement",
            "role",
            "question",
            "label",
            "help",
            "type",
            "required",
            "sensitive",
            "stage",
            "withdrawn",
            "hostContact",
            "outcomeAt",
            "pictureShows");

    private static final String DEED = "deed.";

    private final Texts texts;
    private final Values values;
    private final Details details;
    private final Map<String, String> names;
    private final Function<String, Translated> titles;

    /**
     * @param names of people and programs, by how the record names them
     * @param titles reads the title of an event as it is kept
     */
    Teller(Values values, Map<String, String> names, Function<String, Translated> titles) {
        this.texts = values.texts();
        this.values = values;
        this.details = new Details(values, names, titles);
        this.names = names;
        this.titles = titles;
    }

    /** Every deed there are words for, by its verb. */
    static Map<String, String> deeds(Texts texts) {
        return texts.keys().stream()
                .filter(key -> key.startsWith(DEED))
                .collect(Collectors.toMap(key -> key.substring(DEED.length()), key -> texts.get(key)));
    }

    Told tell(DeedRow row, List<Change> changes) {
        return new Told(
                row.at(),
                who(row.actor()),
                texts.has(DEED + row.deed()) ? texts.get(DEED + row.deed()) : row.deed(),
                about(row),
                address(row),
                details.say(row),
                changes.stream().map(this::worded).toList());
    }

    String who(String actor) {
        return new Actors(texts, names).who(actor);
    }

    private String about(DeedRow row) {
        String title = Optional.ofNullable(row.eventTitle())
                .map(json -> titles.apply(json).in(texts.language()))
                .orElse("");
        String person = row.person() == null || !row.person().isEmpty() ? row.person() : texts.get("deeds.erased");
        String delegation = row.subject().equals("delegation") ? texts.get("deeds.delegation") : null;
        return Stream.of(person, delegation, title, row.named())
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static Optional<String> address(DeedRow row) {
        return Optional.ofNullable(row.reference())
                .map(reference -> "/organiser/registrations/" + reference)
                .or(() -> Optional.ofNullable(row.event()).map(slug -> "/organiser/events/" + slug));
    }

    /** "session 3 place" is said as "Session Sundials (Wednesday 14 June 2023, 10:00): Venue". */
    private Change worded(Change change) {
        String[] parts = change.field().split(" ");
        String part = parts[parts.length - 1];
        String last = word(part);
        String field = parts.length < 3 ? last : word(parts[0]) + " " + called(parts[0], parts[1]) + ": " + last;
        return new Change(
                field, said(change.field(), part, change.before()), said(change.field(), part, change.after()));
    }

    private String said(String field, String part, String value) {
        return switch (field) {
            case "activityId" -> called("activity", value);
            case "session" -> called("session", value);
            default -> values.say(part, value);
        };
    }

    /** What something is called that the record names by a number; that it is no more where nobody knows it. */
    private String called(String kind, String id) {
        String name = names.get(Mention.key(kind, id));
        boolean gone = name == null && id.matches("\\d+") && !kind.equals("category");
        return name == null ? (gone ? texts.get("deeds.detail.gone") : id) : name;
    }

    private String word(String field) {
        return FIELDS.contains(field) ? texts.get("deeds.field." + field) : field;
    }
}
