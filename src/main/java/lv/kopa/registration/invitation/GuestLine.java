package lv.kopa.registration.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.invitation.GuestReader.Typed;
import lv.kopa.table.Headings;
import lv.kopa.text.PlainText;

/**
 * A line of a list that is like no other of it, as it comes together from mails and several tables: where the address is,
 * it is found, and the rest is the name, whatever stands between the two. A line of a mail program has several people.
 */
final class GuestLine {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;\"()\\[\\]@]+@[^\\s<>,;\"()\\[\\]@]+");
    private static final Pattern BETWEEN = Pattern.compile("(?:\"[^\"]*\"|[^;,\\t\"]++)+|\"[^\"]*$");
    private static final Pattern AROUND_NAMES = Pattern.compile("^[\\s\"'<>()\\[\\],;/|]+|[\\s\"'<>()\\[\\],;:/|–-]+$");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[\\d ()/-]{5,}");

    private final List<Part> parts;

    /** @param cells of a row; those with an address may have more in them */
    GuestLine(List<String> cells) {
        this.parts = cells.stream()
                .flatMap(cell -> cell.contains("@") ? split(cell) : Stream.of(cell))
                .flatMap(Part::all)
                .filter(part -> part.hasAddress() || !part.before().isEmpty())
                .toList();
    }

    /**
     * A piece of it.
     *
     * @param before what stands before the address; all of it where there is none
     * @param email "" for none
     */
    private record Part(String before, String email, String after) {
        /** One for each address; what stands before it is of it, and what follows the last of that. */
        static Stream<Part> all(String text) {
            List<Part> parts = new ArrayList<>();
            Matcher address = ADDRESS.matcher(text);
            int end = 0;
            while (address.find()) {
                Optional<String> email = address(address.group());
                if (email.isPresent()) {
                    parts.add(new Part(name(text.substring(end, address.start())), email.get(), ""));
                    end = address.end();
                }
            }
            if (parts.isEmpty()) {
                return Stream.of(new Part(name(text), "", ""));
            }
            Part last = parts.remove(parts.size() - 1);
            parts.add(new Part(last.before(), last.email(), name(text.substring(end))));
            return parts.stream();
        }

        boolean hasAddress() {
            return !email.isEmpty();
        }
    }

    private static Stream<String> split(String cell) {
        return BETWEEN.matcher(cell).results().map(match -> match.group());
    }

    /** With what sentences and links have around an address taken off. */
    private static Optional<String> address(String found) {
        String bare = found.replaceFirst("(?i)^mailto:", "").replaceAll("[.:!?'’”»]+$", "");
        return EmailAddress.parse(bare).isPresent() ? Optional.of(bare) : Optional.empty();
    }

    private static String name(String text) {
        return AROUND_NAMES
                .matcher(PlainText.line(text.replaceFirst("(?i)mailto:\\s*$", "")))
                .replaceAll("");
    }

    /** How many addresses are in it. */
    long addresses() {
        return parts.stream().filter(Part::hasAddress).count();
    }

    /** Everybody in it, each by an address; nobody where there is none. */
    List<Typed> people() {
        return addresses() == 1 ? List.of(one()) : several();
    }

    /** What stands before the address is the name; else what follows it. What is left over is a language, a kind of place. */
    private Typed one() {
        List<String> names = new ArrayList<>();
        List<String> more = new ArrayList<>();
        String email = "";
        for (Part part : parts) {
            if (part.hasAddress()) {
                email = part.email();
                add(names, part.before());
                add(more, part.after());
            } else {
                add(email.isEmpty() ? names : more, part.before());
            }
        }
        if (names.isEmpty() && !more.isEmpty()) {
            names.add(more.remove(0));
        }
        Optional<String> language = more.stream()
                .filter(cell -> Headings.language(cell).isPresent())
                .findFirst();
        language.ifPresent(more::remove);
        more.removeIf(cell -> TELEPHONE.matcher(cell).matches());
        return new Typed(
                String.join(" ", names),
                email,
                language.orElse(""),
                more.stream().collect(Collectors.joining(" ")));
    }

    /** Each address with the name beside it, on the side where the first of them has its own. */
    private List<Typed> several() {
        boolean namesFollow = !parts.isEmpty() && parts.get(0).hasAddress();
        List<Typed> people = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Part part : parts) {
            boolean named = !part.before().isEmpty() || !part.after().isEmpty();
            if (!part.hasAddress() && namesFollow) {
                Typed last = people.remove(people.size() - 1);
                people.add(new Typed((last.name() + " " + part.before()).strip(), last.email(), "", ""));
            } else if (!part.hasAddress()) {
                names.add(part.before());
            } else {
                add(names, named ? (part.before() + " " + part.after()).strip() : "");
                people.add(new Typed(String.join(" ", names), part.email(), "", ""));
                names.clear();
            }
        }
        return people;
    }

    private static void add(List<String> to, String text) {
        if (!text.isEmpty()) {
            to.add(text);
        }
    }
}
