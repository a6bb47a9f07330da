package io.zhike.access;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Whether a column holds one of some ids, said so that PostgreSQL makes one plan for all who ask: it knows of a few how many
 * they are, and of one by itself that the rows of an index come in its order. An array it takes for ten.
 */
final class AmongIds {
    private static final int FEW = 50;

    private AmongIds() {}

    static Condition of(Field<UUID> column, Collection<UUID> ids) {
        List<UUID> sorted = ids.stream().distinct().sorted().toList();
        if (sorted.size() == 1) {
            return column.eq(sorted.getFirst());
        }
        return sorted.size() <= FEW
                ? column.in(sorted)
                : column.eq(DSL.any(DSL.val(sorted.toArray(UUID[]::new), SQLDataType.UUID.array())));
    }
}
