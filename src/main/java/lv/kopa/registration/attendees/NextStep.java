package lv.kopa.registration.attendees;

import java.util.ArrayList;
import java.util.List;
import lv.kopa.event.Event;
import lv.kopa.event.Session;
import lv.kopa.event.Visibility;
import lv.kopa.event.edit.Unfinished;
import lv.kopa.event.notice.EventView;
import lv.kopa.web.Shell;

/**
 * What an organiser does next about an event, or has done.
 *
 * @param address where; "" where there is nothing to be done
 */
public record NextStep(String text, String address, boolean done) {

    static List<NextStep> of(EventView view, Figures figures) {
        return switch (view.event().state()) {
            case DRAFT -> beforePublication(view);
            case PUBLISHED -> afterPublication(view, figures);
            case COMPLETED -> afterwards(view);
            case CANCELLED -> List.of();
        };
    }

    private static List<NextStep> afterwards(EventView view) {
        return List.of(
                view.isReported()
                        ? new NextStep(view.shell().text("workspace.step.reported"), "", true)
                        : new NextStep(
                                view.shell().text("workspace.step.report"),
                                "/organiser/events/" + view.event().slug() + "/outcome",
                                false));
    }

    private static List<NextStep> beforePublication(EventView view) {
        Shell shell = view.shell();
        String edit = "/organiser/events/" + view.event().slug() + "/edit";
        List<Session> planned = view.details().planned();
        Unfinished unfinished = Unfinished.of(view.details());
        List<NextStep> steps = new ArrayList<>();
        steps.add(new NextStep(shell.text("workspace.step.when"), edit + "#sessions", !planned.isEmpty()));
        if (!planned.isEmpty()) {
            steps.add(new NextStep(
                    shell.text("workspace.step.where"),
                    edit + "#sessions",
                    unfinished.placeless().isEmpty()));
        }
        steps.add(new NextStep(
                shell.text("workspace.step.places"),
                edit + "#places",
                view.details().places().isPresent()));
        if (!unfinished.words().isEmpty()) {
            steps.add(new NextStep(shell.text("workspace.step.words"), edit, false));
        }
        steps.add(new NextStep(shell.text("workspace.step.look"), view.path(), false));
        steps.add(new NextStep(shell.text("workspace.step.publish"), "#publication", false));
        return steps;
    }

    private static List<NextStep> afterPublication(EventView view, Figures figures) {
        Shell shell = view.shell();
        Event event = view.event();
        List<NextStep> steps = new ArrayList<>();
        steps.add(new NextStep(shell.text("workspace.step.published"), "", true));
        if (event.visibility() == Visibility.INVITATION) {
            steps.add(
                    event.invitationHash() == null
                            ? new NextStep(shell.text("workspace.step.invite"), "#invitation", false)
                            : new NextStep(shell.text("workspace.step.invited"), "", true));
        }
        if (figures.awaiting() > 0) {
            steps.add(new NextStep(
                    shell.text("workspace.step.decide", figures.awaiting()),
                    "/organiser/events/" + event.slug() + "/selection",
                    false));
        }
        if (figures.unreached() > 0) {
            steps.add(new NextStep(
                    shell.text("workspace.step.returned", figures.unreached()),
                    "/organiser/outbox?event=" + event.slug() + "&state=RETURNED",
                    false));
        }
        if (!event.isOver(view.now())) {
            steps.add(
                    figures.live() == 0
                            ? new NextStep(shell.text("workspace.step.tell"), "#address", false)
                            : new NextStep(shell.text("workspace.step.first"), "", true));
            view.closes().ifPresent(closes -> steps.add(new NextStep(closes, "", false)));
        } else {
            steps.addAll(afterwards(view));
        }
        return steps;
    }
}
