package lv.kopa.organisation.edit;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Accent;
import lv.kopa.organisation.Contact;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Profile;
import lv.kopa.text.Translated;
import lv.kopa.text.Zones;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** The fields in which an organisation says what it is; what is wrong with them is said to the form. */
public final class ProfileForm {
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_WEBSITE = 500;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{3,39}");

    private ProfileForm() {}

    static Form filled(Organisation organisation) {
        return Form.empty()
                .with("version", organisation.version())
                .with("organisation", organisation.name())
                .with("about", organisation.about())
                .with("accent", organisation.accent().css())
                .with("contact", organisation.email())
                .with("phone", organisation.phone())
                .with("website", organisation.website())
                .with("address", organisation.address())
                .with("zone", organisation.timeZone());
    }

    /** The colours as a reader calls them. */
    public static Map<String, String> accents(Shell shell) {
        Map<String, String> accents = new LinkedHashMap<>();
        Arrays.stream(Accent.values())
                .forEach(accent -> accents.put(accent.css(), shell.text("accent." + accent.css())));
        return accents;
    }

    /** What was typed; only good where the form has no errors then. */
    public static Profile read(Form form) {
        return new Profile(name(form), about(form), accent(form), contact(form), zone(form));
    }

    private static String name(Form form) {
        String name = form.get("organisation");
        if (name.isEmpty()) {
            form.reject("organisation", "organisation.name.missing");
        }
        return atMost(form, "organisation", name, Profile.LONGEST_NAME);
    }

    private static Translated about(Form form) {
        Translated about = form.translated("about");
        about.languages()
                .forEach(language ->
                        atMost(form, "about." + language.tag(), about.exactly(language), Profile.LONGEST_ABOUT));
        return about;
    }

    private static Accent accent(Form form) {
        return Accent.of(form.get("accent")).orElseGet(() -> {
            form.reject("accent", "organisation.accent.missing");
            return Accent.FJORD;
        });
    }

    private static ZoneId zone(Form form) {
        return Zones.of(form.get("zone")).orElseGet(() -> {
            form.reject("zone", "organisation.zone.missing");
            return ZoneOffset.UTC;
        });
    }

    private static Contact contact(Form form) {
        return new Contact(email(form), phone(form), website(form), address(form));
    }

    private static @Nullable String email(Form form) {
        Optional<String> typed = form.filled("contact");
        Optional<EmailAddress> email = typed.flatMap(EmailAddress::parse);
        if (typed.isPresent() && email.isEmpty()) {
            form.reject("contact", "web.not-an-address");
        }
        return email.map(EmailAddress::value).orElse(null);
    }

    private static @Nullable String phone(Form form) {
        Optional<String> phone = form.filled("phone");
        if (phone.isPresent() && !PHONE.matcher(phone.get()).matches()) {
            form.reject("phone", "organisation.phone.wrong");
        }
        return phone.orElse(null);
    }

    private static @Nullable String website(Form form) {
        Optional<String> typed = form.filled("website").map(ProfileForm::withScheme);
        if (typed.isPresent() && !isWebsite(typed.get())) {
            form.reject("website", "organisation.website.wrong");
        }
        return typed.orElse(null);
    }

    private static @Nullable String address(Form form) {
        Optional<String> address = form.filled("address");
        address.ifPresent(typed -> atMost(form, "address", typed, LONGEST_ADDRESS));
        return address.orElse(null);
    }

    private static String withScheme(String website) {
        return website.toLowerCase(Locale.ROOT).matches("^[a-z]+:.*") ? website : "https://" + website;
    }

    private static boolean isWebsite(String website) {
        try {
            URI address = new URI(website);
            return website.length() <= LONGEST_WEBSITE
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null
                    && address.getHost().contains(".");
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static String atMost(Form form, String field, String text, int longest) {
        if (text.length() > longest) {
            form.reject(field, "web.too-long", longest);
        }
        return text;
    }
}
