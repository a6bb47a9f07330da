package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SystemFields;
import io.zhike.store.Ids;
import io.zhike.store.Signals;
import io.zhike.store.Transactions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells the feed what the batch did, in the same transaction. */
final class ChangePhase implements WritePhase {
    /** Begins the cause of a change that the change of another record brought about; that one's entity follows. */
    static final String FOLLOWING = "entity:";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What every change moves; saying so in each would say nothing. */
    private static final Set<String> UNSAID = Set.of(
            SystemFields.ID,
            SystemFields.NUMBER,
            SystemFields.VERSION,
            SystemFields.CREATED_AT,
            SystemFields.CREATED_BY,
            SystemFields.UPDATED_AT,
            SystemFields.UPDATED_BY,
            SystemFields.DELETED_AT);

    private final SealedValues sealed;

    ChangePhase(SealedValues sealed) {
        this.sealed = sealed;
    }

    @Override
    public void run(WriteRun run) {
        List<PendingWrite> done =
                run.pending().stream().filter(PendingWrite::changesAnything).toList();
        if (done.isEmpty()) {
            return;
        }
        Object tx = transaction(run, done.size());
        List<List<@Nullable Object>> rows = new ArrayList<>(done.size());
        SealedValues.Sealer sealer = sealed.sealer(run.ctx(), run.schema(), run.entity());
        for (PendingWrite write : done) {
            rows.add(row(run, write, tx, sealer));
        }
        RowInsert.into(run.ctx(), run.schema().table(ChangeRows.TABLE), ChangeRows.ALL, rows);
        run.batch().batch().ifPresent(batch -> BatchRows.add(run, batch, rows.size()));
        Signals.here(run.ctx(), Feed.CHANGED, run.schema().name());
    }

    /** Tells the feed what the server changed of other records because of this batch; their versions stay. */
    static void computed(WriteRun run, EntityDefinition entity, List<Rollups.ComputedChange> changes) {
        Object tx = transaction(run, changes.size());
        Instant now = run.ticks().next();
        CauseChain chain = CauseChain.of(run);
        List<List<@Nullable Object>> rows = new ArrayList<>(changes.size());
        for (Rollups.ComputedChange change : changes) {
            Instant at = change.record().later(now);
            rows.add(Arrays.asList(
                    at.atOffset(ZoneOffset.UTC),
                    Ids.at(at),
                    tx,
                    entity.code(),
                    change.record().id(),
                    change.record().version(),
                    ChangeKind.COMPUTE.code(),
                    ChangeOrigin.SYSTEM.code(),
                    run.caller().member(),
                    run.batch().batch().orElse(null),
                    causes(chain.to(change.record().id(), change.before())),
                    json(entity, change.before().only(change.different().codes()), true),
                    json(entity, change.different(), true)));
        }
        RowInsert.into(run.ctx(), run.schema().table(ChangeRows.TABLE), ChangeRows.ALL, rows);
    }

    /** The number of the transaction: a few rows ask for it themselves and save a question to the server. */
    private static Object transaction(WriteRun run, int rows) {
        return RowInsert.copies(rows)
                ? run.ctx().select(Transactions.current()).fetchSingle().value1()
                : Transactions.current();
    }

    private static List<@Nullable Object> row(WriteRun run, PendingWrite write, Object tx, SealedValues.Sealer sealer) {
        Instant at = write.at(run.now());
        @Nullable UUID actor = run.caller().member();
        return Arrays.asList(
                at.atOffset(ZoneOffset.UTC),
                Ids.at(at),
                tx,
                run.entity().code(),
                write.id(),
                write.newVersion(),
                write.kind().code(),
                run.batch().origin().code(),
                actor,
                run.batch().batch().orElse(null),
                causes(run.batch().causes(write.index())),
                before(run.entity(), write, sealer),
                after(run.entity(), write, sealer));
    }

    private static @Nullable JSONB causes(List<String> causes) {
        if (causes.isEmpty()) {
            return null;
        }
        ArrayNode array = JSON.arrayNode();
        causes.forEach(array::add);
        return JSONB.valueOf(array.toString());
    }

    private static @Nullable JSONB before(EntityDefinition entity, PendingWrite write, SealedValues.Sealer sealer) {
        return switch (write.write()) {
            case RecordWrite.Update _ -> {
                RecordValues taken =
                        write.loaded().values().only(write.changes().codes());
                yield json(entity, sealer.sealed(write.id(), taken), true);
            }
            case RecordWrite.Create _, RecordWrite.Delete _, RecordWrite.Restore _, RecordWrite.Purge _ -> null;
        };
    }

    private static @Nullable JSONB after(EntityDefinition entity, PendingWrite write, SealedValues.Sealer sealer) {
        return switch (write.write()) {
            case RecordWrite.Create _ -> json(entity, sealer.sealed(write.id(), write.after()), false);
            case RecordWrite.Update _ -> json(entity, sealer.sealed(write.id(), write.changes()), true);
            case RecordWrite.Delete _, RecordWrite.Restore _, RecordWrite.Purge _ -> null;
        };
    }

    /** The values as answers carry them; blanks only where they say that something went away. */
    static JSONB json(EntityDefinition entity, RecordValues values, boolean withBlanks) {
        ObjectNode node = JSON.objectNode();
        for (String code : values.codes()) {
            @Nullable Object value = values.get(code);
            if (UNSAID.contains(code)) {
                continue;
            }
            if (value != null) {
                node.set(code, entity.fields().get(code).type().write(value));
            } else if (withBlanks) {
                node.putNull(code);
            }
        }
        return JSONB.valueOf(node.toString());
    }
}
