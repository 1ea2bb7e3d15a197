package lv.kopa.registration.invitation;

import lv.kopa.event.notice.EventView;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/**
 * An invitation as whoever is invited sees it.
 *
 * @param open whether they can register by it now
 */
public record DeclinePage(EventView view, Invitation invitation, Token link, boolean open) {

    public Shell shell() {
        return view.shell();
    }

    static String path(Token link) {
        return "/my/invitation/" + link.secret();
    }

    public String path() {
        return path(link);
    }

    /** Where they register. */
    public String registerAddress() {
        return view.path() + "/register?invitation=" + link.secret();
    }

    public boolean isDeclined() {
        return invitation.state() == InvitationState.DECLINED;
    }

    /** Whether they can still say no. */
    public boolean mayDecline() {
        return invitation.state() == InvitationState.OPEN;
    }

    public String headline() {
        return shell().text(
                        switch (invitation.state()) {
                            case OPEN -> "registration.invitation.title";
                            case DECLINED -> "registration.invitation.declined";
                            case REGISTERED -> "registration.invitation.registered";
                            case WITHDRAWN -> "registration.invitation.withdrawn";
                        },
                        invitation.name());
    }
}
