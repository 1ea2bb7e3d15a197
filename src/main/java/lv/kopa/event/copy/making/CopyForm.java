package lv.kopa.event.copy.making;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.copy.EventPart;
import lv.kopa.event.copy.making.Repetition.Rhythm;
import lv.kopa.web.Form;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** The fields in which an organiser says when something takes place once more, and what is to be as it was. */
record CopyForm(Form form) {
    /** How many further days can be named. */
    static final int OTHERS = 4;

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2200;

    /** What most want: everything but the people who help, once, a day that is still to be said. */
    static CopyForm blank() {
        Form form = Form.empty()
                .with("rhythm", Rhythm.ONCE)
                .with("times", 2)
                .with("submission", Token.random().secret());
        EventPart.ofItself().forEach(part -> form.with("parts", part));
        return new CopyForm(form);
    }

    Set<EventPart> parts() {
        Set<EventPart> parts = EnumSet.noneOf(EventPart.class);
        Arrays.stream(EventPart.values())
                .filter(part -> form.chose("parts", part.name()))
                .forEach(parts::add);
        return parts;
    }

    /** The secret that tells a form sent twice from two forms. */
    String submission() {
        return form.get("submission");
    }

    /**
     * The days that were typed, which are good only where the form has no errors then; a copy without a programme is made
     * once, for no day in particular.
     */
    List<LocalDate> days(EventDetails event) {
        if (event.firstDay().isEmpty()) {
            return List.of(LocalDate.EPOCH);
        }
        if (!parts().contains(EventPart.SESSIONS)) {
            form.filled("first").ifPresent(typed -> form.reject("first", "workspace.copy.fault.programme"));
            return List.of(LocalDate.EPOCH);
        }
        LocalDate first = day("first");
        if (first == null && form.error("first").isEmpty()) {
            form.reject("first", "workspace.copy.fault.first");
        }
        List<LocalDate> others = IntStream.range(0, OTHERS)
                .mapToObj(number -> Optional.ofNullable(day("other" + number)))
                .flatMap(Optional::stream)
                .toList();
        Rhythm rhythm = rhythm();
        int times = rhythm == Rhythm.ONCE ? 1 : times();
        return form.hasErrors() || first == null ? List.of() : new Repetition(first, rhythm, times, others).days();
    }

    private Rhythm rhythm() {
        return Arrays.stream(Rhythm.values())
                .filter(rhythm -> form.chose("rhythm", rhythm.name()))
                .findFirst()
                .orElse(Rhythm.ONCE);
    }

    private int times() {
        String typed = form.get("times");
        if (typed.matches("\\d{1,2}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= Repetition.MOST) {
            return Integer.parseInt(typed);
        }
        form.reject("times", "workspace.copy.fault.times", Repetition.MOST);
        return 1;
    }

    private @Nullable LocalDate day(String field) {
        String typed = form.get(field);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed.toUpperCase(Locale.ROOT));
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below, as a year that nobody means is
        }
        form.reject(field, "workspace.copy.fault.day");
        return null;
    }
}
