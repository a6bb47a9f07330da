package io.zhike.record;

import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Human numbers that count up from 1. Each node takes them in blocks, in a transaction of their own, so that writers never
 * wait for each other; a number is never given twice, and some are never given when a node stops or a write is refused.
 */
@Component
final class Counters {
    private static final int BLOCK = 32;
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.VARCHAR);
    private static final Field<Long> LAST = DSL.field(DSL.name("value"), SQLDataType.BIGINT);

    private final Database database;
    private final Map<Counter, Range> blocks = new ConcurrentHashMap<>();

    /** @param beside for transactions while that of the writer holds its connection */
    Counters(@Qualifier(Database.BESIDE) Database beside) {
        this.database = beside;
    }

    private record Counter(WorkspaceSchema schema, String name) {}

    /** The numbers from {@code next} up to but not including {@code end}. */
    record Range(long next, long end) {
        Range dropping(int count) {
            return new Range(next + count, end);
        }

        long left() {
            return end - next;
        }
    }

    /** {@code count} numbers in a row, none given before. */
    Range take(WorkspaceSchema schema, String name, int count) {
        if (count > BLOCK) {
            return reserve(schema, name, count);
        }
        Range[] taken = new Range[1];
        blocks.compute(new Counter(schema, name), (_, block) -> {
            Range current = block == null || block.left() < count ? reserve(schema, name, BLOCK) : block;
            taken[0] = new Range(current.next(), current.next() + count);
            return current.dropping(count);
        });
        return taken[0];
    }

    private Range reserve(WorkspaceSchema schema, String name, int count) {
        long last = database.write(ctx -> ctx.insertInto(schema.table("counter"), NAME, LAST)
                .values(name, (long) count)
                .onConflict(NAME)
                .doUpdate()
                .set(
                        LAST,
                        DSL.field(schema.qualify("counter").append("value"), SQLDataType.BIGINT)
                                .plus((long) count))
                .returningResult(LAST)
                .fetchSingle()
                .value1());
        return new Range(last - count + 1, last + 1);
    }
}
