package io.zhike.http;

import io.zhike.message.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Idempotency-Key} of a request; a controller takes it as a parameter. The same request sent again under its
 * key has its effect once and gets the same answer for {@link #KEPT_HOURS} hours.
 *
 * @param key null when the request has none
 * @param fingerprint of method, address and body; a different request under the same key is refused
 */
public record Idempotency(@Nullable String key, String fingerprint) {
    /** How long an answer is remembered. */
    public static final int KEPT_HOURS = 24;

    static final String HEADER = "Idempotency-Key";
    static final Idempotency NONE = new Idempotency(null, "");
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** Throws {@code idempotency-key-invalid} for a key that is empty, too long or not visible ASCII. */
    public Idempotency {
        if (key != null && !SHAPE.matcher(key).matches()) {
            throw HttpError.IDEMPOTENCY_KEY_INVALID.problem();
        }
    }

    /**
     * An answer under its key.
     *
     * @param json the body as it was sent
     */
    public record Answer(String fingerprint, int status, String json) {}

    /**
     * The answers of one caller, bound to one transaction, which must also be that of the effect: so key, answer and effect
     * become real together or not at all, and a request sent again after a crash finds all of them or none.
     */
    public interface Answers {

        /**
         * Takes {@code key} for this transaction, or finds what was answered under it. Waits for another transaction that
         * has taken it; throws {@code idempotency-key-in-use} when that takes too long.
         */
        Optional<Answer> claim(String key, String fingerprint);

        /** Keeps the answer under the key that was claimed. */
        void keep(String key, Answer answer);
    }

    /** An answer, and whether it is one that was remembered. */
    public record Outcome(Answer answer, boolean replayed) {}

    /**
     * Runs {@code effect} unless it has been run under this key before.
     *
     * @throws ProblemException {@code idempotency-key-reused} when the key belongs to a different request
     */
    public Outcome once(Answers answers, Supplier<Answer> effect) {
        if (key == null) {
            return new Outcome(effect.get(), false);
        }
        Optional<Answer> before = answers.claim(key, fingerprint);
        if (before.isPresent()) {
            if (!before.get().fingerprint().equals(fingerprint)) {
                throw HttpError.IDEMPOTENCY_KEY_REUSED.problem();
            }
            return new Outcome(before.get(), true);
        }
        Answer made = effect.get();
        answers.keep(key, made);
        return new Outcome(made, false);
    }
}
