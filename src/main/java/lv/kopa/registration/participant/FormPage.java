package lv.kopa.registration.participant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Approval;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Minors;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.address.Mistypings.Slip;
import lv.kopa.registration.wish.Admission;
import lv.kopa.registration.wish.Admission.Knock;
import lv.kopa.registration.wish.Applicant.Pass;
import lv.kopa.registration.wish.Childhood;
import lv.kopa.registration.wish.Hitch;
import lv.kopa.registration.wish.Inquiry;
import lv.kopa.registration.wish.Wish;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * The form by which people register.
 *
 * @param pass what whoever comes by an invitation of their own holds, to whom an organiser may have said yes before
 * @param slip what was registered just before by the same name with another address, from the same browser
 */
public record FormPage(EventView view, Form form, Hitch hitch, Optional<Pass> pass, Optional<Slip> slip) {
    private static final List<String> CHOSEN = List.of("category", "alternatives", "sessions", "waitFor");

    /** Of whoever comes by an invitation it is not known here what they hold, so that nothing is said of a decision. */
    public FormPage(EventView view, Form form, Hitch hitch) {
        this(view, form, hitch, form.filled("invitation").map(secret -> new Pass(0, "", true, null)), Optional.empty());
    }

    FormPage with(Hitch met) {
        return new FormPage(view, form, met, pass, slip);
    }

    FormPage of(Form other) {
        return new FormPage(view, other, hitch, pass, slip);
    }

    FormPage after(Optional<Slip> registered) {
        return new FormPage(view, form, hitch, pass, registered);
    }

    /**
     * What was chosen and stays when an address is mended: it is not asked about again, since the form would show places
     * as taken that are their own. Nothing where that is not so, or where something is wrong with it.
     */
    public List<String> settled() {
        boolean mending = slip.isPresent() && form.chose(MistypedAnswer.FIELD, "yes");
        return mending && CHOSEN.stream().allMatch(field -> form.error(field).isEmpty()) ? CHOSEN : List.of();
    }

    public Shell shell() {
        return view.shell();
    }

    public List<Category> categories() {
        return view.details().categories();
    }

    public List<Session> sessions() {
        return view.details().chosen();
    }

    /** That there is not even a turn to be had, so that nobody fills the form in for nothing. */
    Optional<Sentence> full() {
        EventDetails event = view.details();
        boolean open = !event.isFull() || event.event().waitingList() || isDecided();
        return open ? Optional.empty() : Optional.of(Sentence.of("registration.closed.all-taken"));
    }

    /** Whether the organiser has yet to decide who of those comes that send the form. */
    public boolean isDecided() {
        return view.event().approval() == Approval.MANUAL && !isApproved();
    }

    private boolean isApproved() {
        String alone =
                pass.map(held -> view.details().categoryKey(held.category())).orElse(null);
        return pass.filter(Pass::approved).isPresent()
                && (alone == null
                        || (form.chose("category", alone)
                                && form.all("alternatives").stream().allMatch(alone::equals)));
    }

    /** That the organiser decides, and by when, for whom they have not done so; of one kind of place perhaps they have. */
    public String decision() {
        if (isDecided()) {
            return view.shell().text("event.chosen-by-organiser") + " " + view.decision();
        }
        return pass.filter(held -> view.event().approval() == Approval.MANUAL
                        && categories().size() > 1)
                .flatMap(held -> view.details().categoryOf(held.category()))
                .map(kind -> view.shell()
                        .text("registration.form.approved-kind", view.shell().text(kind.name())))
                .orElse("");
    }

    /** What the button says, by its key: what is sent is one's registration, a wish for one, or for a turn. */
    public String deed() {
        if (isDecided()) {
            return "registration.form.send.application";
        }
        return isForWaiting() ? "registration.form.send.waiting" : "registration.form.send";
    }

    /** Whether there is nothing to be had but a turn in the waiting list, as far as things are chosen. */
    public boolean isForWaiting() {
        EventDetails event = view.details();
        return event.event().waitingList()
                && (event.isFull()
                        || event.category(form.get("category"))
                                .filter(Category::isFull)
                                .isPresent());
    }

    /** Whether somebody may say what else they would come as, should there be no place of the kind they choose. */
    public boolean offersOthers() {
        EventDetails event = view.details();
        return event.event().waitingList()
                && event.categories().size() > 1
                && (event.event().isFull() || event.categories().stream().anyMatch(Category::isFull));
    }

    public Inquiry inquiry() {
        return Inquiry.atRegistration(view, form);
    }

    /** What is asked about being under 18. */
    public Childhood childhood() {
        return new Childhood(view, form);
    }

    /** What somebody asks for, as typed. */
    Wish wish(Inquiry inquiry) {
        return childhood()
                .in(new Wish(
                        form.get("category"),
                        form.get("name"),
                        form.get("email"),
                        form.get("phone"),
                        form.get("organisation"),
                        shell().language().tag(),
                        inquiry.answers(),
                        form.all("consents"),
                        form.ids("sessions"),
                        form.get("invitation"),
                        form.all("alternatives"),
                        null,
                        null,
                        form.ids("waitFor")));
    }

    /** Whether somebody may register others with themselves; an invitation by name is good for one person alone. */
    public boolean mayBringOthers() {
        return !view.event().confirmAddress() && view.event().minors() == Minors.NOT_ASKED && isOpenToOthers();
    }

    /** Whether somebody may go on with the next person, where all are registered one by one. */
    boolean mayGoOn() {
        return view.event().minors() == Minors.ASKED && isOpenToOthers();
    }

    private boolean isOpenToOthers() {
        Knock knock = new Knock(view.now(), form.filled("invitation").orElse(null));
        return Admission.refusal(view.event(), knock, shell().language()).isEmpty();
    }

    /** The people whom somebody has named in the form for several, in which they go on if they return to it. */
    public Map<String, List<String>> others() {
        return FromParty.others(form);
    }

    /** Where one registers several people at once; what was typed goes there in the form, and not in the address. */
    public String together() {
        return view.path() + "/register/party";
    }

    public String privacyContact() {
        String email = view.details().organisation().email();
        return email == null ? shell().text("registration.form.privacy.contact") : email;
    }
}
