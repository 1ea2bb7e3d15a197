package lv.kopa.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lv.kopa.text.Language;

/** Writes news as Atom (RFC 4287). The same news are the same bytes. */
final class AtomWriter {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    private AtomWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** What a feed is called, what it is, and in which language. */
    record Title(String name, String description, Language language) {}

    /**
     * Writes a feed.
     *
     * @param self where it is fetched
     * @param page where people read the same
     */
    static byte[] write(Title title, String self, String page, List<NewsItem> items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new AtomWriter(xml).feed(title, self, page, items);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void feed(Title title, String self, String page, List<NewsItem> items) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", title.language().tag());
        element("id", self);
        element("title", title.name());
        element("subtitle", title.description());
        element("updated", updated(items).toString());
        link("self", self);
        link("alternate", page);
        for (NewsItem item : items) {
            entry(item);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(NewsItem item) throws XMLStreamException {
        xml.writeStartElement("entry");
        xml.writeAttribute("xml:lang", item.shownIn().tag());
        element("id", item.id());
        element("title", item.title());
        element("published", item.publishedAt().toString());
        element("updated", item.changedAt().toString());
        xml.writeStartElement("author");
        element("name", item.organisation());
        xml.writeEndElement();
        link("alternate", item.address());
        for (String tag : item.tags()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", sound(tag));
        }
        xml.writeStartElement("summary");
        xml.writeAttribute("xml:lang", item.language().tag());
        xml.writeCharacters(sound(item.summary()));
        xml.writeEndElement();
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(sound(item.html()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** The newest change; of a feed without events, which must tell one too, the beginning of time. */
    private static Instant updated(List<NewsItem> items) {
        return items.stream()
                .map(NewsItem::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(sound(text));
        xml.writeEndElement();
    }

    /** Without what cannot stand in XML at all (§2.2). */
    private static String sound(String text) {
        return NO_XML.matcher(text).replaceAll("");
    }
}
