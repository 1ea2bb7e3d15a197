package lv.kopa.event.edit;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.Approval;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventKind;
import lv.kopa.event.Minors;
import lv.kopa.event.Visibility;
import lv.kopa.event.rehearsal.Foreseen;
import lv.kopa.text.Zones;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * The form in which an organiser describes an event.
 *
 * @param event the one that is changed; none where a new one is written
 * @param organisations by slug, those for which the organiser may hold it
 * @param activities by `project-slug/activity-number`, what it may count for
 * @param home the time zone of the organisation that holds it
 * @param foreseen what people hear once it is saved, where the organiser is to know before
 */
public record EventFormPage(
        Shell shell,
        Form form,
        Optional<EventDetails> event,
        Map<String, String> organisations,
        Map<String, String> activities,
        ZoneId home,
        Optional<Foreseen> foreseen) {

    /** The page that says first what saving it leads to. */
    EventFormPage foreseeing(Foreseen news) {
        return new EventFormPage(shell, form, event, organisations, activities, home, Optional.of(news));
    }

    public String title() {
        return shell.text(event.isPresent() ? "workspace.event.edit" : "workspace.event.new");
    }

    public String accent() {
        return event.map(details -> details.organisation().accent().css()).orElse("fjord");
    }

    /** Where the form is sent. */
    public String action() {
        return "/organiser/events"
                + event.map(details -> "/" + details.event().slug()).orElse("");
    }

    /** Whether somebody else was faster. */
    public boolean isStale() {
        return event.isPresent() && form.error("").isPresent();
    }

    /** Its address is settled once the event is public, for people have it by then. */
    public boolean mayMove() {
        return event.map(details -> details.event().isDraft()).orElse(true);
    }

    public List<Integer> rows(String group) {
        return form.rows(group);
    }

    public Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(EventKind.values()).forEach(kind -> kinds.put(kind.name(), shell.text(kind.textKey())));
        return kinds;
    }

    public Map<String, String> visibilities() {
        return words("workspace.visibility.", Visibility.values());
    }

    public Map<String, String> approvals() {
        return words("workspace.approval.", Approval.values());
    }

    /** How long people in line have to accept a place, with what else the event has said by a program. */
    public Map<String, String> offerHours() {
        Map<String, String> hours = new LinkedHashMap<>();
        hours.put("", shell.text("workspace.offers.at-once"));
        Stream.concat(Stream.of("24", "48", "72"), form.filled("registration.offerHours").stream())
                .filter(typed -> typed.matches("\\d{1,3}"))
                .sorted(Comparator.comparing(Integer::valueOf))
                .forEach(typed -> hours.put(typed, shell.text("workspace.offers.hours", Integer.valueOf(typed))));
        return hours;
    }

    public Map<String, String> minors() {
        return words("workspace.minors.", Minors.values());
    }

    public Map<String, String> zones(String field) {
        return Zones.offered(form.get(field), home.getId(), shell.language());
    }

    /** Whether something is written, or wrong, in a field. */
    public boolean isTouched(String field) {
        return form.filled(field).isPresent() || form.error(field).isPresent();
    }

    /** Whether something is written, or wrong, in what a session says only if need be. */
    public boolean hasDetails(String session) {
        return Stream.of("host", "hostContact", "trainers", "places")
                .anyMatch(field -> isTouched(session + "." + field));
    }

    private Map<String, String> words(String prefix, Enum<?>[] choices) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Enum<?> choice : choices) {
            words.put(
                    choice.name(),
                    shell.text(prefix + choice.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return words;
    }
}
