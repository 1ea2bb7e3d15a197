package lv.kopa.event.copy.making;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.copy.EventPart;
import lv.kopa.event.copy.making.Repetition.Rhythm;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** Where organisers have an event take place once more. */
public record CopyPage(Shell shell, EventDetails event, Form form) {
    public String back() {
        return "/organiser/events/" + event.event().slug();
    }

    public String path() {
        return back() + "/copy";
    }

    /** Whether there are days that can be moved. */
    public boolean hasDays() {
        return event.firstDay().isPresent();
    }

    public Map<String, String> rhythms() {
        Map<String, String> rhythms = new LinkedHashMap<>();
        Arrays.stream(Rhythm.values())
                .forEach(rhythm -> rhythms.put(
                        rhythm.name(),
                        shell.text("workspace.copy.rhythm." + rhythm.name().toLowerCase(Locale.ROOT))));
        return rhythms;
    }

    public List<String> others() {
        return IntStream.range(0, CopyForm.OTHERS)
                .mapToObj(number -> "other" + number)
                .toList();
    }

    public List<EventPart> parts() {
        return List.of(EventPart.values());
    }

    /** What a template may keep: nobody helps with one. */
    public List<EventPart> lasting() {
        return List.copyOf(EventPart.ofItself());
    }
}
