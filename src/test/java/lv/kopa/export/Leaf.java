package lv.kopa.export;

import gg.jte.TemplateOutput;
import gg.jte.models.runtime.JteModel;

/** A page that no template made. */
record Leaf(String html) implements JteModel {
    @Override
    public void render(TemplateOutput output) {
        output.writeContent(html);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        render(output);
    }
}
