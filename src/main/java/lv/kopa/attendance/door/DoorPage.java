package lv.kopa.attendance.door;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.attendance.Attendance;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.web.Shell;

/**
 * The list at the door of a session.
 *
 * @param guests everybody who is expected
 * @param q what is looked for; "" for everybody
 * @param seen the reference of whom the organiser has just marked; "" for nobody
 * @param reader who looks at it, by id: a phone that several use sends the marks of each as theirs
 */
public record DoorPage(EventView view, Session session, List<Guest> guests, String q, String seen, long reader) {
    /** More than this many rows nobody reads at a door. */
    private static final int MOST = 200;

    public Shell shell() {
        return view.shell();
    }

    public String back() {
        return "/organiser/events/" + view.event().slug();
    }

    public String path() {
        return back() + "/check-in";
    }

    /** Where somebody is marked. */
    public String path(Guest guest) {
        return path() + "/" + session.id() + "/" + guest.person().reference();
    }

    public Map<Long, String> sessions() {
        Map<Long, String> names = new LinkedHashMap<>();
        view.details().planned().forEach(part -> names.put(part.id(), name(part)));
        return names;
    }

    public String name(Session part) {
        return shell().dates().shortDay(part.startsOn().toLocalDate()) + ", " + view.hours(part) + " · "
                + view.heading(part);
    }

    /** Whether it begins on another day yet, so that whoever opened the list may have meant another one. */
    public boolean isEarly() {
        return view.now()
                .atZone(session.zone())
                .toLocalDate()
                .isBefore(session.startsOn().toLocalDate());
    }

    /** When it does, by the clocks of its place. */
    public String begins() {
        return shell().dates().bound(session.startsOn());
    }

    public long here() {
        return guests.stream().filter(Guest::isHere).count();
    }

    private Stream<Guest> matching() {
        return guests.stream().filter(guest -> q.isEmpty() || guest.matches(q));
    }

    public List<Guest> found() {
        return matching().limit(MOST).toList();
    }

    /** How many more there are than are shown. */
    public long more() {
        return Math.max(0, matching().count() - MOST);
    }

    /** Who has just been marked, and is there. */
    public Optional<Guest> justSeen() {
        return guests.stream()
                .filter(guest -> guest.person().reference().equals(seen) && guest.isHere())
                .findFirst();
    }

    /** Whether a code was shown of nobody who is expected here. */
    public boolean isUnknown() {
        return seen.equals("unknown");
    }

    /** Who somebody is besides their name. */
    public String about(Registration person) {
        return Stream.of(
                        view.details().categoryOf(person.categoryId()).map(kind -> shell().text(kind.name())),
                        Optional.ofNullable(person.organisation()),
                        Optional.of(person.reference()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    /** Since when somebody is there, that they were if that was noted later, or from when until when they were, by the clocks of the place. */
    public String when(Attendance attendance) {
        LocalDateTime came = attendance.cameOn();
        LocalDateTime left = attendance.leftOn();
        if (came == null && left == null) {
            LocalDateTime seen = attendance.seenAt().atZone(session.zone()).toLocalDateTime();
            boolean during = !seen.toLocalDate().isAfter(session.endsOn().toLocalDate());
            return during
                    ? shell().text("attendance.door.since", time(seen))
                    : shell().text("attendance.door.was-here");
        }
        return time(came == null ? session.startsOn() : came) + "–" + time(left == null ? session.endsOn() : left);
    }

    private String time(LocalDateTime time) {
        return shell().dates().time(time);
    }

    /** This list again. */
    static String address(String slug, long session, String q, String seen) {
        return "/organiser/events/" + slug + "/check-in?session=" + session
                + (q.isEmpty() ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                + (seen.isEmpty() ? "" : "&seen=" + seen);
    }
}
