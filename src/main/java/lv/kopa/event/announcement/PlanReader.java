package lv.kopa.event.announcement;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.event.Approval;
import lv.kopa.event.EventKind;
import lv.kopa.event.Minors;
import lv.kopa.event.Visibility;
import lv.kopa.event.announcement.Announcement.AnnouncedCategory;
import lv.kopa.event.announcement.Announcement.AnnouncedSession;
import lv.kopa.event.announcement.EventPlan.CategoryPlan;
import lv.kopa.event.announcement.EventPlan.RegistrationPlan;
import lv.kopa.event.announcement.EventPlan.SessionPlan;
import lv.kopa.text.Faults;
import lv.kopa.text.Language;
import lv.kopa.text.Slug;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/** Makes sense of what an organiser typed, or says everything that is wrong with it. */
final class PlanReader {
    private static final int MOST_PLACES = 100_000;
    private static final int MOST_TRAINERS = 20;
    private static final int MOST_HOURS = 336;

    private final Faults faults = new Faults();
    private final PlanValues values = new PlanValues(faults);
    private final EventPlan plan;
    private final ZoneId home;

    private PlanReader(EventPlan plan, ZoneId home) {
        this.plan = plan;
        this.home = home;
    }

    /**
     * @param home the zone of the organisation, meant where the plan names none
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    static Announcement read(EventPlan plan, ZoneId home) {
        return new PlanReader(plan, home).read();
    }

    private Announcement read() {
        Translated title = values.translated("title", plan.title(), 200, true);
        ZoneId zone = values.zone("timeZone", plan.timeZone(), home);
        List<AnnouncedCategory> categories = categories();
        List<AnnouncedSession> sessions = sessions(title, zone);
        RegistrationPlan registration = Optional.ofNullable(plan.registration()).orElseGet(RegistrationPlan::none);
        boolean planned = sessions.size() == plan.sessionsOrNone().size();
        TermsReader terms = new TermsReader(faults, registration, zone, planned ? sessions : List.of());
        Announcement announcement = new Announcement(
                slug(title),
                values.choice("kind", plan.kind(), EventKind::of).orElse(EventKind.TRAINING),
                title,
                values.translated("description", plan.description(), 20_000, false),
                values.translated("provided", plan.provided(), 2_000, false),
                heldIn(title),
                zone,
                values.number("places", plan.places(), 1, MOST_PLACES),
                Optional.ofNullable(plan.waitingList()).orElse(true),
                values.optionalChoice("approval", plan.approval(), Approval.class, Approval.AUTOMATIC),
                values.optionalChoice("visibility", plan.visibility(), Visibility.class, Visibility.PUBLIC),
                terms.opens(),
                terms.closes(),
                terms.changesUntil(),
                terms.answersUntil(),
                Optional.ofNullable(registration.confirmAddress()).orElse(false),
                values.number("registration.offerHours", registration.offerHours(), 1, MOST_HOURS),
                values.optionalChoice("registration.minors", registration.minors(), Minors.class, Minors.NOT_ASKED),
                terms.decisionsBy(),
                categories,
                sessions,
                new QuestionReader(faults, categories).read(plan.questionsOrNone()));
        faults.refuseIfAny();
        return announcement;
    }

    private String slug(Translated title) {
        String typed = values.line("slug", plan.slug(), 80);
        if (typed == null) {
            return Slug.of(title);
        }
        if (!Slug.isOne(typed)) {
            faults.add("slug", "event.fault.slug");
        }
        return typed;
    }

    private String heldIn(Translated title) {
        Set<Language> languages = new HashSet<>();
        for (String tag : Optional.ofNullable(plan.languages()).orElse(List.of())) {
            Language.of(tag)
                    .ifPresentOrElse(languages::add, () -> faults.add("languages", "event.fault.language", tag));
        }
        Set<Language> heldIn = languages.isEmpty() ? title.languages() : languages;
        return heldIn.stream().sorted().map(Language::tag).collect(Collectors.joining(","));
    }

    private List<AnnouncedCategory> categories() {
        List<AnnouncedCategory> read = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (CategoryPlan category : plan.categoriesOrNone()) {
            String field = "categories[" + read.size() + "]";
            Translated name = values.translated(field + ".name", category.name(), 100, true);
            String key = values.key(field + ".key", category.key(), name, keys);
            read.add(new AnnouncedCategory(
                    key,
                    name,
                    values.translated(field + ".description", category.description(), 500, false),
                    values.number(field + ".places", category.places(), 0, MOST_PLACES)));
        }
        return read;
    }

    private List<AnnouncedSession> sessions(Translated eventTitle, ZoneId eventZone) {
        List<AnnouncedSession> read = new ArrayList<>();
        List<SessionPlan> planned = plan.sessionsOrNone();
        for (int i = 0; i < planned.size(); i++) {
            session("sessions[" + i + "]", planned.get(i), eventTitle, eventZone)
                    .ifPresent(read::add);
        }
        return read;
    }

    private Optional<AnnouncedSession> session(
            String field, SessionPlan typed, Translated eventTitle, ZoneId eventZone) {
        Translated title = values.translated(field + ".title", typed.title(), 200, false);
        ZoneId zone = values.zone(field + ".timeZone", typed.timeZone(), eventZone);
        var start = values.wallClock(field + ".start", typed.start(), zone);
        var end = values.wallClock(field + ".end", typed.end(), zone);
        String url = values.webAddress(field + ".onlineUrl", typed.onlineUrl());
        List<String> trainers = trainers(field + ".trainers", typed.trainers());
        String place = values.line(field + ".place", typed.place(), 500);
        String host = values.line(field + ".host", typed.host(), 200);
        String contact = values.line(field + ".hostContact", typed.hostContact(), 500);
        @Nullable Integer places = values.number(field + ".places", typed.places(), 1, MOST_PLACES);
        if (start == null || end == null) {
            return Optional.empty();
        }
        AnnouncedSession session = new AnnouncedSession(
                typed.id(),
                title.isEmpty() ? eventTitle : title,
                start,
                end,
                zone,
                place,
                url,
                host,
                contact,
                trainers,
                places);
        if (!session.endsAt().isAfter(session.startsAt())) {
            faults.add(field + ".end", "event.fault.ends-before-it-starts");
        }
        return Optional.of(session);
    }

    private List<String> trainers(String field, @Nullable List<String> typed) {
        List<String> read = new ArrayList<>();
        for (String name : Optional.ofNullable(typed).orElse(List.of())) {
            String line = values.line(field + "[" + read.size() + "]", name, 200);
            if (line != null) {
                read.add(line);
            }
        }
        if (read.size() > MOST_TRAINERS) {
            faults.add(field, "event.fault.trainers", MOST_TRAINERS);
        }
        return read;
    }
}
