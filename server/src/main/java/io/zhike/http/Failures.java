package io.zhike.http;

import io.zhike.message.Issue;
import io.zhike.message.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** What any throwable means to the person who sent the request. Nothing of our insides is told. */
final class Failures {
    private static final int MOST_CAUSES = 20;
    private static final String UNKNOWN_CHARACTER = "22021";
    private static final String TIME_OUT_OF_RANGE = "22008";

    private Failures() {}

    static ProblemException said(Throwable failure, String traceId, HttpServletRequest request) {
        Optional<ProblemException> own = causes(failure)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst();
        if (own.isPresent()) {
            return own.get();
        }
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> body(unreadable);
            case ErrorResponse response -> spring(failure, response, request);
            case MethodArgumentTypeMismatchException mismatch -> parameter(mismatch.getName(), mismatch.getValue());
            case MultipartException _ -> HttpError.BAD_REQUEST.problem();
            default -> database(failure).orElseGet(() -> HttpError.INTERNAL.problem(traceId));
        };
    }

    private static ProblemException body(HttpMessageNotReadableException unreadable) {
        return causes(unreadable)
                .filter(JacksonException.class::isInstance)
                .map(cause -> JsonFailures.said((JacksonException) cause))
                .findFirst()
                .orElseGet(HttpError.MISSING_BODY::problem);
    }

    private static ProblemException spring(Throwable failure, ErrorResponse response, HttpServletRequest request) {
        return switch (failure) {
            case NoResourceFoundException _, NoHandlerFoundException _ -> nothingThere(request);
            case HttpRequestMethodNotSupportedException method ->
                HttpError.METHOD_NOT_ALLOWED.problem(method.getMethod(), listed(method.getSupportedMethods()));
            case HttpMediaTypeNotSupportedException type ->
                HttpError.UNSUPPORTED_MEDIA_TYPE.problem(
                        String.valueOf(type.getContentType()), types(type.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException type ->
                HttpError.NOT_ACCEPTABLE.problem(types(type.getSupportedMediaTypes()));
            case MissingServletRequestParameterException missing ->
                HttpError.MISSING_PARAMETER.problem(missing.getParameterName());
            case MissingServletRequestPartException missing ->
                HttpError.MISSING_PARAMETER.problem(missing.getRequestPartName());
            case BindException bind -> binding(bind);
            case MaxUploadSizeExceededException _ -> HttpError.UPLOAD_TOO_LARGE.problem();
            default -> ofStatus(response.getStatusCode().value(), Trace.of(request), request);
        };
    }

    /** The problem for a bare status that the server itself made, before any of our code ran. */
    static ProblemException ofStatus(int status, String traceId, HttpServletRequest request) {
        return switch (status) {
            case 404 -> nothingThere(request);
            case 405 -> HttpError.METHOD_NOT_ALLOWED.problem(request.getMethod(), "-");
            case 413 -> HttpError.UPLOAD_TOO_LARGE.problem();
            case 503 -> HttpError.BUSY.problem();
            default -> status < 500 ? HttpError.BAD_REQUEST.problem() : HttpError.INTERNAL.problem(traceId);
        };
    }

    private static ProblemException nothingThere(HttpServletRequest request) {
        return HttpError.NO_SUCH_ENDPOINT.problem(request.getMethod(), request.getRequestURI());
    }

    private static ProblemException binding(BindException failure) {
        FieldError first = failure.getFieldError();
        return first == null ? HttpError.BAD_REQUEST.problem() : parameter(first.getField(), first.getRejectedValue());
    }

    private static ProblemException parameter(String name, @Nullable Object value) {
        Issue issue = Issue.at(name, HttpError.WRONG_PARAMETER, name, String.valueOf(value));
        return HttpError.WRONG_PARAMETER.problem(List.of(issue), name, String.valueOf(value));
    }

    /** A lost or overloaded database, a deadlock, a lock that came too late, a doubled key, what cannot be stored: not our mistake. Else empty. */
    private static Optional<ProblemException> database(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst()
                .flatMap(Failures::sql);
    }

    private static Optional<ProblemException> sql(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        boolean gone = failure instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53");
        if (gone) {
            return Optional.of(HttpError.DATABASE_UNAVAILABLE.problem());
        }
        if (state.equals("23505")) {
            return Optional.of(HttpError.DUPLICATE.problem());
        }
        if (state.equals(UNKNOWN_CHARACTER) || state.equals(TIME_OUT_OF_RANGE)) {
            return Optional.of(HttpError.NOT_STORABLE.problem());
        }
        boolean clash = state.startsWith("40") || state.equals("55P03");
        return clash ? Optional.of(HttpError.BUSY.problem()) : Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, each -> each != null, Throwable::getCause)
                .limit(MOST_CAUSES);
    }

    private static String listed(String @Nullable [] values) {
        return values == null ? "-" : String.join(", ", values);
    }

    private static String types(List<MediaType> types) {
        return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
    }
}
