package lv.kopa.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.kopa.text.PlainText;

/** A document in JSON (RFC 8259), as it was sent. */
final class JsonText {
    private static final int DEEPEST = 32;
    private static final int SHOWN = 20;
    private static final String CONTROL = "Illegal unquoted character";
    private static final Pattern KNOWN = Pattern.compile("|true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final String text;

    private JsonText(String text) {
        this.text = text;
    }

    /**
     * @throws Unreadable if it is not in UTF-8
     */
    static JsonText of(byte[] sent) {
        CharBuffer read = CharBuffer.allocate(sent.length);
        boolean foreign = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(sent), read, true)
                .isError();
        JsonText text = new JsonText(read.flip().toString().replaceFirst("^\uFEFF", ""));
        if (foreign) {
            throw text.unreadable("web.json.encoding", text.text.length());
        }
        return text;
    }

    /**
     * What it says.
     *
     * @throws Unreadable where it stops being JSON
     */
    JsonNode read() throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            return read(parser);
        }
    }

    private JsonNode read(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new Unreadable("web.json.none");
            }
            JsonNode document = JsonNodeTreeCodec.getInstance().readTree(parser);
            if (parser.nextToken() != null) {
                throw broken(offset(parser.currentTokenLocation()));
            }
            return document;
        } catch (JsonEOFException cut) {
            throw unreadable("web.json.cut", text.length());
        } catch (StreamConstraintsException tooMuch) {
            int from = offset(parser.currentTokenLocation());
            throw parser.getParsingContext().getNestingDepth() > DEEPEST
                    ? unreadable("web.json.deep", from, DEEPEST)
                    : broken(from);
        } catch (JsonProcessingException fault) {
            int where = offset(fault.getLocation());
            throw fault.getOriginalMessage().startsWith(CONTROL)
                    ? unreadable("web.json.control", where)
                    : broken(beginning(where));
        }
    }

    private Unreadable broken(int from) {
        String shown = PlainText.line(text.substring(from, Math.min(text.length(), from + SHOWN)));
        return unreadable("web.json.broken", from, shown);
    }

    /** Of a word that it does not know the parser complains when it has gone past it. */
    private int beginning(int complaint) {
        int word = complaint;
        while (word > 0 && isOfAWord(text.charAt(word - 1))) {
            word--;
        }
        return KNOWN.matcher(text.substring(word, complaint)).matches() ? complaint : word;
    }

    private static boolean isOfAWord(char sign) {
        return Character.isLetterOrDigit(sign) || "_.+-".indexOf(sign) >= 0;
    }

    /** Says where, counting from 1 as editors do. */
    private Unreadable unreadable(String key, int offset, Object... more) {
        String before = text.substring(0, offset);
        int line = 1 + (int) before.chars().filter(sign -> sign == '\n').count();
        int column = 1 + before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
        return new Unreadable(
                key, Stream.concat(Stream.of(line, column), Stream.of(more)).toArray());
    }

    private int offset(JsonLocation location) {
        return (int) Math.max(0, Math.min(text.length(), location.getCharOffset()));
    }
}
