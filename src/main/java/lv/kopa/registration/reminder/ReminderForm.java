package lv.kopa.registration.reminder;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** The fields in which an organiser says when to remind people; what is wrong with them is said to the form. */
final class ReminderForm {
    /** A year, in days; whoever means so many hours can say days. */
    private static final int MOST = 366;

    private ReminderForm() {}

    static Form blank() {
        return Form.empty().with("amount", 1).with("unit", "days").with("side", Offset.Side.BEFORE_EVENT.key());
    }

    static Optional<Offset> read(Form form) {
        Optional<Integer> amount = form.filled("amount")
                .filter(typed -> typed.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= MOST);
        Optional<Offset.Unit> unit = Arrays.stream(Offset.Unit.values())
                .filter(one -> lower(one).equals(form.get("unit")))
                .findFirst();
        if (amount.isEmpty()) {
            form.reject("amount", "reminder.fault.amount");
        }
        if (unit.isEmpty()) {
            form.reject("unit", "reminder.fault.side");
        }
        Optional<Offset.Side> side = Arrays.stream(Offset.Side.values())
                .filter(one -> one.key().equals(form.get("side")))
                .findFirst();
        if (side.isEmpty()) {
            form.reject("side", "reminder.fault.side");
        }
        return amount.flatMap(many -> unit.flatMap(one -> side.map(where -> new Offset(many, one, where))));
    }

    static Map<String, String> units(Shell shell) {
        Map<String, String> units = new LinkedHashMap<>();
        for (Offset.Unit unit : Offset.Unit.values()) {
            units.put(lower(unit), shell.text("reminder.unit." + lower(unit)));
        }
        return units;
    }

    static Map<String, String> sides(Shell shell) {
        Map<String, String> sides = new LinkedHashMap<>();
        for (Offset.Side side : Offset.Side.values()) {
            sides.put(side.key(), shell.text("reminder.side." + side.key()));
        }
        return sides;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
