package lv.kopa.export.regular;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.organisation.Member;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.attendees.Arrangement.Column;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** Where organisers order lists to be mailed. */
public record ListOrdersPage(Shell shell, EventDetails event, List<ListOrder> orders, List<Member> readers, Form form) {

    public String back() {
        return "/organiser/events/" + event.event().slug();
    }

    public String path() {
        return back() + "/regular-lists";
    }

    /** To whom, how often, and of whom. */
    public String about(ListOrder order) {
        return Stream.of(
                        shell.text(order.rhythm().textKey()),
                        order.q(),
                        status(order.status()),
                        category(order.category()),
                        order.unanswered() ? shell.text("workspace.attendees.unanswered") : "",
                        columns(order.chosen()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String columns(Collection<String> chosen) {
        String names = Arrays.stream(Column.values())
                .filter(column -> chosen.contains(column.key()))
                .map(column -> shell.text(column.textKey()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : shell.text("workspace.attendees.columns") + ": " + names;
    }

    private String status(@Nullable RegistrationStatus status) {
        return status == null ? "" : shell.text(status.textKey());
    }

    private String category(@Nullable String key) {
        return key == null
                ? ""
                : event.category(key).map(kind -> shell.text(kind.name())).orElse("");
    }

    public String reader(ListOrder order) {
        return readers.stream()
                .filter(member -> member.personId() == order.personId())
                .map(Member::name)
                .findFirst()
                .orElse("–");
    }

    public String next(ListOrder order) {
        return shell.dates().shortMoment(order.nextAt(), event.event().zone());
    }

    /** What a new one would be narrowed to, in words; "" where to nothing. */
    public String narrowed() {
        String status = Arrays.stream(RegistrationStatus.values())
                .filter(one -> one.name().equals(form.get("status")))
                .map(this::status)
                .findFirst()
                .orElse("");
        return Stream.of(
                        form.get("q"),
                        status,
                        category(form.get("category")),
                        form.get("answers").isEmpty() ? "" : shell.text("workspace.attendees.unanswered"),
                        columns(form.all("columns")))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    public Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        readers.forEach(member -> people.put(Long.toString(member.personId()), member.name()));
        return people;
    }

    public Map<String, String> rhythms() {
        Map<String, String> rhythms = new LinkedHashMap<>();
        Arrays.stream(Rhythm.values()).forEach(rhythm -> rhythms.put(rhythm.name(), shell.text(rhythm.textKey())));
        return rhythms;
    }

    public boolean mayAdd() {
        return orders.size() < ListOrders.MOST;
    }
}
