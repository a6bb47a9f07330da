package io.zhike.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.store.SettableClock;
import io.zhike.store.TestDatabase;
import io.zhike.store.WorkspaceSchema;
import java.time.Duration;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** The log of a workspace of a test's own, with a clock that the test sets. */
final class LogBook {
    static final Actor LI_NA = new Actor(AuditOrigin.SESSION, new java.util.UUID(0, 7), "李娜", null, "192.0.2.7");

    final Database database = TestDatabase.database();
    final WorkspaceSchema schema = TestDatabase.newWorkspaceSchema();
    final SettableClock clock = SettableClock.at("2026-11-20T08:00:00Z");
    final AuditChain chain = new AuditChain(database, clock);

    void write(String... titles) {
        for (String title : titles) {
            clock.advance(Duration.ofSeconds(1));
            database.writing(ctx -> AuditLog.record(
                    ctx, schema, clock.instant(), LI_NA, AuditEntry.of(TestAction.DONE, "thing", "t", title)));
        }
    }

    /** Seals all that was written so far; other work on the database may hold that back a while. */
    void seal() {
        long patience = System.nanoTime() + 60_000_000_000L;
        while (chain.state(schema).waiting() > 0) {
            assertThat(System.nanoTime()).isLessThan(patience);
            chain.seal(schema);
        }
    }

    Verdict verify() {
        return chain.verify(schema, Duration.ofMinutes(1), null);
    }

    Verdict verify(String noted) {
        return chain.verify(schema, Duration.ofMinutes(1), NotedEnd.parse(noted).orElseThrow());
    }

    List<StoredEntry> rows() {
        return database.read(ctx -> ctx.select(AuditRows.all())
                .from(AuditRows.in(schema))
                .orderBy(AuditRows.SEQ.asc().nullsLast())
                .fetch(AuditRows::of));
    }

    int delete(Condition which) {
        return database.read(
                ctx -> ctx.deleteFrom(AuditRows.in(schema)).where(which).execute());
    }

    void anchorBack(long seq) {
        database.read(ctx -> ctx.update(io.zhike.store.SystemSchema.table("audit_chain"))
                .set(AuditRows.SEQ, seq)
                .set(AuditRows.HASH, rows().get((int) seq - 1).hash())
                .where(DSL.field(DSL.quotedName("schema_name"), String.class).eq(schema.name()))
                .execute());
    }
}
