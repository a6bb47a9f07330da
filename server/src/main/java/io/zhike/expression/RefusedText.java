package io.zhike.expression;

import io.zhike.message.Message;

/** Carries the first problem out of the lexer or parser; never leaves the package. */
final class RefusedText extends RuntimeException {
    private final transient Problem problem;

    RefusedText(int from, int to, Message message) {
        super(message.code().code(), null, false, false);
        this.problem = new Problem(from, to, message);
    }

    Problem problem() {
        return problem;
    }
}
