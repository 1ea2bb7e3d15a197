package lv.kopa.ical;

import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/** A VEVENT (RFC 5545 §3.6.1). Properties go in by one list: adding them one by one copies the list each time. */
final class EventComponent {

    private final CalendarEntry entry;
    private final List<Property> properties = new ArrayList<>();

    private EventComponent(CalendarEntry entry) {
        this.entry = entry;
    }

    static VEvent of(CalendarEntry entry, List<Property> people) {
        var event = new EventComponent(entry);
        event.addIdentity();
        event.addTime();
        event.addDetails();
        event.addState();
        event.properties.addAll(people);
        return new VEvent(new PropertyList(event.properties));
    }

    private void addIdentity() {
        Revision revision = entry.revision();
        properties.add(new Uid(entry.uid()));
        properties.add(new DtStamp(revision.changedAt()));
        properties.add(new Created(revision.createdAt()));
        properties.add(new LastModified(revision.changedAt()));
        properties.add(new Sequence(revision.sequence()));
    }

    private void addTime() {
        if (entry.when() instanceof When.AllDay days) {
            properties.add(new DtStart<>(days.first()));
            properties.add(new DtEnd<>(days.last().plusDays(1)));
        } else if (entry.when() instanceof When.Timed hours) {
            addHours(hours);
        }
    }

    private void addHours(When.Timed hours) {
        if (hours.needsUtc()) {
            properties.add(new DtStart<>(hours.startsAt()));
            properties.add(new DtEnd<>(hours.endsAt()));
        } else {
            properties.add(new WallClock.Start(hours.start(), hours.zone()));
            properties.add(new WallClock.End(hours.end(), hours.zone()));
        }
    }

    private void addDetails() {
        Details details = entry.details();
        properties.add(new Summary(CleanText.line(details.summary())));
        if (details.description() != null) {
            properties.add(new Description(CleanText.lines(details.description())));
        }
        if (details.location() != null) {
            properties.add(new Location(CleanText.lines(details.location())));
        }
        if (details.url() != null) {
            properties.add(new Url(details.url()));
        }
        var categories = details.categories().stream()
                .map(CleanText::category)
                .filter(category -> !category.isEmpty())
                .toList();
        if (!categories.isEmpty()) {
            properties.add(new Categories(new TextList(categories)));
        }
    }

    private void addState() {
        properties.add(new Status(entry.status().name()));
        boolean free = entry.status() == EntryStatus.CANCELLED || entry.when() instanceof When.AllDay;
        properties.add(free ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        String busy = entry.status() == EntryStatus.TENTATIVE ? "TENTATIVE" : "BUSY";
        properties.add(new XProperty("X-MICROSOFT-CDO-BUSYSTATUS", free ? "FREE" : busy));
    }
}
