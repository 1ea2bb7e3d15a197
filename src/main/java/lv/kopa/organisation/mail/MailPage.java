package lv.kopa.organisation.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.mail.server.Away;
import lv.kopa.mail.server.OwnServer;
import lv.kopa.mail.server.Trial;
import lv.kopa.organisation.Organisation;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * How an organisation sends its mail.
 *
 * @param reader the address of who looks at the page
 * @param delivered whether its mail goes anywhere at all
 * @param away its server, where that takes no mail at the moment
 * @param trial what came of the mail that was sent just now to try the server
 */
public record MailPage(
        Shell shell,
        Organisation organisation,
        String reader,
        Optional<OwnServer> server,
        boolean delivered,
        List<Away> away,
        Form sender,
        Form form,
        Map<String, String> ways,
        Optional<Trial> trial) {

    MailPage withSender(Form typed) {
        return new MailPage(shell, organisation, reader, server, delivered, away, typed, form, ways, trial);
    }

    MailPage withForm(Form typed) {
        return new MailPage(shell, organisation, reader, server, delivered, away, sender, typed, ways, trial);
    }

    MailPage withTrial(Optional<Trial> tried) {
        return new MailPage(shell, organisation, reader, server, delivered, away, sender, form, ways, tried);
    }

    /** The version of its server; 0 where it has none. */
    int version() {
        return server.map(OwnServer::version).orElse(0);
    }

    public String path() {
        return MailController.path(organisation.slug());
    }

    /** Through which server its mail goes. */
    public String way() {
        return server.map(one -> shell.text("organisation.mail.way.own", one.host()))
                .orElseGet(() -> shell.text(delivered ? "organisation.mail.way.all" : "organisation.mail.way.none"));
    }

    public String passwordHint() {
        return server.filter(OwnServer::hasPassword).isPresent()
                ? "organisation.mail.password.kept"
                : "organisation.mail.password.hint";
    }

    /** Which server said it: the one that is tried is the one that counts, which may be another than was just typed. */
    public String told(Trial tried) {
        String came = tried.taken() ? "organisation.mail.trial.taken" : "organisation.mail.trial.refused";
        return shell.text(came + (tried.own() ? ".own" : ".all"), tried.host());
    }

    public String since(Away one) {
        return shell.text("organisation.mail.away", one.host(), moment(one.since()));
    }

    private String moment(Instant instant) {
        return shell.dates().shortMoment(instant, organisation.zone());
    }
}
