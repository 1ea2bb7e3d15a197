package lv.kopa.attendance;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.attendees.Attendees;
import lv.kopa.text.Language;

/** Who is expected: everybody with a place, at what they chose and at what everybody comes to. */
@Singleton
public class Expected {
    private final Registrations registrations;
    private final Attendees attendees;

    Expected(Registrations registrations, Attendees attendees) {
        this.registrations = registrations;
        this.attendees = attendees;
    }

    /**
     * Those who are still known, in the order of a reader's alphabet.
     *
     * @param coming whether a person comes who chose these sessions, by id
     */
    public List<Registration> at(
            EventDetails event, BiPredicate<Registration, Collection<Long>> coming, Language reader) {
        long id = event.event().id();
        Map<Long, List<Long>> chosen = attendees.chosenSessions(id);
        return registrations.of(id).stream()
                .filter(person -> person.isConfirmed() && !person.isErased())
                .filter(person -> coming.test(person, chosen.getOrDefault(person.id(), List.of())))
                .sorted(Comparator.comparing(Registration::name, reader.alphabet()))
                .toList();
    }
}
