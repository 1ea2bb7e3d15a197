package lv.kopa.certificate;

import java.time.Duration;
import java.util.List;
import lv.kopa.certificate.Merit.State;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.text.Texts;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * Who earned a certificate of an event, for its organisers.
 *
 * @param least from what part of the hours on somebody does, in percent
 * @param counted how many parts count
 */
public record CertificatesPage(EventView view, List<Merit> people, int least, int counted, Form form) {

    public Shell shell() {
        return view.shell();
    }

    public String back() {
        return "/organiser/events/" + view.event().slug();
    }

    public String path() {
        return back() + "/certificates";
    }

    public String path(Registration person) {
        return path() + "/" + person.reference();
    }

    /** To how many one is issued at once. */
    public long due() {
        return people.stream().filter(Merit::isDue).count();
    }

    public String hours(Duration time) {
        return Hours.say(time, Texts.in(shell().language()));
    }

    /** Whether there is one to be had or taken back. */
    public boolean stands(Merit merit) {
        return merit.certificate().filter(Certificate::stands).isPresent();
    }

    /** Whether one can be issued to this person alone. */
    public boolean mayIssue(Merit merit) {
        return merit.isDue()
                || merit.state() == State.WITHDRAWN && merit.presence().earns(least);
    }
}
