package io.zhike.secret;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Sealed texts that lie inside other values. Each is sealed for one row of a {@link SealedColumn}. */
public interface SealedElsewhere {

    /** Whether there is any text that begins with {@code beginning}. */
    boolean holds(DSLContext ctx, String beginning);

    /**
     * Puts others in place of all texts that begin with {@code beginning}, in transactions of its own.
     *
     * @return how many
     */
    int replace(String beginning, Anew anew);

    /** Seals one text by the current key. */
    @FunctionalInterface
    interface Anew {
        /** Empty where {@code sealed} was not sealed for that row: then somebody has typed what only looks like it. */
        Optional<String> seal(SealedColumn column, UUID row, String sealed);
    }
}
