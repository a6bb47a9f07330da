package io.zhike.record;

import io.zhike.access.NewestShared;
import java.util.Optional;
import org.jooq.Condition;

/**
 * One way to some of the records that somebody reaches.
 *
 * @param where what holds for these records
 * @param shares the same from what is shared with them, where this way is that; begins with the newest records
 */
record Branch(Condition where, Optional<FromShares> shares) {

    /**
     * @param records a table to be joined to that of the records
     * @param where what has to hold for them besides
     */
    record FromShares(NewestShared records, Condition where) {}

    Branch and(Condition asked) {
        return new Branch(
                where.and(asked),
                shares.map(from -> new FromShares(from.records(), from.where().and(asked))));
    }
}
