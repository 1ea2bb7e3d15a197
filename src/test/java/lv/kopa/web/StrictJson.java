package lv.kopa.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads JSON as the strictest programs do, which refuse an object that says one thing twice (RFC 8259 §4). */
public final class StrictJson {
    private static final JsonMapper MAPPER = JsonMapper.createDefault();
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StrictJson() {}

    public static JsonNode read(String json) {
        try (JsonParser parser = STRICT.createParser(json)) {
            while (parser.nextToken() != null) {
                parser.getText();
            }
            return MAPPER.readValue(json, JsonNode.class);
        } catch (IOException noJson) {
            throw new UncheckedIOException(json, noJson);
        }
    }
}
