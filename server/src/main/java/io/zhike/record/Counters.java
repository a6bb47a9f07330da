package io.zhike.record;

import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Human numbers that count up from 1. Each node takes them in a transaction of their own, so that writers never wait for
 * each other: one at a time while they come one at a time, and in blocks that grow while they come fast. A number is never
 * given twice, and some are never given when a node stops or a write is refused.
 */
@Component
final class Counters {
    private static final int LARGEST_BLOCK = 256;

    /** A block that lasts less than this is followed by one twice as large. */
    private static final Duration FAST = Duration.ofSeconds(1);

    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.VARCHAR);
    private static final Field<Long> LAST = DSL.field(DSL.name("value"), SQLDataType.BIGINT);

    private final Database database;
    private final Clock clock;
    private final Map<Counter, Block> blocks = new ConcurrentHashMap<>();

    /** @param beside for transactions while that of the writer holds its connection */
    Counters(@Qualifier(Database.BESIDE) Database beside, Clock clock) {
        this.database = beside;
        this.clock = clock;
    }

    private record Counter(WorkspaceSchema schema, String name) {}

    /** The numbers from {@code next} up to but not including {@code end}. */
    record Range(long next, long end) {}

    /** What is left of the numbers taken {@code at} a moment, {@code size} of them. */
    private record Block(Range left, int size, Instant at) {
        boolean holds(int count) {
            return left.end() - left.next() >= count;
        }

        Block dropping(int count) {
            return new Block(new Range(left.next() + count, left.end()), size, at);
        }

        int following(Instant now) {
            boolean fast = !now.isBefore(at) && now.isBefore(at.plus(FAST));
            return fast ? Math.min(LARGEST_BLOCK, size * 2) : 1;
        }
    }

    /** {@code count} numbers in a row, none given before. */
    Range take(WorkspaceSchema schema, String name, int count) {
        if (count > LARGEST_BLOCK) {
            return reserve(schema, name, count);
        }
        Range[] taken = new Range[1];
        blocks.compute(new Counter(schema, name), (_, block) -> {
            Block current = block != null && block.holds(count) ? block : next(schema, name, count, block);
            long first = current.left().next();
            taken[0] = new Range(first, first + count);
            return current.dropping(count);
        });
        return taken[0];
    }

    private Block next(WorkspaceSchema schema, String name, int count, @Nullable Block before) {
        Instant now = clock.instant();
        int size = Math.max(count, before == null ? 1 : before.following(now));
        return new Block(reserve(schema, name, size), size, now);
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
