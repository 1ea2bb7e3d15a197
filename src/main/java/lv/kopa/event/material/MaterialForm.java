package lv.kopa.event.material;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import lv.kopa.file.FileFields;
import lv.kopa.text.Translated;
import lv.kopa.web.Form;

/** The fields in which an organiser says what a material is; what is wrong with them is said to the form. */
final class MaterialForm {
    static final String FILE = "file";

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ABOUT = 1_000;
    private static final int LONGEST_ADDRESS = 2_000;

    private MaterialForm() {}

    static Form blank() {
        return Form.empty().with("version", 0).with("visible", Showing.AT_ONCE);
    }

    static Form of(Material material) {
        return Form.empty()
                .with("version", material.version())
                .with("title", material.title())
                .with("about", material.about())
                .with("address", material.address())
                .with("visible", material.visible())
                .with("everybody", material.forEverybody());
    }

    /**
     * What was typed; only good where the form has no errors then.
     *
     * @param link whether it is a link, and not a file
     * @param known whether there is a file already, which may stay
     */
    static MaterialPlan read(Form form, boolean link, boolean known) {
        Translated title = texts(form, "title", LONGEST_TITLE);
        Translated about = texts(form, "about", LONGEST_ABOUT);
        Optional<Showing> showing = Showing.of(form.get("visible"));
        if (showing.isEmpty()) {
            form.reject("visible", "material.fault.visible");
        }
        if (!link && !known && FileFields.secret(form, FILE).isEmpty()) {
            form.reject(FILE, "material.fault.file");
        }
        return new MaterialPlan(
                title,
                about,
                link ? address(form) : null,
                link ? Optional.empty() : FileFields.secret(form, FILE),
                showing.orElse(Showing.AT_ONCE),
                form.chose("everybody", "true"));
    }

    private static Translated texts(Form form, String field, int longest) {
        Translated texts = form.translated(field);
        texts.languages().stream()
                .filter(language -> texts.exactly(language).length() > longest)
                .forEach(language -> form.reject(field + "." + language.tag(), "web.too-long", longest));
        return texts;
    }

    private static String address(Form form) {
        String typed = form.get("address");
        if (typed.isEmpty()) {
            form.reject("address", "material.fault.address");
        } else if (typed.length() > LONGEST_ADDRESS) {
            form.reject("address", "web.too-long", LONGEST_ADDRESS);
        } else if (!isWebAddress(typed)) {
            form.reject("address", "event.fault.web-address");
        }
        return typed;
    }

    private static boolean isWebAddress(String typed) {
        try {
            URI address = new URI(typed);
            return ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
