package lv.kopa.registration.words.edit;

import java.util.Arrays;
import java.util.List;
import lv.kopa.registration.words.Occasion;
import lv.kopa.registration.words.Version;
import lv.kopa.text.Language;
import lv.kopa.web.Shell;

/**
 * Every occasion on which participants are written to.
 *
 * @param written what of it is in the subject's own words
 */
public record WordsListPage(Shell shell, Subject subject, List<Version> written) {

    /** Reminders of an event stand on their own page, each with its text. */
    public List<Occasion> occasions() {
        return Arrays.stream(Occasion.values())
                .filter(occasion -> !subject.ofEvent() || !occasion.isReminder())
                .toList();
    }

    public boolean isOwn(Occasion occasion, Language language) {
        return written.stream()
                .anyMatch(version -> version.occasion().equals(occasion.key())
                        && version.language().equals(language.tag()));
    }

    public String path(Occasion occasion, Language language) {
        return subject.path() + "/" + occasion.key() + "/" + language.tag();
    }
}
