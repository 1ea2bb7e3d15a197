package lv.kopa.registration.handover;

import java.util.List;
import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.wish.Childhood;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * What somebody is offered, and the form by which they take it.
 *
 * @param chosen the ids of the sessions that go with it
 */
public record AcceptPage(EventView view, HandOvers.Offer offer, List<Long> chosen, String path, Form form) {

    public Shell shell() {
        return view.shell();
    }

    public String from() {
        return offer.registration().name();
    }

    public String address() {
        return offer.handOver().email();
    }

    public Optional<Category> category() {
        return view.details().categoryOf(offer.registration().categoryId());
    }

    public List<Session> sessions() {
        return view.details().chosen().stream()
                .filter(session -> chosen.contains(session.id()))
                .toList();
    }

    /** What is asked about being under 18. */
    public Childhood childhood() {
        return new Childhood(view, form);
    }

    public String privacyContact() {
        String email = view.details().organisation().email();
        return email == null ? shell().text("registration.form.privacy.contact") : email;
    }
}
