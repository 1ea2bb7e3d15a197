package lv.kopa.registration.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventKind;
import lv.kopa.event.Session;
import lv.kopa.mail.Wording.Fact;
import lv.kopa.registration.change.Snapshot.Part;
import lv.kopa.registration.facts.EventFacts;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/** What is different for a person, each thing with its new and its old value, in the words of one language. */
public final class Differences {
    private static final String NOTHING = "–";

    private final Snapshot before;
    private final EventDetails event;
    private final Language language;
    private final boolean confirmed;
    private final Texts texts;
    private final EventFacts words;
    private final List<Fact> facts = new ArrayList<>();

    private Differences(Snapshot before, EventDetails event, Language language, boolean confirmed) {
        this.before = before;
        this.event = event;
        this.language = language;
        this.confirmed = confirmed;
        this.texts = Texts.in(language);
        this.words = new EventFacts(event, language);
    }

    /**
     * The differences, after what it is all about; nothing where there are none.
     *
     * @param chosen the ids of the sessions that the person chose
     * @param confirmed whether the person may see how to join online
     */
    public static List<Fact> of(
            Snapshot before, EventDetails event, Language language, Collection<Long> chosen, boolean confirmed) {
        Differences differences = new Differences(before, event, language, confirmed);
        differences.addKind();
        event.sessions().stream().filter(session -> session.isFor(chosen)).forEach(differences::add);
        return differences.withTitle();
    }

    private List<Fact> withTitle() {
        String was = before.title().in(language);
        String now = event.event().title().in(language);
        if (was.equals(now) && facts.isEmpty()) {
            return List.of();
        }
        List<Fact> all = new ArrayList<>();
        all.add(was.equals(now) ? words.what() : new Fact(texts.get("mail.fact.what"), change(was, now)));
        all.addAll(facts);
        return all;
    }

    private void addKind() {
        Snapshot now = Snapshot.of(event);
        if (now.isOtherKindThan(before)) {
            facts.add(new Fact(texts.get("event.kind"), change(kind(before), kind(now))));
        }
    }

    private String kind(Snapshot snapshot) {
        return Optional.ofNullable(snapshot.kind())
                .flatMap(EventKind::of)
                .map(kind -> texts.get(kind.textKey()))
                .orElse("");
    }

    private void add(Session session) {
        Optional<Part> known = before.part(session.id());
        if (session.isCancelled()) {
            known.filter(part -> !part.cancelled())
                    .ifPresent(part -> facts.add(new Fact(name("mail.change.dropped", session), List.of(time(part)))));
        } else if (known.isEmpty()) {
            facts.add(new Fact(name("mail.change.added", session), whole(session)));
        } else {
            compare(session, known.get(), Part.of(session));
        }
    }

    private void compare(Session session, Part was, Part now) {
        add(session, "what", was.title().in(language), now.title().in(language));
        add(session, "when", time(was), time(now));
        add(session, "where", was.whereIn(texts).orElse(""), now.whereIn(texts).orElse(""));
        if (confirmed) {
            add(
                    session,
                    "online",
                    Optional.ofNullable(was.onlineUrl()).orElse(""),
                    Optional.ofNullable(now.onlineUrl()).orElse(""));
        }
    }

    private void add(Session session, String what, String was, String now) {
        if (!was.equals(now)) {
            String fact = texts.get("mail.fact." + what);
            boolean only = event.sessions().size() == 1;
            facts.add(new Fact(
                    only ? fact : texts.get("mail.change.of", name(session), fact.toLowerCase(language.locale())),
                    change(was, now)));
        }
    }

    private List<String> change(String was, String now) {
        return List.of(
                texts.get("mail.change.now", now.isEmpty() ? NOTHING : now),
                texts.get("mail.change.was", was.isEmpty() ? NOTHING : was));
    }

    private List<String> whole(Session session) {
        List<String> lines = new ArrayList<>();
        lines.add(time(Part.of(session)));
        session.whereIn(texts).ifPresent(lines::add);
        if (confirmed && session.onlineUrl() != null) {
            lines.add(session.onlineUrl());
        }
        return lines;
    }

    private String time(Part part) {
        return words.time(part.start(), part.end(), part.zoneId());
    }

    private String name(String key, Session session) {
        return texts.get(key, name(session));
    }

    private String name(Session session) {
        return event.nameOf(session, language)
                .orElseGet(() -> Dates.in(language).bound(session.startsOn()));
    }
}
