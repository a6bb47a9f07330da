package io.zhike.http;

import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What Jackson's failures mean to the sender of the JSON: the place in it and what was expected there. */
final class JsonFailures {

    private JsonFailures() {}

    static ProblemException said(JacksonException failure) {
        String path = path(failure.getPath());
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> unknown(unknown, path);
            case StreamConstraintsException _ -> HttpError.BODY_LIMITS.problem();
            case MismatchedInputException mismatch -> wrongType(mismatch, path);
            default -> malformed(failure);
        };
    }

    private static ProblemException unknown(UnrecognizedPropertyException failure, String path) {
        Collection<Object> ids = failure.getKnownPropertyIds() == null ? List.of() : failure.getKnownPropertyIds();
        String known = ids.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        Issue issue = Issue.at(path, HttpError.UNKNOWN_PROPERTY, failure.getPropertyName(), known);
        return HttpError.UNKNOWN_PROPERTY.problem(List.of(issue), failure.getPropertyName(), known);
    }

    private static ProblemException wrongType(MismatchedInputException failure, String path) {
        if (path.isEmpty() && String.valueOf(failure.getOriginalMessage()).startsWith("No content")) {
            return HttpError.MISSING_BODY.problem();
        }
        String place = path.isEmpty() ? "$" : path;
        Label expected = expected(failure.getTargetType());
        Issue issue = Issue.at(path, HttpError.WRONG_VALUE_TYPE, place, expected);
        return HttpError.WRONG_VALUE_TYPE.problem(List.of(issue), place, expected);
    }

    private static ProblemException malformed(JacksonException failure) {
        return failure.getLocation() == null
                ? HttpError.BAD_REQUEST.problem()
                : HttpError.MALFORMED_JSON.problem(
                        failure.getLocation().getLineNr(), failure.getLocation().getColumnNr());
    }

    /** {@code fields[2].code} from Jackson's references. */
    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    private static Label expected(@Nullable Class<?> type) {
        if (type == null) {
            return new Label("另一种类型", "another type");
        }
        if (type == Language.class) {
            return new Label("zh 或 en", "zh or en");
        }
        if (type.isEnum()) {
            String names =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
            return new Label("以下之一：" + names, "one of " + names);
        }
        if (type == String.class) {
            return new Label("文本", "text");
        }
        if (type == UUID.class) {
            return new Label("标识（UUID）", "an id (UUID)");
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Label("true 或 false", "true or false");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == BigDecimal.class) {
            return new Label("数字", "a number");
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return new Label("ISO 8601 的日期或时间", "a date or time in ISO 8601");
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return new Label("数组", "an array");
        }
        boolean object = Map.class.isAssignableFrom(type) || type.isRecord();
        return object ? new Label("对象", "an object") : new Label("另一种值", "another value");
    }
}
