package lv.kopa.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lv.kopa.report.ReportRepository.Participant;

/** Finds people who are likely to be one: of the same name with different addresses, or with the same telephone. */
final class Alike {
    private static final int SHORTEST_NUMBER = 7;
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

    private final Facts facts;

    Alike(Facts facts) {
        this.facts = facts;
    }

    /** Registrations of two people who may be one. */
    record Pair(Participant first, Participant second) {}

    /** All pairs of people who look alike and of whom nobody has said anything, each once. */
    List<Pair> pairs() {
        Map<String, Map<String, Participant>> byLook = new LinkedHashMap<>();
        facts.whole()
                .participations()
                .filter(registration -> !Facts.isErased(registration))
                .forEach(registration -> looks(registration)
                        .forEach(look -> byLook.computeIfAbsent(look, some -> new LinkedHashMap<>())
                                .putIfAbsent(facts.persons().of(registration), registration)));
        Map<Set<String>, Pair> pairs = new LinkedHashMap<>();
        byLook.values().forEach(people -> pair(List.copyOf(people.values()), pairs));
        return List.copyOf(pairs.values());
    }

    private void pair(List<Participant> people, Map<Set<String>, Pair> pairs) {
        for (int one = 0; one < people.size(); one++) {
            for (int other = one + 1; other < people.size(); other++) {
                Participant first = people.get(one);
                Participant second = people.get(other);
                if (!facts.persons().areApart(first, second)) {
                    pairs.putIfAbsent(
                            Set.of(facts.persons().of(first), facts.persons().of(second)), new Pair(first, second));
                }
            }
        }
    }

    private static List<String> looks(Participant registration) {
        List<String> looks = new ArrayList<>();
        looks.add("name " + plain(registration.name()));
        String phone = registration.phone() == null
                ? ""
                : NO_DIGIT.matcher(registration.phone()).replaceAll("");
        if (phone.length() >= SHORTEST_NUMBER) {
            looks.add("phone " + phone);
        }
        return looks;
    }

    /** A name without what people leave out in a hurry: accents, capitals, the order of its parts. */
    private static String plain(String name) {
        String letters = ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BETWEEN.splitAsStream(letters.strip()).sorted().collect(Collectors.joining(" "));
    }
}
