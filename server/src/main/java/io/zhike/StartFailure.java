package io.zhike;

import io.zhike.message.Language;
import io.zhike.message.Message;
import io.zhike.message.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Says why a start failed where a person can mend it: the sentence in both languages instead of a trace of our insides.
 * Whatever else went wrong is left to Spring Boot, which shows the trace.
 */
final class StartFailure implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        String text = text(failure);
        if (text == null) {
            return false;
        }
        System.err.print(text);
        return true;
    }

    /** What to print; null when the failure is not one that a person can mend. */
    static @Nullable String text(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return text(problem.message());
            }
            // Somebody took the port between our look and the start of the web server.
            if (cause instanceof PortInUseException taken) {
                String port = Integer.toString(taken.getPort());
                return text(StartError.PORT_IN_USE.with(port, "127.0.0.1", Integer.toString(taken.getPort() + 1)));
            }
        }
        return null;
    }

    private static String text(Message message) {
        return """

                知客没有启动：%s
                Zhike did not start: %s
                """.formatted(message.in(Language.ZH), message.in(Language.EN));
    }
}
