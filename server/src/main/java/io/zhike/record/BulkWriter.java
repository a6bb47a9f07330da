package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

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
            BulkApi.Which which,
            boolean deleted,
            UUID batch,
            Function<UUID, RecordWrite> write) {
        List<UUID> given = which.ids();
        List<UUID> ids = given == null
                ? found(caller, entity, which, deleted)
                : given.stream().filter(Objects::nonNull).toList();
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

    private static RecordQuery.Where where(JsonNode node) {
        return node.isString() ? new RecordQuery.Where.Text(node.asString()) : new RecordQuery.Where.Tree(node);
    }

    private List<UUID> found(Caller caller, String entity, BulkApi.Which which, boolean deleted) {
        Optional<RecordQuery.Where> where = Optional.ofNullable(which.where())
                .filter(node -> !node.isNull())
                .map(BulkWriter::where);
        Optional<String> search = Optional.ofNullable(which.search()).filter(words -> !words.isBlank());
        RecordQuery.Rows query = RecordQuery.Rows.of(new RecordQuery.Selection(entity, where, search, deleted))
                .fields("id");
        List<UUID> ids = new ArrayList<>();
        reader.stream(caller, query, _ -> {
            Consumer<ReadRecord> collect = record -> ids.add(record.id());
            return collect;
        });
        return ids;
    }
}
