package io.zhike.audit;

import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the log, the newest first. Whoever calls sees to it that the one who asks may. */
@Component
public final class AuditReader {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration LIMIT_OF_ALL = Duration.ofMinutes(10);
    private static final int FETCHED = 1_000;

    private final Database database;

    AuditReader(Database database) {
        this.database = database;
    }

    /** Where a page begins: after this entry. */
    public record Place(Instant at, UUID id) {}

    /** At most {@code most} entries. */
    public List<StoredEntry> page(WorkspaceSchema schema, AuditFilter filter, @Nullable Place after, int most) {
        Condition older = after == null
                ? DSL.noCondition()
                : DSL.row(AuditRows.AT, AuditRows.ID).lt(after.at(), after.id());
        return database.read(
                LIMIT,
                ctx -> ctx.select(AuditRows.all())
                        .from(AuditRows.in(schema))
                        .where(filter.condition(), older)
                        .orderBy(AuditRows.AT.desc(), AuditRows.ID.desc())
                        .limit(most)
                        .fetch(AuditRows::of));
    }

    /** Hands out all entries, one by one, in memory that does not grow with them. Returns how many. */
    public long all(WorkspaceSchema schema, AuditFilter filter, Consumer<StoredEntry> taker) {
        return database.reading(LIMIT_OF_ALL, ctx -> {
            long read = 0;
            try (Cursor<Record> rows = ctx.select(AuditRows.all())
                    .from(AuditRows.in(schema))
                    .where(filter.condition())
                    .orderBy(AuditRows.AT.desc(), AuditRows.ID.desc())
                    .fetchSize(FETCHED)
                    .fetchLazy()) {
                for (Record row : rows) {
                    taker.accept(AuditRows.of(row));
                    read++;
                }
            }
            return read;
        });
    }
}
