package lv.kopa.event.finding;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lv.kopa.text.Language;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

/** A list of pages for search engines (sitemaps.org 0.9), each with its address in every language. */
final class Sitemap {
    private static final String BEGIN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
            """;

    private final StringBuilder xml = new StringBuilder(BEGIN);
    private final Links links;

    Sitemap(Links links) {
        this.links = links;
    }

    /** @param path of slugs and queries of ours alone, so that nothing in it but `&` must be written otherwise in XML */
    void add(String path, @Nullable Instant changedAt) {
        for (Language language : Language.spoken()) {
            xml.append("<url><loc>").append(address(path, language)).append("</loc>");
            if (changedAt != null) {
                xml.append("<lastmod>")
                        .append(changedAt.truncatedTo(ChronoUnit.SECONDS))
                        .append("</lastmod>");
            }
            Language.spoken().forEach(other -> alternate(other.tag(), address(path, other)));
            alternate("x-default", links.to(path));
            xml.append("</url>\n");
        }
    }

    String xml() {
        return xml + "</urlset>\n";
    }

    private void alternate(String language, String address) {
        xml.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                .append(language)
                .append("\" href=\"")
                .append(address)
                .append("\"/>");
    }

    private String address(String path, Language language) {
        return links.to(path + (path.contains("?") ? "&amp;" : "?") + "lang=" + language.tag());
    }
}
