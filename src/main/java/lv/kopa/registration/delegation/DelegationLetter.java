package lv.kopa.registration.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Wording;
import lv.kopa.mail.Wording.Fact;
import lv.kopa.registration.facts.EventFacts;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.jspecify.annotations.Nullable;

/** A letter about a delegation in the making; the texts of an occasion are `mail.….subject`, `….headline`, `….text`. */
final class DelegationLetter {
    private final EventDetails event;
    private final Language language;
    private final Texts texts;
    private final String occasion;
    private final EventFacts about;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    DelegationLetter(EventDetails event, Language language, String kind) {
        this.event = event;
        this.language = language;
        this.texts = Texts.in(language);
        this.occasion = "mail." + kind;
        this.about = new EventFacts(event, language);
    }

    DelegationLetter say(Object... arguments) {
        paragraphs.add(texts.get(occasion + ".text", arguments));
        return this;
    }

    /** What an organiser wrote. */
    DelegationLetter quote(@Nullable String words) {
        if (words != null && !words.isBlank()) {
            paragraphs.add(words);
        }
        return this;
    }

    DelegationLetter event() {
        facts.add(about.what());
        facts.addAll(about.when(List.of()));
        facts.addAll(about.where(List.of()));
        return this;
    }

    /** How many places there are of each kind. */
    DelegationLetter places(List<Allotment> allotments) {
        return lines(
                "mail.delegation.places",
                allotments,
                allotment -> named(allotment)
                        ? texts.get("mail.delegation.kind", kind(allotment), allotment.places())
                        : Integer.toString(allotment.places()));
    }

    /** How many of them are filled. */
    DelegationLetter filled(List<Allotment> allotments) {
        return lines(
                "mail.delegation.filled",
                allotments,
                allotment -> named(allotment)
                        ? texts.get(
                                "mail.delegation.kind-filled", kind(allotment), allotment.filled(), allotment.places())
                        : texts.get("registration.delegation.filled", allotment.filled(), allotment.places()));
    }

    private DelegationLetter lines(String name, List<Allotment> allotments, Function<Allotment, String> line) {
        facts.add(new Fact(texts.get(name), allotments.stream().map(line).toList()));
        return this;
    }

    /** Whether its places are of a kind. */
    private boolean named(Allotment allotment) {
        return event.categoryOf(allotment.categoryId()).isPresent();
    }

    private String kind(Allotment allotment) {
        return event.categoryOf(allotment.categoryId())
                .map(category -> category.name().in(language))
                .orElse("");
    }

    DelegationLetter until(Delegation delegation) {
        String until = Dates.in(language)
                .deadline(delegation.ends(event.event()), event.event().zone());
        facts.add(new Fact(texts.get("mail.delegation.until"), List.of(until)));
        return this;
    }

    /** The letter, with the one thing to do next. */
    Wording to(String name, String words, String link) {
        return new Wording(
                texts.get(occasion + ".subject", event.event().title().in(language)),
                texts.get(occasion + ".headline"),
                texts.get("mail.greeting", name),
                paragraphs,
                facts,
                Optional.of(new Wording.Link(texts.get(words), link)),
                about.footer());
    }
}
