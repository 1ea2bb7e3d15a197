package lv.kopa.organisation.mail;

import java.util.Optional;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisation.Writer;
import lv.kopa.web.Form;
import org.jspecify.annotations.Nullable;

/** The fields in which an organisation says as whom it writes. */
final class SenderForm {
    private static final int LONGEST_NAME = 100;

    private SenderForm() {}

    static Form filled(Organisation organisation) {
        return Form.empty()
                .with("version", organisation.version())
                .with("senderName", organisation.senderName())
                .with("replyTo", organisation.replyTo());
    }

    /** What was typed; only good where the form has no errors then. */
    static Writer read(Form form) {
        Optional<String> name = form.filled("senderName");
        if (name.isPresent() && name.get().length() > LONGEST_NAME) {
            form.reject("senderName", "web.too-long", LONGEST_NAME);
        }
        return new Writer(name.orElse(null), replyTo(form));
    }

    private static @Nullable String replyTo(Form form) {
        Optional<String> typed = form.filled("replyTo");
        Optional<EmailAddress> address = typed.flatMap(EmailAddress::parse);
        if (typed.isPresent() && address.isEmpty()) {
            form.reject("replyTo", "web.not-an-address");
        }
        return address.map(EmailAddress::value).orElse(null);
    }
}
