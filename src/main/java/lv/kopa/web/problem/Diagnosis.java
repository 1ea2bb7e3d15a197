package lv.kopa.web.problem;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.database.Causes;
import lv.kopa.text.Sentence;

/** Finds out which field a fault of Micronaut's speaks of, leaving its words behind. */
final class Diagnosis {
    private static final int DEEPEST = 20;
    private static final Pattern MISSING = Pattern.compile("Null argument specified for \\[(\\w+)\\]");

    private Diagnosis() {}

    static Trouble of(HttpStatus status, Optional<Throwable> cause) {
        if (cause.filter(UnsatisfiedBodyRouteException.class::isInstance).isPresent()) {
            return Trouble.of(status, Sentence.of("web.json.none"));
        }
        Map<String, Sentence> wrong = cause.map(Diagnosis::wrong).orElse(Map.of());
        return wrong.isEmpty()
                ? Trouble.of(status)
                : Trouble.of(HttpStatus.UNPROCESSABLE_ENTITY).with(wrong);
    }

    private static Map<String, Sentence> wrong(Throwable cause) {
        if (cause instanceof ConstraintViolationException violated) {
            return violations(violated);
        }
        return Causes.of(cause)
                .limit(DEEPEST)
                .flatMap(link -> field(link).stream())
                .findFirst()
                .map(field ->
                        Map.of(field, Sentence.of(isMissing(cause) ? "web.invalid.missing" : "web.invalid.value")))
                .orElse(Map.of());
    }

    private static Optional<String> field(Throwable link) {
        if (link instanceof SerdeException broken) {
            StringBuilder path = path(broken.getPath());
            Matcher missing = MISSING.matcher(String.valueOf(broken.getMessage()));
            if (missing.find()) {
                dot(path).append(missing.group(1));
            }
            return Optional.of(path.toString()).filter(named -> !named.isEmpty());
        }
        if (link instanceof ConversionErrorException unfit) {
            return named(unfit.getArgument());
        }
        return link instanceof UnsatisfiedRouteException missing ? named(missing.getArgument()) : Optional.empty();
    }

    private static boolean isMissing(Throwable cause) {
        return cause instanceof UnsatisfiedRouteException
                || Causes.of(cause)
                        .limit(DEEPEST)
                        .anyMatch(link -> MISSING.matcher(String.valueOf(link.getMessage()))
                                .find());
    }

    /** An argument of the query or path, which callers know by its name; that of a body is ours alone. */
    private static Optional<String> named(Argument<?> argument) {
        return argument.getAnnotationMetadata().hasStereotype(Body.class)
                ? Optional.empty()
                : Optional.of(argument.getName());
    }

    private static StringBuilder path(List<ReferencePath> inwards) {
        StringBuilder path = new StringBuilder();
        for (int i = inwards.size() - 1; i >= 0; i--) {
            ReferencePath step = inwards.get(i);
            if (step instanceof CollectionItemReferencePath item) {
                path.append('[').append(item.index()).append(']');
            } else if (step instanceof MapItemReferencePath entry) {
                dot(path).append(entry.key());
            } else if (step instanceof PropertyReferencePath property) {
                dot(path).append(property.property().getName());
            }
        }
        return path;
    }

    private static StringBuilder dot(StringBuilder path) {
        return path.isEmpty() ? path : path.append('.');
    }

    private static Map<String, Sentence> violations(ConstraintViolationException violated) {
        Map<String, Sentence> wrong = new LinkedHashMap<>();
        for (ConstraintViolation<?> violation : violated.getConstraintViolations()) {
            wrong.putIfAbsent(path(violation.getPropertyPath()), sentence(violation));
        }
        return wrong;
    }

    /** The place in the JSON: what stands before it is the controller's method and its argument. */
    private static String path(Path places) {
        StringBuilder path = new StringBuilder();
        String argument = "";
        for (Path.Node node : places) {
            Integer index = node.getIndex();
            if (index != null) {
                path.append('[').append(index).append(']');
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                dot(path).append(node.getName());
            } else if (node.getKind() == ElementKind.PARAMETER) {
                argument = node.getName();
            }
        }
        return path.isEmpty() ? argument : path.toString();
    }

    private static Sentence sentence(ConstraintViolation<?> violation) {
        String constraint = Optional.ofNullable(violation.getConstraintDescriptor())
                .map(descriptor -> descriptor.getAnnotation().annotationType().getSimpleName())
                .orElse("");
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> Sentence.of("web.invalid.missing");
            case "Size" -> Sentence.of("web.invalid.size");
            case "Email" -> Sentence.of("web.invalid.email");
            default -> Sentence.of("web.invalid.value");
        };
    }
}
