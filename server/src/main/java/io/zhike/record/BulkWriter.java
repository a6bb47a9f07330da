package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
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
    private final RecordReader reader;
    private final RecordWriter writer;

    BulkWriter(Database database, RecordReader reader, RecordWriter writer) {
        this.database = database;
        this.reader = reader;
        this.writer = writer;
    }

    /**
     * Does {@code write} to each record that is meant.
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
                return changed;
            });
        });
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
