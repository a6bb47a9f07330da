package io.zhike.action;

import io.zhike.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What came of one step for one subject. */
public sealed interface Outcome {

    /** What a person reads of it in the log. */
    Message message();

    /** It is done. */
    record Done(@Override Message message, List<Touched> touched) implements Outcome {
        public Done {
            touched = List.copyOf(touched);
        }
    }

    /** There was nothing to do, which is no failure: the steps behind it go on. */
    record Skipped(@Override Message message) implements Outcome {}

    /** Not now: the step is asked again at {@code until}, and the steps behind it wait. */
    record Later(@Override Message message, Instant until) implements Outcome {}

    /**
     * It could not be done, and nothing of it was: the run ends here.
     *
     * @param retry whether it may succeed by itself later
     */
    record Failed(@Override Message message, boolean retry) implements Outcome {}

    /** A record that was written. */
    record Touched(String entity, UUID id) {}
}
