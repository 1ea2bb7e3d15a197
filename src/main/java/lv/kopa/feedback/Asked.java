package lv.kopa.feedback;

import java.util.List;
import java.util.Optional;

/** All that the people of an event are asked, and how. */
public record Asked(Terms terms, List<Item> items) {

    /** A question with what it offers. */
    public record Item(Question question, List<Choice> choices) {}

    public Optional<Item> item(long question) {
        return items.stream().filter(item -> item.question().id() == question).findFirst();
    }
}
