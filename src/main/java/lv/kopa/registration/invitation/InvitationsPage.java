package lv.kopa.registration.invitation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Approval;
import lv.kopa.event.Category;
import lv.kopa.event.notice.EventView;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * Who is invited to an event, and the forms by which others are.
 *
 * @param closed why nobody can be invited now
 */
public record InvitationsPage(EventView view, List<Invitation> invitations, Optional<Sentence> closed, Form form) {

    public Shell shell() {
        return view.shell();
    }

    public String path() {
        return path(view);
    }

    static String path(EventView view) {
        return back(view) + "/invitations";
    }

    private static String back(EventView view) {
        return "/organiser/events/" + view.event().slug();
    }

    public String back() {
        return back(view);
    }

    public Map<String, String> languages() {
        return names();
    }

    static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        Language.spoken().forEach(language -> names.put(language.tag(), language.ownName()));
        return names;
    }

    public boolean hasCategories() {
        return !view.details().categories().isEmpty();
    }

    public Map<String, String> categories() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("", shell().text("workspace.invitations.any-kind"));
        for (Category category : view.details().categories()) {
            names.put(category.categoryKey(), shell().text(category.name()));
        }
        return names;
    }

    public boolean mayApprove() {
        return view.event().approval() == Approval.MANUAL;
    }

    public String state(Invitation invitation) {
        return shell().text(
                        invitation.standing() == null || invitation.state() == InvitationState.WITHDRAWN
                                ? invitation.state().textKey()
                                : "registration.status."
                                        + invitation
                                                .standing()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'));
    }

    public String look(Invitation invitation) {
        if (invitation.isRegistered()) {
            return "confirmed";
        }
        return invitation.state().look();
    }

    public boolean mayWithdraw(Invitation invitation) {
        return !invitation.isRegistered()
                && (invitation.state() == InvitationState.OPEN || invitation.state() == InvitationState.DECLINED);
    }

    public Optional<String> category(Invitation invitation) {
        return view.details().categoryOf(invitation.categoryId()).map(kind -> shell().text(kind.name()));
    }

    /** How many could be reminded: they have not answered, and were not written to for a day. */
    public long silent() {
        Instant notSince = view.now().minus(Inviting.PATIENCE);
        return invitations.stream()
                .filter(Invitation::isUnanswered)
                .filter(invitation -> !invitation.writtenAt().isAfter(notSince))
                .count();
    }

    public long unanswered() {
        return invitations.stream().filter(Invitation::isUnanswered).count();
    }

    public String when(Instant instant) {
        return view.moment(instant);
    }
}
