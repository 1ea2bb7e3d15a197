package lv.kopa.organisation.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.kopa.text.Texts;

/**
 * Who is meant in the record of deeds, in the words of its reader.
 *
 * @param names of people and programs, by how the record names them
 */
public record Actors(Texts texts, Map<String, String> names) {
    private static final Set<String> OTHERS = Set.of("system", "participant", "contact", "head", "guardian");
    private static final Pattern PERSON = Pattern.compile("\\b(person|token):(\\d{1,18})");

    public String who(String actor) {
        if (OTHERS.contains(actor)) {
            return texts.get("deeds.by." + actor);
        }
        String name = Optional.ofNullable(names.get(actor)).orElseGet(() -> texts.get("deeds.by.nobody"));
        return actor.startsWith("token:") ? texts.get("deeds.by.program", name) : name;
    }

    /** The ids of the people whom some actors are, or of the programs: `person`, `token`; one at least, lest SQL has none. */
    public static List<Long> ids(String kind, Collection<String> actors) {
        return Stream.concat(
                        Stream.of(-1L),
                        actors.stream()
                                .map(PERSON::matcher)
                                .flatMap(matcher -> matcher.results())
                                .filter(match -> match.group(1).equals(kind))
                                .map(Actors::id))
                .distinct()
                .toList();
    }

    private static Long id(MatchResult match) {
        return Long.valueOf(match.group(2));
    }
}
