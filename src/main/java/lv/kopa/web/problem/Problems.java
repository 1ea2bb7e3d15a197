package lv.kopa.web.problem;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Language;
import lv.kopa.text.PlainText;
import lv.kopa.text.Sentence;
import lv.kopa.web.Html;
import lv.kopa.web.Problem;
import lv.kopa.web.ReaderLanguage;
import lv.kopa.web.Shell;
import lv.kopa.web.ShellBinder;

/**
 * Says what is the matter with a request, in the reader's language: on a page, or to a program as a {@link Problem}.
 * Whatever Micronaut itself refuses comes through here too, and none of its messages goes out.
 */
@Singleton
public class Problems implements ErrorResponseProcessor<byte[]> {
    private static final MediaType PROBLEM = new MediaType("application/problem+json");
    private static final Argument<Problem> SHAPE = Argument.of(Problem.class);

    private static final int LONGEST = 300;

    private final ShellBinder shells;
    private final JsonMapper json;

    Problems(ShellBinder shells, JsonMapper json) {
        this.shells = shells;
        this.json = json;
    }

    /** An answer of this status that says this sentence. */
    public MutableHttpResponse<byte[]> answer(HttpRequest<?> request, HttpStatus status, Sentence sentence) {
        return answer(request, Trouble.of(status, sentence), HttpResponse.status(status));
    }

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Trouble trouble = Diagnosis.of(response.status(), context.getRootCause());
        return answer(context.getRequest(), trouble, response);
    }

    MutableHttpResponse<byte[]> answer(HttpRequest<?> request, Trouble trouble, MutableHttpResponse<?> response) {
        MutableHttpResponse<?> answer = response.status(trouble.status());
        return isForProgram(request)
                ? answer.contentType(PROBLEM).body(problem(trouble, ReaderLanguage.of(request)))
                : answer.contentType(Html.TYPE).body(page(trouble, shells.of(request)));
    }

    /** Whether a program asked: at an address of the API, or one that takes JSON but no page. */
    static boolean isForProgram(HttpRequest<?> request) {
        String path = request.getPath();
        String accepted =
                Optional.ofNullable(request.getHeaders().get("Accept")).orElse("");
        return path.equals("/api")
                || path.startsWith("/api/")
                || (accepted.contains("json") && !accepted.contains("html"));
    }

    private byte[] problem(Trouble trouble, Language language) {
        List<Problem.Wrong> errors = trouble.errors().entrySet().stream()
                .map(error -> new Problem.Wrong(
                        tellable(error.getKey()), tellable(error.getValue().in(language))))
                .toList();
        Problem problem = new Problem(
                trouble.type(),
                trouble.title().in(language),
                trouble.status().getCode(),
                trouble.detail().in(language),
                errors,
                trouble.incident().map(number -> "urn:kopa:incident:" + number));
        try {
            return json.writeValueAsBytes(SHAPE, problem);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What was sent may stand in the answer, but neither all of it nor what no JSON can hold. */
    private static String tellable(String said) {
        String clean = PlainText.line(said);
        return clean.length() > LONGEST ? PlainText.line(clean.substring(0, LONGEST)) + "…" : clean;
    }

    private static byte[] page(Trouble trouble, Shell shell) {
        ProblemPage page = new ProblemPage(
                trouble.status().getCode(),
                shell.say(trouble.title()),
                shell.say(trouble.detail()),
                trouble.errors().values().stream().map(shell::say).toList(),
                trouble.missing(),
                trouble.lost(),
                trouble.passing(),
                trouble.incident());
        return Html.render(new StaticTemplates().webProblem(shell, page));
    }
}
