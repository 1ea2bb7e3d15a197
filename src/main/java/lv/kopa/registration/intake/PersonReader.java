package lv.kopa.registration.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.question.Question;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.registration.wish.Wish;
import lv.kopa.table.Headings;
import lv.kopa.text.Faults;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/** Makes sense of the rows of a table, one after another. */
final class PersonReader {
    /** What programs leave of a name whose letters they do not have. */
    private static final Pattern LOST = Pattern.compile("\\s*\\?[?\\s]*");

    private final EventDetails event;
    private final Matching matching;
    private final Otherwise otherwise;
    private final Cells cells;
    private final Set<String> registered;
    private final Set<String> read = new HashSet<>();

    /**
     * What holds of those of whom the table says nothing.
     *
     * @param category the key of a kind of place; "" for none
     */
    record Otherwise(Language language, String category) {}

    /** @param registered the keys of the addresses of those who are registered for the event */
    PersonReader(EventDetails event, Matching matching, Otherwise otherwise, Collection<String> registered) {
        this.event = event;
        this.matching = matching;
        this.otherwise = otherwise;
        this.cells = new Cells(event.questionnaire());
        this.registered = Set.copyOf(registered);
    }

    /**
     * Somebody, or nobody where something is wrong, which is added to the faults.
     *
     * @param counts whether they are to be registered, so that their address is no other's
     */
    Optional<Applicant> read(List<String> row, boolean counts, Faults faults) {
        Optional<String> language = language(row, faults);
        if (isLost(matching.in(row, "name"))) {
            faults.add("name", "workspace.intake.fault.letters");
        }
        Optional<Applicant> applicant = applicant(row, language.orElse(null), faults);
        applicant.ifPresent(person -> refuseDoubles(person.email(), counts, faults));
        return faults.found().isEmpty() ? applicant : Optional.empty();
    }

    private static boolean isLost(String name) {
        return name.indexOf('\uFFFD') >= 0 || LOST.matcher(name).matches();
    }

    private Optional<Applicant> applicant(List<String> row, @Nullable String language, Faults faults) {
        Wish wish = new Wish(
                category(row, faults),
                matching.in(row, "name"),
                matching.in(row, "email"),
                matching.in(row, "phone"),
                matching.in(row, "organisation"),
                language,
                answers(row),
                List.of(Purpose.PRIVACY.key()),
                null,
                null);
        try {
            return Optional.of(wish.fromOrganiserIn(event));
        } catch (InvalidInput invalid) {
            invalid.faults()
                    .forEach((field, fault) -> faults.add(
                            field,
                            inAnothersWords(fault.key()),
                            fault.arguments().toArray()));
            return Optional.empty();
        }
    }

    /** Whoever registers others is not asked who they are themselves: what is wrong is wrong with the row. */
    private static String inAnothersWords(String key) {
        return switch (key) {
            case "registration.fault.category" -> "workspace.intake.fault.kind";
            case "registration.fault.name" -> "workspace.intake.fault.name";
            case "web.address-missing" -> "workspace.intake.fault.address-missing";
            case "registration.fault.email" -> "workspace.intake.fault.address";
            case "registration.fault.answer.choice" -> "workspace.intake.fault.choice";
            case "registration.fault.answer.yes-no" -> "workspace.intake.fault.yes-no";
            case "registration.fault.answer.country" -> "workspace.intake.fault.country";
            default -> key;
        };
    }

    private void refuseDoubles(EmailAddress address, boolean counts, Faults faults) {
        if (registered.contains(address.key())) {
            faults.add("email", "workspace.invitations.fault.registered");
        } else if (counts && !read.add(address.key())) {
            faults.add("email", "workspace.invitations.fault.twice");
        }
    }

    private Optional<String> language(List<String> row, Faults faults) {
        String typed = matching.in(row, "language");
        if (typed.isEmpty()) {
            return Optional.of(otherwise.language().tag());
        }
        Optional<Language> language = Headings.language(typed);
        if (language.isEmpty()) {
            faults.add("language", "event.fault.language", typed);
        }
        return language.map(Language::tag);
    }

    private @Nullable String category(List<String> row, Faults faults) {
        String typed = matching.in(row, "category");
        if (typed.isEmpty()) {
            return otherwise.category().isEmpty() ? null : otherwise.category();
        }
        Optional<Category> category =
                event.categories().stream().filter(kind -> kind.isCalled(typed)).findFirst();
        if (category.isEmpty()) {
            faults.add("category", "workspace.invitations.fault.category", typed);
        }
        return category.map(Category::categoryKey).orElse(null);
    }

    private Map<String, Object> answers(List<String> row) {
        Map<String, Object> answers = new HashMap<>();
        for (Question question : event.questionnaire().current()) {
            String cell = matching.in(row, question.field());
            if (!cell.isEmpty()) {
                answers.put(question.questionKey(), cells.answer(question, cell));
            }
        }
        return answers;
    }
}
