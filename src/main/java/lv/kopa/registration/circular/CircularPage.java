package lv.kopa.registration.circular;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.EventDetails;
import lv.kopa.file.StoredFile;
import lv.kopa.web.Shell;

/**
 * A circular on its way, and what became of it for whom.
 *
 * @param delivered whether there is a mail server
 * @param files what goes with it
 * @param people a page of them
 * @param last whether there are no more behind these
 */
public record CircularPage(
        Shell shell,
        EventDetails event,
        Circular circular,
        boolean delivered,
        List<StoredFile> files,
        Progress progress,
        List<Recipient> people,
        boolean last) {
    public String back() {
        return "/organiser/events/" + event.event().slug() + "/circulars";
    }

    public String path() {
        return back() + "/" + circular.id();
    }

    public String fileNames() {
        return files.stream().map(StoredFile::name).collect(Collectors.joining(", "));
    }

    public String title() {
        return circular.title(event, shell.language());
    }

    public String when() {
        return CircularsPage.when(shell, event, circular.writtenAt());
    }

    /** Whether there is still something to be seen going on. */
    public boolean isUnderway() {
        return circular.isSending() || progress.settled() < progress.all();
    }

    public boolean mayStop() {
        return circular.state() != CircularState.STOPPED && isUnderway();
    }

    public String name(Recipient person) {
        return person.name().isEmpty() ? shell.text("registration.erased") : person.name();
    }

    public Optional<String> next() {
        return last
                ? Optional.empty()
                : Optional.of(path() + "?after=" + people.get(people.size() - 1).id() + "#people");
    }
}
