package lv.kopa.registration.words.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.registration.words.Blank;
import lv.kopa.registration.words.Version;
import lv.kopa.text.Language;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * The editor of a mail.
 *
 * @param versions what it ever said, the newest first
 * @param writers the names of those who wrote it, as far as they are known, by who they are in the audit
 * @param people whom it can be shown for, by the references of their registrations
 */
public record WordsPage(
        Shell shell,
        Topic topic,
        Form form,
        List<Version> versions,
        Map<String, String> writers,
        Map<String, String> people) {

    public Subject subject() {
        return topic.subject();
    }

    public String title() {
        return shell.text(topic.occasion().textKey());
    }

    public List<Blank> blanks() {
        return topic.occasion().blanks().stream().toList();
    }

    /** Whether it says now what was written for this very subject. */
    public boolean isOwn() {
        return versions.stream().findFirst().flatMap(Version::words).isPresent();
    }

    public String by(Version version) {
        String moment = shell.dates()
                .moment(version.writtenAt()
                        .atZone(subject().organisation().zone())
                        .toLocalDateTime());
        String writer =
                Optional.ofNullable(writers.get(version.actor())).orElseGet(() -> shell.text("words.history.somebody"));
        return shell.text("words.history.row", moment, writer);
    }

    public boolean isCurrent(Version version) {
        return version.equals(versions.get(0));
    }

    public List<Language> languages() {
        return Language.spoken();
    }
}
