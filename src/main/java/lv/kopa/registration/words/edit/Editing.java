package lv.kopa.registration.words.edit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.registration.words.Occasion;
import lv.kopa.registration.words.OwnWords;
import lv.kopa.registration.words.Version;
import lv.kopa.registration.words.Words;
import lv.kopa.text.Language;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** Makes the pages of the editor. */
@Singleton
class Editing {
    private final OwnWords ownWords;
    private final Preview preview;
    private final People people;

    Editing(OwnWords ownWords, Preview preview, People people) {
        this.ownWords = ownWords;
        this.preview = preview;
        this.people = people;
    }

    WordsListPage list(Shell shell, Subject subject) {
        return new WordsListPage(shell, subject, ownWords.written(subject.scope()));
    }

    /**
     * What there is to write.
     *
     * @throws UnknownOccasion where organisers have no say in it, or it is in no language of ours
     */
    Topic topic(Subject subject, String key, String tag) {
        Occasion occasion = Occasion.of(key)
                .filter(known -> subject.ofEvent() || known.key().equals(key))
                .orElseThrow(UnknownOccasion::new);
        Language language =
                Language.of(tag).filter(known -> known.tag().equals(tag)).orElseThrow(UnknownOccasion::new);
        return new Topic(subject, occasion, key, language);
    }

    WordsPage page(Shell shell, Topic topic) {
        int version = versions(topic).stream().findFirst().map(Version::version).orElse(0);
        return page(shell, topic, WordsForm.of(words(topic), version, shell.language()));
    }

    WordsPage page(Shell shell, Topic topic, Form form) {
        List<Version> versions = versions(topic);
        return new WordsPage(shell, topic, form, versions, writers(versions), preview.people(topic.subject()));
    }

    List<Version> versions(Topic topic) {
        return ownWords.versions(topic.subject().scope(), topic.key(), topic.language());
    }

    /** What counts now. */
    private Words words(Topic topic) {
        return ownWords.inForce(topic.subject().scope(), topic.key(), topic.language())
                .orElseGet(() -> topic.occasion().builtIn(topic.language()));
    }

    private Map<String, String> writers(List<Version> versions) {
        Map<String, String> names = new TreeMap<>();
        versions.stream()
                .map(Version::actor)
                .distinct()
                .forEach(actor -> person(actor).ifPresent(person -> names.put(actor, person.name())));
        return names;
    }

    private Optional<Person> person(String actor) {
        return Optional.of(actor)
                .filter(known -> known.matches("person:\\d{1,18}"))
                .flatMap(known -> people.find(Long.parseLong(known.substring("person:".length()))));
    }
}
