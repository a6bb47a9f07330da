package io.zhike.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one way an operation fails on purpose. Made by {@link ErrorCode#problem}; the HTTP edge turns it into RFC 9457. */
public final class ProblemException extends RuntimeException {
    private final Fault fault;
    private final transient Message message;
    private final transient List<Issue> issues;

    public ProblemException(Fault fault, Message message, List<Issue> issues) {
        this(fault, message, issues, null);
    }

    public ProblemException(Fault fault, Message message, List<Issue> issues, @Nullable Throwable cause) {
        super(message.code().code() + ": " + message.in(Language.EN) + (issues.isEmpty() ? "" : " " + issues), cause);
        this.fault = fault;
        this.message = message;
        this.issues = List.copyOf(issues);
    }

    public Fault fault() {
        return fault;
    }

    public Message message() {
        return message;
    }

    /** The places of the input that are wrong; empty where the failure is not about input. */
    public List<Issue> issues() {
        return issues;
    }
}
