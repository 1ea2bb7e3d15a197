package lv.kopa.registration.material;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.material.Handout;
import lv.kopa.event.material.Materials;
import lv.kopa.mail.Wording;
import lv.kopa.registration.Letters;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.hold.AddressHolds;

/** Tells those who have a place what new there is to read, each time once. */
@Singleton
public class MaterialNews {
    private final Materials materials;
    private final Events events;
    private final Registrations registrations;
    private final Post post;

    MaterialNews(Materials materials, Events events, Registrations registrations, Post post) {
        this.materials = materials;
        this.events = events;
        this.registrations = registrations;
        this.post = post;
    }

    /** What a mail to a person goes through. */
    @Singleton
    record Post(Telling telling, PersonalLinks links, AddressHolds holds) {}

    /** How many people were told of how many materials. */
    public record Told(int materials, int people) {}

    /** Tells all who have a place by now; who gets one later finds everything on their own page. */
    @UnitOfWork
    public Told tell(long event, String actor) {
        EventDetails details = events.get(event);
        List<Handout> news = materials.takeNews(details.event(), actor);
        if (news.isEmpty()) {
            return new Told(0, 0);
        }
        List<Registration> people = people(event);
        people.forEach(person -> post.telling().news(details, person, "materials", letter(details, person, news)));
        return new Told(news.size(), people.size());
    }

    private List<Registration> people(long event) {
        List<Registration> confirmed = registrations.of(event).stream()
                .filter(person -> person.isConfirmed() && !person.isErased())
                .toList();
        Set<Long> held = post.holds()
                .open(confirmed.stream().map(Registration::id).toList())
                .keySet();
        return confirmed.stream().filter(person -> !held.contains(person.id())).toList();
    }

    private Wording letter(EventDetails event, Registration person, List<Handout> news) {
        Letters.Draft draft = new Letters.Draft(event, person, "mail.materials").say(news.size());
        news.forEach(handout -> draft.quote("– " + handout.title(person.reader())));
        return draft.eventFact(registrations.chosenSessions(person))
                .letter(post.links().renew(person) + "#materials", "mail.materials.link");
    }
}
