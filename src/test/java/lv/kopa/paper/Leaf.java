package lv.kopa.paper;

import gg.jte.TemplateOutput;
import gg.jte.models.runtime.JteModel;

/** A page that no template made. */
public record Leaf(String html) implements JteModel {
    @Override
    public void render(TemplateOutput output) {
        output.writeContent(html);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        render(output);
    }
}
