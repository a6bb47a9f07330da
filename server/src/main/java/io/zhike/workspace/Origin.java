package io.zhike.workspace;

import java.util.UUID;

/** By which way a caller comes in. */
public sealed interface Origin {

    /** A person in a browser. */
    record Session(UUID id) implements Origin {}

    /** A program with an API key. */
    record Key(UUID id) implements Origin {}

    /**
     * The system itself.
     *
     * @param what is being done, for histories and logs, such as {@code import} or {@code rule:assign-lead}
     */
    record SystemTask(String what) implements Origin {}
}
