package lv.kopa.registration.own;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import lv.kopa.mail.Message;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.organisation.audit.Entry;
import lv.kopa.registration.Bringing;
import lv.kopa.registration.Registrations;
import lv.kopa.text.Texts;

/** Something that happened to a registration, in words its person understands. */
public record Step(Instant at, String said) {
    private static final String KEY = "registration.own.step.";
    private static final List<String> NEWS = List.of("event-changed", "event-cancelled");

    /** All of them in the order they happened; deeds that are nobody's business but ours are left out. */
    public static List<Step> of(Situation situation, Texts texts) {
        List<Step> steps = new ArrayList<>();
        for (Entry entry : situation.history()) {
            String key = key(entry, situation, texts);
            if (texts.has(key)) {
                steps.add(new Step(shownAt(entry, situation), texts.get(key, detail(entry, texts))));
            }
        }
        for (Message message : situation.messages()) {
            if (NEWS.contains(message.item().kind())) {
                steps.add(new Step(
                        message.item().createdAt(),
                        texts.get(KEY + message.item().kind())));
            }
        }
        Collections.reverse(steps);
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    /** What was before a mistyped address was mended is shown as of then: nobody is to see which address had none before. */
    private static Instant shownAt(Entry entry, Situation situation) {
        return situation.history().stream()
                .filter(other -> other.deed().equals("address-mended"))
                .map(Entry::at)
                .filter(entry.at()::isBefore)
                .findFirst()
                .orElse(entry.at());
    }

    private static String key(Entry entry, Situation situation, Texts texts) {
        String key = KEY + deed(entry, situation);
        if (entry.actor().equals(Bringing.CONTACT)) {
            if (situation.isOwnHost() && texts.has(key + ".by-yourself")) {
                return key + ".by-yourself";
            }
            return key + ".by-contact";
        }
        if (entry.actor().equals(Bringing.HEAD)) {
            return key + ".by-head";
        }
        if (entry.actor().equals(Registrations.GUARDIAN)) {
            return key + ".by-guardian";
        }
        boolean own = entry.actor().equals(Deed.PARTICIPANT) || entry.actor().equals(Deed.SYSTEM);
        return !own && texts.has(key + ".by-organiser") ? key + ".by-organiser" : key;
    }

    /** Whoever has no place yet gives none up. */
    private static String deed(Entry entry, Situation situation) {
        boolean theirs = entry.actor().equals(Deed.PARTICIPANT) || entry.actor().equals(Bringing.CONTACT);
        return theirs && entry.deed().equals("cancelled")
                ? situation.givenUp(entry.at()).orElse("cancelled")
                : entry.deed();
    }

    private static String detail(Entry entry, Texts texts) {
        String detail = entry.detail() == null ? "" : entry.detail();
        return switch (entry.deed()) {
            case "changed" ->
                Arrays.stream(detail.split(","))
                        .map(field -> texts.get("registration.own.field." + field))
                        .collect(Collectors.joining(", "));
            case "consent-given", "consent-withdrawn" -> texts.get("export.consent." + detail);
            default -> detail;
        };
    }
}
