package lv.kopa.calendar;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventFilter;
import lv.kopa.organisation.Organisation;
import lv.kopa.project.Project;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/** What a feed is called: whose it is, then what narrows it. */
final class FeedName {
    private FeedName() {}

    static String of(FeedKey key, Subjects.Subject subject) {
        Texts texts = Texts.in(key.language());
        List<String> owners = whose(key, subject).toList();
        return Stream.concat(
                        owners.isEmpty() ? Stream.of(texts.get("calendar.everything")) : owners.stream(),
                        narrowed(key, subject, texts))
                .collect(Collectors.joining(" · "));
    }

    /** What is told of a feed besides: the project it is about, else what feeds are. */
    static String description(FeedKey key, Subjects.Subject subject) {
        Texts texts = Texts.in(key.language());
        return subject.project()
                .map(project -> texts.get(
                        "calendar.project", project.title().in(key.language()), project.number(), project.funder()))
                .orElseGet(() ->
                        texts.get(key.form() == FeedKey.Form.CALENDAR ? "calendar.description" : "event.start.lead"));
    }

    private static Stream<String> whose(FeedKey key, Subjects.Subject subject) {
        return Stream.of(
                        subject.organisation()
                                .filter(organisation -> key.filter().organisation() != null)
                                .map(Organisation::name),
                        subject.project().map(Project::title).map(title -> title.in(key.language())))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank());
    }

    private static Stream<String> narrowed(FeedKey key, Subjects.Subject subject, Texts texts) {
        EventFilter filter = key.filter();
        return Stream.of(
                        Optional.ofNullable(filter.kind()).map(kind -> texts.get(kind.textKey())),
                        Optional.ofNullable(filter.language()).map(Language::ownName),
                        Optional.ofNullable(filter.trainer()).map(name -> texts.get("event.led-by", name)),
                        Optional.ofNullable(filter.category())
                                .map(kind -> subject.category()
                                        .map(name -> name.in(key.language()))
                                        .orElse(kind))
                                .map(name -> texts.get("event.places-for", name)),
                        Optional.ofNullable(filter.q()).map(words -> texts.get("event.search.quoted", words)),
                        Optional.ofNullable(filter.from()).map(day -> day + " →"),
                        Optional.ofNullable(filter.to()).map(day -> "→ " + day))
                .flatMap(Optional::stream);
    }
}
