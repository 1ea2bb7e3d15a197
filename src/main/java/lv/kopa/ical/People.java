package lv.kopa.ical;

import java.util.List;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Organizer;

/** The people of an entry, as properties. */
final class People {

    private People() {}

    static Organizer organizer(Organiser organiser) {
        var name = new ParameterList(List.of(new Cn(CleanText.name(organiser.name()))));
        return new Organizer(name, MailtoLink.of(organiser.address()));
    }

    /** Asked for an answer, as Outlook shows buttons only then. */
    static net.fortuna.ical4j.model.property.Attendee attendee(Attendee attendee) {
        var parameters = new ParameterList(List.of(
                CuType.INDIVIDUAL,
                Role.REQ_PARTICIPANT,
                PartStat.NEEDS_ACTION,
                Rsvp.TRUE,
                new Cn(CleanText.name(attendee.name()))));
        return new net.fortuna.ical4j.model.property.Attendee(parameters, MailtoLink.of(attendee.address()));
    }
}
