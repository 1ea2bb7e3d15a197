package lv.kopa.web.api;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the JSON of which a controller takes a record, once {@link TypeCheck} has nothing against it, or which it takes as
 * it is.
 */
@Singleton
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Order(Ordered.HIGHEST_PRECEDENCE)
public class TypedBodies<T> implements MessageBodyReader<T> {
    private final JsonMapper json;

    TypedBodies(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Argument<T> type, MediaType mediaType) {
        Class<T> wanted = type.getType();
        return wanted.equals(JsonNode.class)
                || (wanted.isRecord() && wanted.getName().startsWith("lv.kopa."));
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers httpHeaders, InputStream inputStream) {
        try {
            JsonNode document = JsonText.of(inputStream.readAllBytes()).read();
            return type.getType().isInstance(document) ? type.getType().cast(document) : read(document, type);
        } catch (IOException unfit) {
            throw new CodecException("It does not fit", unfit);
        }
    }

    /**
     * @throws lv.kopa.text.InvalidInput if anything in it is of another type than the record says, or not in the record
     */
    public <R> R read(JsonNode document, Argument<R> type) throws IOException {
        check(document, type);
        return json.readValueFromTree(document, type);
    }

    /**
     * @throws lv.kopa.text.InvalidInput as {@link #read}
     */
    public void check(JsonNode document, Argument<?> type) {
        new TypeCheck().check(document, type.getType());
    }
}
