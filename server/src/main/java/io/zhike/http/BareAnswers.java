package io.zhike.http;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Tomcat answers where a request is so broken that it reaches no filter of ours, such as an address that cannot be
 * decoded: a problem as everywhere, and no page of the container's.
 */
final class BareAnswers extends ErrorReportValve {
    private static final JsonMapper JSON = JsonFormat.mapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemException said = response.getStatus() < 500
                ? HttpError.BAD_REQUEST.problem()
                : HttpError.INTERNAL.problem(Trace.of(request));
        Problem problem = Problem.of(said, Language.ZH, Trace.of(request));
        EdgeFilter.secure(response);
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getOutputStream().write(JSON.writeValueAsBytes(problem));
            response.finishResponse();
        } catch (IOException hungUp) {
            container.getLogger().debug("nobody waits for this answer any more", hungUp);
        }
    }
}
