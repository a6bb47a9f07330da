package io.zhike.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.zhike.message.Fault;
import io.zhike.message.Issue;
import io.zhike.message.Language;
import io.zhike.message.MessageCode;
import io.zhike.message.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failure as RFC 9457 tells it, finished in one language. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "errors", "traceId"})
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<Place> errors,
        @Nullable String traceId) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** One place of the input that is wrong. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Place(String path, String code, String message) {

        static Place of(Issue issue, Language language) {
            return new Place(
                    issue.path(), issue.message().code().code(), issue.message().in(language));
        }
    }

    /** {@code failure} in {@code language}; the trace id is told only where somebody else must look at it (5xx). */
    static Problem of(ProblemException failure, Language language, String traceId) {
        MessageCode code = failure.message().code();
        int status =
                code instanceof HttpError own ? own.status() : failure.fault().status();
        return new Problem(
                "urn:zhike:problem:" + code.code(),
                title(failure.fault()).in(language),
                status,
                failure.message().in(language),
                code.code(),
                failure.issues().stream()
                        .map(issue -> Place.of(issue, language))
                        .toList(),
                status >= 500 ? traceId : null);
    }

    private static ProblemTitle title(Fault fault) {
        return switch (fault) {
            case INVALID -> ProblemTitle.INVALID;
            case UNAUTHENTICATED -> ProblemTitle.UNAUTHENTICATED;
            case FORBIDDEN -> ProblemTitle.FORBIDDEN;
            case NOT_FOUND -> ProblemTitle.NOT_FOUND;
            case CONFLICT -> ProblemTitle.CONFLICT;
            case TOO_LARGE -> ProblemTitle.TOO_LARGE;
            case TOO_MANY -> ProblemTitle.TOO_MANY;
            case INTERNAL -> ProblemTitle.INTERNAL;
            case UNAVAILABLE -> ProblemTitle.UNAVAILABLE;
        };
    }
}
