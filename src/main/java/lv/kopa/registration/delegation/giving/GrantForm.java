package lv.kopa.registration.delegation.giving;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisation;
import lv.kopa.registration.delegation.Delegation;
import lv.kopa.registration.delegation.Grant;
import lv.kopa.registration.delegation.Standing;
import lv.kopa.text.Language;
import lv.kopa.text.PlainText;
import lv.kopa.web.Form;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** What an organiser gives a partner, as typed; what is wrong is said at its field. */
final class GrantForm {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST = 1_000;

    private final EventDetails event;
    private final List<Long> kinds;
    private final Form form;

    /**
     * @param kinds the ids of those of which there can be places; 0 for none
     */
    GrantForm(EventDetails event, List<Long> kinds, Form form) {
        this.event = event;
        this.kinds = kinds;
        this.form = form;
    }

    /** A form to begin with: the date is that until which people may change what they registered. */
    static Form blank(EventDetails event, Language reader) {
        Form form = Form.empty().with("submission", Token.random().secret()).with("language", reader.tag());
        return form.with("until", local(event, event.event().changesEnd()));
    }

    static Form of(EventDetails event, Standing standing) {
        Delegation delegation = standing.delegation();
        Form form = Form.empty()
                .with("partner", delegation.partner())
                .with("head", delegation.head())
                .with("email", delegation.email())
                .with("language", delegation.reader().tag())
                .with("note", delegation.note())
                .with("until", local(event, delegation.fillUntil()));
        standing.allotments().forEach(allotment -> form.with(Grant.field(event, allotment.kind()), allotment.places()));
        return form;
    }

    private static @Nullable String local(EventDetails event, @Nullable Instant instant) {
        return instant == null
                ? null
                : instant.atZone(event.event().zone())
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /** What it means, where the form has no errors then. */
    Optional<Grant> read(Instant now, List<Organisation> organisations) {
        String partner = line("partner");
        String head = line("head");
        Optional<EmailAddress> email = EmailAddress.parse(form.get("email"));
        if (email.isEmpty()) {
            form.reject("email", form.filled("email").isEmpty() ? "web.required" : "registration.fault.email");
        }
        Optional<Language> language = Language.of(form.get("language"));
        if (language.isEmpty()) {
            form.reject("language", "web.required");
        }
        if (form.get("note").length() > LONGEST_NOTE) {
            form.reject("note", "web.too-long", LONGEST_NOTE);
        }
        SortedMap<Long, Integer> places = places();
        Optional<Instant> until = until(now);
        if (form.hasErrors()) {
            return Optional.empty();
        }
        Long organisation = organisations.stream()
                .filter(one -> one.name().equalsIgnoreCase(partner))
                .findFirst()
                .map(Organisation::id)
                .orElse(null);
        return Optional.of(new Grant(
                organisation,
                partner,
                new Grant.Head(head, email.orElseThrow(), language.orElseThrow()),
                form.filled("note").orElse(null),
                until.orElseThrow(),
                places));
    }

    private String line(String field) {
        String line = PlainText.line(form.get(field));
        if (line.isEmpty()) {
            form.reject(field, "web.required");
        } else if (line.length() > LONGEST_NAME) {
            form.reject(field, "web.too-long", LONGEST_NAME);
        }
        return line;
    }

    private SortedMap<Long, Integer> places() {
        SortedMap<Long, Integer> places = new TreeMap<>();
        for (long kind : kinds) {
            String field = Grant.field(event, kind);
            String typed = form.get(field);
            if (!typed.isEmpty() && !typed.matches("\\d{1,9}")) {
                form.reject(field, "workspace.fault.number");
            } else if (!typed.isEmpty() && Integer.parseInt(typed) > MOST) {
                form.reject(field, "web.number-between", 0, MOST);
            } else if (!typed.isEmpty() && Integer.parseInt(typed) > 0) {
                places.put(kind, Integer.valueOf(typed));
            }
        }
        if (places.isEmpty()) {
            form.reject(Grant.field(event, kinds.get(0)), "registration.delegation.fault.none");
        }
        return places;
    }

    private Optional<Instant> until(Instant now) {
        Optional<Instant> until = Optional.empty();
        try {
            LocalDateTime local = LocalDateTime.parse(form.get("until"));
            if (event.event().zone().getRules().getValidOffsets(local).isEmpty()) {
                form.reject("until", "event.fault.skipped-hour");
            }
            until = Optional.of(local.atZone(event.event().zone()).toInstant());
        } catch (DateTimeException notOne) {
            form.reject("until", form.filled("until").isEmpty() ? "web.required" : "event.fault.date-time");
        }
        Instant start = event.event().startsAt();
        until.filter(typed -> !typed.isAfter(now))
                .ifPresent(past -> form.reject("until", "registration.delegation.fault.past"));
        until.filter(typed -> start != null && typed.isAfter(start))
                .ifPresent(late -> form.reject("until", "registration.delegation.fault.late"));
        return until;
    }
}
