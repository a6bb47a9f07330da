package io.zhike.message;

import java.util.List;

/** A message that ends an operation. */
public interface ErrorCode extends MessageCode {

    Fault fault();

    /** The failure to throw. */
    default ProblemException problem(Object... arguments) {
        return new ProblemException(fault(), with(arguments), List.of());
    }

    /** The failure to throw, with the places of the input that caused it. */
    default ProblemException problem(List<Issue> issues, Object... arguments) {
        return new ProblemException(fault(), with(arguments), issues);
    }
}
