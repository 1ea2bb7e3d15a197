package lv.kopa.registration.words.edit;

import lv.kopa.registration.words.Occasion;
import lv.kopa.text.Language;

/**
 * What is written: for an occasion, for readers of a language.
 *
 * @param key of the occasion, or of one reminder of an event
 */
public record Topic(Subject subject, Occasion occasion, String key, Language language) {

    public String path() {
        return path(language);
    }

    public String path(Language other) {
        return subject.path() + "/" + key + "/" + other.tag();
    }
}
