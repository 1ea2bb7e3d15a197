package lv.kopa.web.api;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class CursorBinder implements TypedRequestArgumentBinder<Cursor> {
    private static final Argument<Cursor> CURSOR = Argument.of(Cursor.class);

    @Override
    public BindingResult<Cursor> bind(ArgumentConversionContext<Cursor> context, HttpRequest<?> request) {
        HttpParameters query = request.getParameters();
        Cursor limited =
                query.getFirst("limit").map(Cursor.BEGINNING::limitedTo).orElse(Cursor.BEGINNING);
        Cursor cursor = query.getFirst("cursor").map(limited::from).orElse(limited);
        return () -> Optional.of(cursor);
    }

    @Override
    public Argument<Cursor> argumentType() {
        return CURSOR;
    }
}
