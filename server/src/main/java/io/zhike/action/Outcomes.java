package io.zhike.action;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers one outcome for each subject, in whatever order they come. */
final class Outcomes {
    private final @Nullable Outcome[] bySubject;

    Outcomes(int subjects) {
        this.bySubject = new Outcome[subjects];
    }

    void put(int subject, Outcome outcome) {
        bySubject[subject] = outcome;
    }

    boolean has(int subject) {
        return bySubject[subject] != null;
    }

    /** @throws IllegalStateException where a subject has none */
    List<Outcome> all() {
        if (Arrays.stream(bySubject).anyMatch(Objects::isNull)) {
            throw new IllegalStateException("a subject has no outcome");
        }
        return Arrays.stream(bySubject).map(Objects::requireNonNull).toList();
    }
}
