package lv.kopa.web;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gives controllers the {@link Shell} of a request. */
@Singleton
public class ShellBinder implements TypedRequestArgumentBinder<Shell> {
    private static final Pattern ELSEWHERE = Pattern.compile("^[/\\\\]+");
    private static final Argument<Shell> SHELL = Argument.of(Shell.class);

    private final Links links;

    ShellBinder(Links links) {
        this.links = links;
    }

    @Override
    public BindingResult<Shell> bind(ArgumentConversionContext<Shell> context, HttpRequest<?> request) {
        Shell shell = of(request);
        return () -> Optional.of(shell);
    }

    @Override
    public Argument<Shell> argumentType() {
        return SHELL;
    }

    /** The shell of the page that answers a request. */
    public Shell of(HttpRequest<?> request) {
        return new Shell(
                ReaderLanguage.of(request),
                onThisSite(request.getPath()),
                ReaderLanguage.queryWithoutLanguage(request),
                request.getUserPrincipal().map(ShellBinder::name),
                Flash.of(request),
                Csrf.of(request),
                links);
    }

    /** A path that a link may repeat: one that begins with two slashes would lead to another site. */
    private static String onThisSite(String path) {
        return "/" + ELSEWHERE.matcher(path).replaceFirst("");
    }

    private static String name(Principal reader) {
        return reader instanceof Authentication authentication
                ? String.valueOf(authentication.getAttributes().getOrDefault("name", reader.getName()))
                : reader.getName();
    }
}
