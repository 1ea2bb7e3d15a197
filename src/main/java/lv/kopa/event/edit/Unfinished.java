package lv.kopa.event.edit;

import java.util.List;
import java.util.stream.Stream;
import lv.kopa.event.Category;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.event.beginning.StartingPoint;

/**
 * What an event still lacks that can be published without it.
 *
 * @param words those of an example that nobody has put others in place of, in their brackets
 * @param placeless sessions that say neither where they are nor how to join them
 */
public record Unfinished(List<String> words, List<Session> placeless) {

    public static Unfinished of(EventDetails details) {
        Event event = details.event();
        List<String> words = Stream.of(
                        Stream.of(event.title(), event.description(), event.provided()),
                        details.planned().stream().map(Session::title),
                        details.categories().stream().map(Category::name))
                .flatMap(texts -> texts)
                .flatMap(text -> StartingPoint.leftIn(text).stream())
                .distinct()
                .toList();
        return new Unfinished(
                words,
                details.planned().stream()
                        .filter(session -> session.place() == null && session.onlineUrl() == null)
                        .toList());
    }

    public boolean isNothing() {
        return words.isEmpty() && placeless.isEmpty();
    }
}
