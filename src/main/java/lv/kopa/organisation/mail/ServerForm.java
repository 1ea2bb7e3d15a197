package lv.kopa.organisation.mail;

import jakarta.inject.Singleton;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.server.OwnServer;
import lv.kopa.mail.server.OwnServers;
import lv.kopa.mail.server.PublicHosts;
import lv.kopa.mail.server.ServerPlan;
import lv.kopa.mail.server.Tls;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** The fields in which an organisation names a mail server of its own; what is wrong with them is said to the form. */
@Singleton
class ServerForm {
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST = 254;

    /** Before the at sign, where the mark of a mail is added. */
    private static final int LONGEST_BOUNCE = 28;

    private final OwnServers servers;
    private final PublicHosts hosts;

    ServerForm(OwnServers servers, PublicHosts hosts) {
        this.servers = servers;
        this.hosts = hosts;
    }

    static Form filled(Optional<OwnServer> known) {
        return known.map(server -> Form.empty()
                        .with("version", server.version())
                        .with("host", server.host())
                        .with("port", server.port())
                        .with("tls", server.tls())
                        .with("username", server.username())
                        .with("from", server.fromAddress())
                        .with("bounce", server.bounceAddress())
                        .with("perMinute", server.perMinute()))
                .orElseGet(() -> Form.empty().with("version", 0));
    }

    /** The ways to keep what is said from others, as a reader calls them; without any only in a network of one's own. */
    Map<String, String> ways(Shell shell) {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put(Tls.STARTTLS.name(), shell.text("organisation.mail.tls.STARTTLS"));
        ways.put(Tls.SMTPS.name(), shell.text("organisation.mail.tls.SMTPS"));
        if (hosts.everywhere()) {
            ways.put(Tls.NONE.name(), shell.text("organisation.mail.tls.NONE"));
        }
        return ways;
    }

    /** What was typed; only good where the form has no errors then. */
    ServerPlan read(Form form, long organisation) {
        String host = host(form);
        Tls tls = tls(form);
        ServerPlan plan = new ServerPlan(
                host,
                number(form, "port", "organisation.mail.port.wrong").orElseGet(tls::usualPort),
                tls,
                atMost(form, "username").orElse(null),
                atMost(form, "password").orElse(null),
                from(form),
                bounce(form),
                perMinute(form));
        if (plan.username() != null
                && plan.password() == null
                && servers.known(organisation, plan).isEmpty()) {
            form.reject("password", "organisation.mail.password.missing");
        }
        return plan;
    }

    /** One that is shown again, where a password never is. */
    static Form again(Form typed) {
        return typed.filled("password").isPresent()
                ? typed.reject("password", "organisation.mail.password.again")
                : typed;
    }

    private String host(Form form) {
        String host = form.get("host").toLowerCase(Locale.ROOT);
        if (host.isEmpty()) {
            form.reject("host", "organisation.mail.host.missing");
        } else if (!HOST.matcher(host).matches()) {
            form.reject("host", "organisation.mail.host.wrong");
        } else {
            checkAddresses(form, host);
        }
        return host;
    }

    private void checkAddresses(Form form, String host) {
        try {
            if (!hosts.allows(host)) {
                form.reject("host", "organisation.mail.host.private");
            }
        } catch (UnknownHostException e) {
            form.reject("host", "organisation.mail.host.unknown");
        }
    }

    private Tls tls(Form form) {
        return Arrays.stream(Tls.values())
                .filter(way -> way != Tls.NONE || hosts.everywhere())
                .filter(way -> way.name().equals(form.get("tls")))
                .findFirst()
                .orElseGet(() -> {
                    form.reject("tls", "organisation.mail.tls.missing");
                    return Tls.STARTTLS;
                });
    }

    private static String from(Form form) {
        Optional<EmailAddress> from = EmailAddress.parse(form.get("from"));
        if (from.isEmpty()) {
            form.reject("from", form.get("from").isEmpty() ? "organisation.mail.from.missing" : "web.not-an-address");
        }
        return from.map(EmailAddress::value).orElse("");
    }

    private static @Nullable String bounce(Form form) {
        Optional<String> typed = form.filled("bounce");
        Optional<EmailAddress> address = typed.flatMap(EmailAddress::parse);
        if (typed.isPresent() && address.isEmpty()) {
            form.reject("bounce", "web.not-an-address");
        } else if (address.isPresent() && address.get().value().indexOf('@') > LONGEST_BOUNCE) {
            form.reject("bounce", "organisation.mail.bounce.long", LONGEST_BOUNCE);
        }
        return address.map(EmailAddress::value).orElse(null);
    }

    private static @Nullable Integer perMinute(Form form) {
        return number(form, "perMinute", "organisation.mail.per-minute.wrong").orElse(null);
    }

    private static Optional<Integer> number(Form form, String field, String wrong) {
        Optional<String> typed = form.filled(field);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> number = typed.filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(value -> value <= LAST_PORT);
        if (number.isEmpty()) {
            form.reject(field, wrong);
        }
        return number;
    }

    private static Optional<String> atMost(Form form, String field) {
        Optional<String> typed = form.filled(field);
        if (typed.isPresent() && typed.get().length() > LONGEST) {
            form.reject(field, "web.too-long", LONGEST);
        }
        return typed;
    }
}
