package lv.kopa.web.idempotency;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class SubmissionBinder implements TypedRequestArgumentBinder<Submission> {
    private static final Argument<Submission> SUBMISSION = Argument.of(Submission.class);

    @Override
    public BindingResult<Submission> bind(ArgumentConversionContext<Submission> context, HttpRequest<?> request) {
        Optional<Submission> submission = Attempt.of(request).map(Attempt::submission);
        return () -> submission;
    }

    @Override
    public Argument<Submission> argumentType() {
        return SUBMISSION;
    }
}
