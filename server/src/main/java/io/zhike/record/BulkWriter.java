package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditLog;
import io.zhike.audit.AuditWord;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Does one thing to many records in one transaction, a part at a time so that memory does not grow with them. */
@Component
final class BulkWriter {
    private static final int PART = 1_000;

    private final Database database;
    private final Clock clock;
    private final RecordReader reader;
    private final RecordWriter writer;

    BulkWriter(Database database, Clock clock, RecordReader reader, RecordWriter writer) {
        this.database = database;
        this.clock = clock;
        this.reader = reader;
        this.writer = writer;
    }

    /**
     * Does {@code write} to each record that is meant, and tells the audit log of it as one.
     *
     * @return how many records are different now
     * @throws io.zhike.message.ProblemException where one of them is refused; then nothing is written
     */
    long run(
            Caller caller,
            String entity,
            Chosen chosen,
            boolean deleted,
            UUID batch,
            RecordAction action,
            Function<UUID, RecordWrite> write) {
        List<UUID> ids = switch (chosen) {
            case Chosen.These these -> these.ids();
            case Chosen.Found found -> found(caller, entity, found, deleted);
        };
        return Retries.run(() -> {
            Grants grants = reader.lens(caller).grants();
            return database.write(ctx -> {
                long changed = 0;
                for (int from = 0; from < ids.size(); from += PART) {
                    List<UUID> part = ids.subList(from, Math.min(from + PART, ids.size()));
                    WriteBatch writes = WriteBatch.of(
                                    entity,
                                    ChangeOrigin.BULK,
                                    part.stream().map(write).toList())
                            .in(batch);
                    changed += part(ctx, caller, grants, writes);
                }
                tell(ctx, caller, entity, grants, chosen, batch, action, changed);
                return changed;
            });
        });
    }

    private void tell(
            DSLContext ctx,
            Caller caller,
            String entity,
            Grants grants,
            Chosen chosen,
            UUID batch,
            RecordAction action,
            long changed) {
        if (changed == 0) {
            return;
        }
        AuditEntry entry = RecordAudit.about(action, caller, grants.catalog().get(entity))
                .with(AuditWord.ROWS, changed)
                .with(AuditWord.BATCH, batch.toString());
        AuditEntry whole = switch (chosen) {
            case Chosen.These these ->
                entry.with(
                        AuditWord.RECORDS,
                        these.ids().stream().map(UUID::toString).toList());
            case Chosen.Found found -> RecordAudit.found(entry, found.where(), found.search());
        };
        AuditLog.record(ctx, caller.workspace().schema(), clock.instant(), whole);
    }

    private long part(DSLContext ctx, Caller caller, Grants grants, WriteBatch part) {
        return writer.write(ctx, caller, grants, part).written().stream()
                .filter(WriteResult.Written::changed)
                .count();
    }

    private List<UUID> found(Caller caller, String entity, Chosen.Found found, boolean deleted) {
        RecordQuery.Rows query = RecordQuery.Rows.of(
                        new RecordQuery.Selection(entity, found.where(), found.search(), deleted))
                .fields("id");
        List<UUID> ids = new ArrayList<>();
        reader.stream(caller, query, _ -> {
            Consumer<ReadRecord> collect = record -> ids.add(record.id());
            return collect;
        });
        return ids;
    }
}
