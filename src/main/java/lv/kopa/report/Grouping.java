package lv.kopa.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.kopa.event.question.Choice;
import lv.kopa.report.Breakdown.Group;
import lv.kopa.report.ReportRepository.Participant;
import lv.kopa.report.ReportRepository.Told;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/** Tells people apart. What has the same key is the same in every event; its name is that of the first of them. */
final class Grouping {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Mark NOT_SAID = new Mark("", "", Integer.MAX_VALUE);

    private final Facts facts;
    private final Language language;
    private final Map<Long, Choice> choices;

    Grouping(Facts facts, Language language) {
        this.facts = facts;
        this.language = language;
        this.choices = facts.events().values().stream()
                .flatMap(event -> event.questionnaire().choices().stream())
                .collect(Collectors.toMap(Choice::id, choice -> choice, (one, same) -> one));
    }

    /** What marks somebody as one of a group, and where that stands among the groups. */
    private record Mark(String key, String label, int order) {}

    Breakdown by(Dimension dimension) {
        if (dimension.trait().filter(trait -> !facts.told().containsKey(trait)).isPresent()) {
            return new Breakdown(dimension, List.of(), 0);
        }
        Map<String, Mark> marks = new LinkedHashMap<>();
        Map<String, List<Participant>> people = new LinkedHashMap<>();
        facts.whole().participations().forEach(registration -> {
            Mark mark = mark(dimension, registration).orElse(NOT_SAID);
            marks.putIfAbsent(mark.key(), mark);
            people.computeIfAbsent(mark.key(), key -> new ArrayList<>()).add(registration);
        });
        if (marks.keySet().equals(Set.of(NOT_SAID.key()))) {
            return new Breakdown(dimension, List.of(), 0);
        }
        List<Group> groups = people.entrySet().stream()
                .map(entry -> group(marks.getOrDefault(entry.getKey(), NOT_SAID), entry.getValue()))
                .sorted(Comparator.<Group>comparingInt(group ->
                                marks.getOrDefault(group.key(), NOT_SAID).order())
                        .thenComparing(group -> -group.figures().people())
                        .thenComparing(Group::label, language.alphabet()))
                .toList();
        return dimension.isPersonal() ? discreet(dimension, groups) : new Breakdown(dimension, groups, 0);
    }

    private static Breakdown discreet(Dimension dimension, List<Group> groups) {
        Set<Integer> hidden = Discretion.hidden(
                groups.stream().map(group -> group.figures().people()).toList());
        List<Group> shown = IntStream.range(0, groups.size())
                .filter(place -> !hidden.contains(place))
                .mapToObj(groups::get)
                .toList();
        return new Breakdown(dimension, shown, hidden.size());
    }

    private Group group(Mark mark, List<Participant> people) {
        Part part = new Part(facts, List.of(), people);
        String label = mark.key().isEmpty() ? Texts.in(language).get("report.not-said") : mark.label();
        return new Group(mark.key(), label, part.figures(), part);
    }

    private Optional<Mark> mark(Dimension dimension, Participant registration) {
        return dimension
                .trait()
                .map(trait -> Optional.ofNullable(
                                facts.told().getOrDefault(trait, Map.of()).get(registration.id()))
                        .flatMap(this::told))
                .orElseGet(() -> dimension == Dimension.CATEGORY ? category(registration) : organisation(registration));
    }

    private Optional<Mark> category(Participant registration) {
        return facts.event(registration)
                .categoryOf(registration.categoryId())
                .map(category ->
                        new Mark(category.categoryKey(), category.name().in(language), 0));
    }

    /** Organisations are as people wrote them, but for capitals and blanks. */
    private static Optional<Mark> organisation(Participant registration) {
        return Optional.ofNullable(registration.organisation())
                .map(name -> BLANKS.matcher(name.strip()).replaceAll(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> new Mark(name.toLowerCase(Locale.ROOT), name, 0));
    }

    private Optional<Mark> told(Told told) {
        if (told.choiceId() != null) {
            return Optional.ofNullable(choices.get(told.choiceId()))
                    .map(choice -> new Mark(choice.choiceKey(), choice.label().in(language), choice.position()));
        }
        return Optional.ofNullable(told.country()).map(country -> new Mark(country, language.country(country), 0));
    }
}
