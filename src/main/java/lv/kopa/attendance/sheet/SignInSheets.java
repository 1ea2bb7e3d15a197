package lv.kopa.attendance.sheet;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lv.kopa.attendance.Expected;
import lv.kopa.event.EventDetails;
import lv.kopa.event.notice.EventView;
import lv.kopa.paper.Picture;
import lv.kopa.project.Acknowledgement;
import lv.kopa.project.Projects;
import lv.kopa.registration.Registration;

/** Writes the lists that people sign. */
@Singleton
class SignInSheets {
    private final Expected expected;
    private final SheetRepository repository;
    private final Projects projects;

    SignInSheets(Expected expected, SheetRepository repository, Projects projects) {
        this.expected = expected;
        this.repository = repository;
        this.projects = projects;
    }

    SignInPaper of(EventView view, Occasion occasion, Choice choice) {
        EventDetails event = view.details();
        List<Registration> people = expected.at(
                event, (person, chosen) -> occasion.isFor(chosen), view.shell().language());
        Set<Long> photographed =
                new HashSet<>(repository.photographed(event.event().id()));
        Optional<String> logo = event.funding()
                .map(Acknowledgement::projectSlug)
                .flatMap(projects::logo)
                .flatMap(picture -> Picture.address(picture.content(), picture.type()));
        return new SignInPaper(view, occasion, choice, people, photographed, logo);
    }
}
