package io.zhike.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of a rule by code, and which comes after which. */
final class Program {
    private final Map<String, Step> byCode = new HashMap<>();
    private final Map<String, String> next = new HashMap<>();
    private final Optional<String> first;

    Program(List<Step> steps) {
        this.first = block(steps, null);
    }

    /** Adds a block that goes on with {@code after}; the code of its first step. */
    private Optional<String> block(List<Step> steps, @Nullable String after) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String follower = i + 1 < steps.size() ? steps.get(i + 1).code() : after;
            byCode.put(step.code(), step);
            if (follower != null) {
                next.put(step.code(), follower);
            }
            // Whoever goes through the steps of a loop ends with them: the loop's own run goes on.
            boolean loop = step instanceof Step.Each;
            step.inner().forEach(inner -> block(inner, loop ? null : follower));
        }
        return steps.stream().findFirst().map(Step::code);
    }

    /** The code of the first step; empty where there is none. */
    Optional<String> first() {
        return first;
    }

    /** Empty for a step that is not there any more. */
    Optional<Step> step(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** What comes after the step as a whole; empty at the end. */
    Optional<String> after(Step step) {
        return Optional.ofNullable(next.get(step.code()));
    }

    /** What comes after the step when it goes into {@code way}, which may hold nothing. */
    Optional<String> into(Step step, List<Step> way) {
        return way.isEmpty() ? after(step) : Optional.of(way.getFirst().code());
    }
}
