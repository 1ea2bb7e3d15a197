package lv.kopa.registration.circular;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.file.StoredFile;
import lv.kopa.mail.Wording;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * Where an organiser writes a circular.
 *
 * @param delivered whether there is a mail server
 * @param staged the files that go with it, by their secrets
 * @param preview it as one of the people gets it, where that was asked for
 */
public record WritePage(
        Shell shell,
        EventDetails event,
        Form form,
        boolean delivered,
        Map<String, StoredFile> staged,
        Optional<Preview> preview) {

    /**
     * What one person gets.
     *
     * @param addresses how many mails that are
     * @param people how many people they reach, several of whom may be written to at one address
     * @param next which of them is shown next
     */
    public record Preview(String name, String language, Wording letter, int addresses, int people, int next) {}

    public String back() {
        return "/organiser/events/" + event.event().slug() + "/circulars";
    }

    /** The files that go with it, and how large each is. */
    public String files() {
        return staged.values().stream()
                .map(file -> file.name() + " (" + file.size(shell.language()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** What the people have to be; those who gave up are written to only where that is chosen. */
    public Map<String, String> statuses() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put("", shell.text("circular.status.live"));
        for (RegistrationStatus status : RegistrationStatus.values()) {
            statuses.put(status.name(), shell.text(status.textKey()));
        }
        return statuses;
    }

    public Map<String, String> categories() {
        Map<String, String> categories = new LinkedHashMap<>();
        categories.put("", shell.text("workspace.all"));
        for (Category category : event.categories()) {
            categories.put(category.categoryKey(), shell.text(category.name()));
        }
        return categories;
    }

    /** What stands for what each person is told, in the reader's language. */
    public String blanks() {
        return List.copyOf(CircularForm.BLANKS).stream()
                .map(blank -> blank.in(shell.language()))
                .collect(Collectors.joining(" "));
    }
}
