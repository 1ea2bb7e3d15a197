package lv.kopa.event.notice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Links that write an event into the calendars people have on the web, once: it does not move there when it is moved here.
 * An event of several days is written as whole days, as its banner is; one with days between them, which would be taken
 * too, is not.
 */
public record CalendarLinks(EventView view) {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    /** Whether there is a day for all of it, and nothing of it between. */
    public boolean areOffered() {
        long days = view.details().planned().stream()
                .flatMap(session -> session.startsOn()
                        .toLocalDate()
                        .datesUntil(session.endsOn().toLocalDate().plusDays(1)))
                .distinct()
                .count();
        return days > 0 && days == ChronoUnit.DAYS.between(first(), dayAfter());
    }

    public String google() {
        return "https://calendar.google.com/calendar/render?action=TEMPLATE&text=" + encoded(view.title()) + "&dates="
                + encoded(view.isOneDay() ? basic(start()) + "/" + basic(end()) : basicDays())
                + "&location=" + encoded(view.where()) + "&details=" + encoded(address());
    }

    public String outlook() {
        return composed("https://outlook.live.com");
    }

    public String microsoft365() {
        return composed("https://outlook.office.com");
    }

    private String composed(String host) {
        return host + "/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent&subject="
                + encoded(view.title()) + "&startdt="
                + encoded(view.isOneDay() ? utc(start()) : first().toString())
                + "&enddt=" + encoded(view.isOneDay() ? utc(end()) : dayAfter().toString())
                + (view.isOneDay() ? "" : "&allday=true")
                + "&location=" + encoded(view.where()) + "&body=" + encoded(address());
    }

    private ZonedDateTime start() {
        return view.details().first().orElseThrow().start();
    }

    private ZonedDateTime end() {
        return view.details().end().orElseThrow();
    }

    private LocalDate first() {
        return view.details().firstDay().orElseThrow();
    }

    /** The first day that is no part of it, as calendars have ends. */
    private LocalDate dayAfter() {
        return view.details().lastDay().orElseThrow().plusDays(1);
    }

    private String basicDays() {
        return DateTimeFormatter.BASIC_ISO_DATE.format(first()) + "/"
                + DateTimeFormatter.BASIC_ISO_DATE.format(dayAfter());
    }

    private static String basic(ZonedDateTime time) {
        return BASIC.format(time.withZoneSameInstant(ZoneOffset.UTC));
    }

    private static String utc(ZonedDateTime time) {
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }

    private String address() {
        return view.shell().links().to(view.path());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
