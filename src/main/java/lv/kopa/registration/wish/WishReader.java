package lv.kopa.registration.wish;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Minors;
import lv.kopa.event.Session;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.mail.EmailAddress;
import lv.kopa.text.Faults;
import lv.kopa.text.Language;
import lv.kopa.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Makes sense of a wish for an event, or says everything that is wrong with it. */
final class WishReader {
    private final Faults faults = new Faults();
    private final EventDetails event;
    private final Wish wish;

    /** Whether there is a place already: one from before the event had kinds has none. */
    private final boolean placed;

    private WishReader(EventDetails event, Wish wish, boolean placed) {
        this.event = event;
        this.wish = wish;
        this.placed = placed;
    }

    /**
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    static Applicant read(EventDetails event, Wish wish, @Nullable String submission) {
        return new WishReader(event, wish, false)
                .read(submission, event.questionnaire(), event.event().minors());
    }

    /**
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    static Applicant readWithoutAnswers(EventDetails event, Wish wish) {
        return new WishReader(event, wish, true).read(null, null, Minors.NOT_ASKED);
    }

    /**
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    static Applicant readTakenOver(EventDetails event, Wish wish) {
        return new WishReader(event, wish, true).read(null, null, event.event().minors());
    }

    /**
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    static Applicant readFromContact(EventDetails event, Wish wish) {
        return new WishReader(event, wish, false)
                .read(null, event.questionnaire().withoutSensitive(), Minors.NOT_ASKED);
    }

    /**
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    static Applicant readFromOrganiser(EventDetails event, Wish wish) {
        return new WishReader(event, wish, false)
                .read(null, event.questionnaire().volunteered(), Minors.NOT_ASKED);
    }

    private Applicant read(@Nullable String submission, @Nullable Questionnaire asked, Minors minors) {
        Category category = category();
        List<Category> others = others(category);
        List<Session> sessions = sessions();
        List<Session> awaited = awaited(sessions);
        String name = line("name", wish.name(), 200);
        if (name == null) {
            faults.add("name", "registration.fault.name");
        }
        Optional<EmailAddress> email = EmailAddress.parse(wish.email());
        if (email.isEmpty()) {
            boolean missing = wish.email() == null || wish.email().isBlank();
            faults.add("email", missing ? "web.address-missing" : "registration.fault.email");
        }
        String phone = phone();
        String organisation = line("organisation", wish.organisation(), 200);
        Set<Purpose> consents = consents();
        NamedGuardian guardian = new AgeReader(faults).read(minors, wish, email, consents);
        Answers answers = asked == null ? Answers.none() : answers(asked.withoutFiles(), category);
        if (!consents.contains(Purpose.PRIVACY)) {
            faults.add("consents", "registration.fault.privacy");
        }
        faults.refuseIfAny();
        Language language =
                Optional.ofNullable(wish.language()).flatMap(Language::of).orElse(Language.EN);
        return new Applicant(
                String.valueOf(name),
                email.orElseThrow(),
                phone,
                organisation,
                language,
                category,
                others,
                sessions,
                awaited,
                answers,
                event.questionnaire().chosen(answers),
                consents,
                submission,
                guardian,
                null);
    }

    private Answers answers(Questionnaire asked, @Nullable Category category) {
        return new AnswerReader(asked, faults)
                .read(
                        Question::isAskedAtOnce,
                        category == null ? null : category.categoryKey(),
                        wish.answersOrNone(),
                        Answers.none());
    }

    private @Nullable Category category() {
        String key = line("category", wish.category(), 40);
        if (event.categories().isEmpty()) {
            if (key != null) {
                faults.add("category", "registration.fault.category-unknown");
            }
            return null;
        }
        if (key == null) {
            if (!placed) {
                faults.add("category", "registration.fault.category");
            }
            return null;
        }
        Optional<Category> category = event.category(key);
        if (category.isEmpty()) {
            faults.add("category", "registration.fault.category-unknown");
        }
        return category.orElse(null);
    }

    private List<Category> others(@Nullable Category first) {
        for (String key : wish.alternativesOrNone()) {
            if (event.category(key).isEmpty()) {
                faults.add("alternatives", "registration.fault.category-unknown");
            }
        }
        return event.categories().stream()
                .filter(category ->
                        wish.alternativesOrNone().contains(category.categoryKey()) && !category.equals(first))
                .toList();
    }

    private List<Session> sessions() {
        List<Session> chosen = sessions("sessions", wish.sessionsOrNone());
        for (int i = 0; i < chosen.size(); i++) {
            for (int j = i + 1; j < chosen.size(); j++) {
                if (chosen.get(i).overlaps(chosen.get(j))) {
                    faults.add(
                            "sessions",
                            "registration.fault.sessions-overlap",
                            chosen.get(i)
                                    .title()
                                    .in(Language.of(String.valueOf(wish.language()))
                                            .orElse(Language.EN)),
                            chosen.get(j)
                                    .title()
                                    .in(Language.of(String.valueOf(wish.language()))
                                            .orElse(Language.EN)));
                }
            }
        }
        return chosen;
    }

    private List<Session> awaited(List<Session> chosen) {
        List<Session> awaited = sessions("waitFor", wish.waitForOrNone());
        if (!awaited.isEmpty() && !event.event().waitingList()) {
            faults.add("waitFor", "registration.fault.no-line");
        }
        if (awaited.stream().anyMatch(chosen::contains)) {
            faults.add("waitFor", "registration.fault.wait-or-only");
        }
        return awaited;
    }

    private List<Session> sessions(String field, List<Long> ids) {
        List<Session> known = new ArrayList<>();
        for (Long id : new LinkedHashSet<>(ids)) {
            event.chosen().stream()
                    .filter(session -> Long.valueOf(session.id()).equals(id))
                    .findFirst()
                    .ifPresentOrElse(known::add, () -> faults.add(field, "registration.fault.session-unknown"));
        }
        return known;
    }

    private Set<Purpose> consents() {
        Set<Purpose> given = EnumSet.noneOf(Purpose.class);
        for (String typed : wish.consentsOrNone()) {
            Purpose.of(typed)
                    .ifPresentOrElse(given::add, () -> faults.add("consents", "registration.fault.consent-unknown"));
        }
        return given;
    }

    private @Nullable String phone() {
        String typed = line("phone", wish.phone(), 40);
        if (typed == null) {
            return null;
        }
        Optional<String> number = PhoneNumber.international(typed);
        if (number.isEmpty()) {
            faults.add("phone", "registration.fault.phone");
        }
        return number.orElse(null);
    }

    private @Nullable String line(String field, @Nullable String typed, int most) {
        String line = typed == null ? "" : PlainText.line(typed);
        if (line.length() > most) {
            faults.add(field, "web.too-long", most);
        }
        return line.isEmpty() ? null : line;
    }
}
