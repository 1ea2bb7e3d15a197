package lv.kopa.ical;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A component of a calendar as it was read (RFC 5545 §3.6). */
public record ParsedComponent(String name, List<ContentLine> lines, List<ParsedComponent> parts) {

    /** The root holds what the file holds: one VCALENDAR if it is right. */
    static ParsedComponent root(List<ContentLine> lines) {
        var root = new ParsedComponent("", new ArrayList<>(), new ArrayList<>());
        Deque<ParsedComponent> open = new ArrayDeque<>(List.of(root));
        for (ContentLine line : lines) {
            if (line.name().equals("BEGIN")) {
                var part = new ParsedComponent(line.value(), new ArrayList<>(), new ArrayList<>());
                open.getFirst().parts().add(part);
                open.push(part);
            } else if (line.name().equals("END")) {
                if (!open.pop().name().equals(line.value())) {
                    throw new IllegalArgumentException("END:" + line.value() + " ends something else");
                }
            } else {
                open.getFirst().lines().add(line);
            }
        }
        if (open.size() != 1) {
            throw new IllegalArgumentException("BEGIN without END");
        }
        return root;
    }

    List<ParsedComponent> parts(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).toList();
    }

    List<ContentLine> all(String property) {
        return lines.stream().filter(line -> line.name().equals(property)).toList();
    }

    int count(String property) {
        return all(property).size();
    }

    Optional<ContentLine> line(String property) {
        return all(property).stream().findFirst();
    }

    Optional<String> value(String property) {
        return line(property).map(ContentLine::value);
    }

    ContentLine required(String property) {
        return line(property).orElseThrow(() -> new AssertionError(name + " has no " + property));
    }
}
