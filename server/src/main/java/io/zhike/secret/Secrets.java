package io.zhike.secret;

import io.zhike.message.ProblemException;
import io.zhike.store.SystemSchema;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Seals texts that are stored and opens them again. Safe for several threads. */
public final class Secrets {
    static final Table<Record> KEYS = SystemSchema.table("secret_key");
    static final Field<String> KEY_ID = DSL.field(DSL.quotedName("id"), SQLDataType.CLOB);

    private final Object source;
    private volatile @Nullable Keys keys;

    /** Seals and opens nothing before the start has found its keys. */
    Secrets(Object source) {
        this.source = source;
    }

    /** @param noted whether the database knew at the start that the current key is in use */
    private record Keys(KeyRing ring, boolean noted) {}

    void use(KeyRing ring, boolean noted) {
        keys = new Keys(ring, noted);
    }

    /**
     * Seals {@code plain} for one row of {@code column}, to be stored in the transaction of {@code ctx}. Twice the same text
     * gives two different ones.
     *
     * @throws ProblemException {@code key-of-another-node} where the database holds values that this node could not open
     */
    public String seal(DSLContext ctx, SealedColumn column, UUID row, String plain) {
        return sealer(ctx).seal(column, row, plain);
    }

    /**
     * Seals many texts that are stored in the transaction of {@code ctx}, and in no other; as {@link #seal}.
     *
     * @throws ProblemException {@code key-of-another-node} where the database holds values that this node could not open
     */
    public Sealer sealer(DSLContext ctx) {
        Keys found = keys();
        if (!found.noted()) {
            note(ctx, found.ring());
        }
        KeyRing.Key key = found.ring().current();
        return (column, row, plain) -> Sealing.seal(key, column.bound(row), plain);
    }

    /** Seals texts for rows of columns. */
    @FunctionalInterface
    public interface Sealer {
        /** {@code plain} for one row of {@code column}. */
        String seal(SealedColumn column, UUID row, String plain);
    }

    /**
     * What {@link #seal} was given.
     *
     * @throws ProblemException {@code sealed-broken} where it was changed or moved, {@code key-missing} for a key we have not
     */
    public String open(SealedColumn column, UUID row, String sealed) {
        String id = Sealing.keyOf(sealed).orElseThrow(SecretError.SEALED_BROKEN::problem);
        KeyRing.Key key = keys().ring().find(id).orElseThrow(() -> SecretError.KEY_MISSING.problem(id, source));
        return Sealing.open(key, column.bound(row), sealed).orElseThrow(SecretError.SEALED_BROKEN::problem);
    }

    /** Not remembered here: the transaction may yet be rolled back. The next start finds it. */
    private static void note(DSLContext ctx, KeyRing ring) {
        List<String> used = ctx.select(KEY_ID).from(KEYS).fetch(KEY_ID);
        for (String id : used) {
            if (ring.find(id).isEmpty()) {
                throw SecretError.KEY_OF_ANOTHER_NODE.problem(id);
            }
        }
        ctx.insertInto(KEYS)
                .set(KEY_ID, ring.current().id())
                .onConflictDoNothing()
                .execute();
    }

    private Keys keys() {
        Keys found = keys;
        if (found == null) {
            throw new IllegalStateException("the start has not found its keys yet");
        }
        return found;
    }
}
