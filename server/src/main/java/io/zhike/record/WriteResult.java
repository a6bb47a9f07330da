package io.zhike.record;

import io.zhike.message.Issue;
import java.util.List;
import java.util.UUID;

/** What became of each write of a batch, in the order of the writes. */
public record WriteResult(List<Outcome> outcomes) {

    /** What became of one write. */
    public sealed interface Outcome {}

    /**
     * It is written.
     *
     * @param changed whether anything about the record is different now
     * @param values all stored values, the system's too; whoever hands them out has to mask them
     */
    public record Written(UUID id, long number, int version, boolean changed, RecordValues values) implements Outcome {}

    /** It is not written, and why. */
    public record Refused(List<Issue> issues) implements Outcome {
        public Refused {
            issues = List.copyOf(issues);
        }
    }

    public WriteResult {
        outcomes = List.copyOf(outcomes);
    }

    public List<Written> written() {
        return outcomes.stream()
                .filter(Written.class::isInstance)
                .map(Written.class::cast)
                .toList();
    }

    /** The outcome of a batch of one that was written. */
    public Written only() {
        if (outcomes.size() == 1 && outcomes.getFirst() instanceof Written written) {
            return written;
        }
        throw new IllegalStateException("not one written record: " + outcomes);
    }
}
