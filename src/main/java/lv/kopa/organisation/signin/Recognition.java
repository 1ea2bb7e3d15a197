package lv.kopa.organisation.signin;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import lv.kopa.organisation.Organiser;
import lv.kopa.web.Token;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Recognises who asks: browsers by their cookie, programs by their token under `/api`. There a cookie is good for
 * reading only, since other sites can make a browser send it.
 */
@Singleton
class Recognition implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String BEARER = "bearer ";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final SignIns signIns;
    private final ApiTokens tokens;
    private final BeanProvider<Belonging> belonging;
    private final Scheduler blocking;

    Recognition(
            SignIns signIns,
            ApiTokens tokens,
            BeanProvider<Belonging> belonging,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.belonging = belonging;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return lookUp(request)
                .map(found -> Mono.fromCallable(() -> found.call().map(known -> at(request.getPath(), known))))
                .map(found ->
                        found.subscribeOn(blocking).flatMap(Mono::justOrEmpty).map(Recognition::authentication))
                .orElseGet(Mono::empty);
    }

    private Optional<Callable<Optional<Organiser>>> lookUp(HttpRequest<?> request) {
        boolean forPrograms = Doors.isForPrograms(request);
        Optional<Token> bearer = forPrograms ? bearer(request) : Optional.empty();
        if (bearer.isPresent()) {
            return bearer.map(token -> () -> recognised(request, tokens.organiser(token)));
        }
        return SignInCookie.of(request)
                .filter(token -> !forPrograms || READING.contains(request.getMethod()))
                .map(token -> () -> signIns.organiser(token));
    }

    /** Whoever helps with single events may do more where an address names one of them. */
    private Organiser at(String path, Organiser known) {
        return known.events().isEmpty()
                ? known
                : belonging
                        .get()
                        .of(path)
                        .map(Belonging.Owner::eventId)
                        .map(known::at)
                        .orElse(known);
    }

    /** A token that is no organiser's may be a person's own, where those are taken; elsewhere it is worth a word. */
    private static Optional<Organiser> recognised(HttpRequest<?> request, Optional<Organiser> organiser) {
        if (organiser.isEmpty() && !Doors.takesPersonalTokens(request)) {
            throw new AuthorizationException(null);
        }
        return organiser;
    }

    private static Optional<Token> bearer(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> new Token(header.substring(BEARER.length()).strip()));
    }

    private static Authentication authentication(Organiser organiser) {
        return Authentication.build(
                organiser.actor(), List.of(), Map.of("name", organiser.name(), OrganiserBinder.ATTRIBUTE, organiser));
    }
}
