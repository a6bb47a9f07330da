package io.zhike.record;

import static io.zhike.entity.SystemFields.CREATED_AT;
import static io.zhike.entity.SystemFields.CREATED_BY;
import static io.zhike.entity.SystemFields.DELETED_AT;
import static io.zhike.entity.SystemFields.ID;
import static io.zhike.entity.SystemFields.NUMBER;
import static io.zhike.entity.SystemFields.UPDATED_AT;
import static io.zhike.entity.SystemFields.UPDATED_BY;
import static io.zhike.entity.SystemFields.VERSION;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Writes the rows: new ones in one statement, changed ones each by its key, and the pairs of many-relations. */
final class StorePhase implements WritePhase {
    private static final String UNIQUE_VIOLATION = "23505";

    private final Counters counters;
    private final List<PurgeFollower> followers;
    private final SealedValues sealed;
    private final UniquePhase unique = new UniquePhase();

    StorePhase(Counters counters, List<PurgeFollower> followers, SealedValues sealed) {
        this.sealed = sealed;
        this.counters = counters;
        this.followers = List.copyOf(followers);
    }

    @Override
    public void run(WriteRun run) {
        boolean unique = run.entity().fields().stream().anyMatch(io.zhike.entity.Field::unique);
        if (unique && run.batch().onRefusal() == WriteBatch.OnRefusal.SKIP) {
            storeDespiteRivals(run);
        } else {
            store(run);
        }
    }

    /**
     * Another transaction may have taken a unique value since it was looked for. That shall refuse the one write, not break
     * the whole batch: the rival has committed by then, so looking again finds which write it is.
     */
    private void storeDespiteRivals(WriteRun run) {
        while (true) {
            int before = run.pending().size();
            try {
                run.ctx().transaction(_ -> store(run));
                return;
            } catch (DataAccessException e) {
                if (!UNIQUE_VIOLATION.equals(e.sqlState())) {
                    throw e;
                }
                unique.run(run);
                if (run.pending().size() == before) {
                    throw e;
                }
            }
        }
    }

    private void store(WriteRun run) {
        insert(run, run.pending(ChangeKind.CREATE).toList());
        update(
                run,
                run.pending(ChangeKind.UPDATE, ChangeKind.DELETE, ChangeKind.RESTORE)
                        .filter(PendingWrite::changesAnything)
                        .toList());
        purge(run, run.pending(ChangeKind.PURGE).toList());
    }

    private void insert(WriteRun run, List<PendingWrite> creates) {
        if (creates.isEmpty()) {
            return;
        }
        long next =
                counters.take(run.schema(), run.entity().code(), creates.size()).next();
        List<Field<?>> fields = new ArrayList<>();
        run.table().columns().forEach(field -> fields.addAll(field.columns()));
        fields.add(EntityTable.SEARCH);
        List<List<@Nullable Object>> rows = new ArrayList<>(creates.size());
        SealedValues.Sealer sealer = sealed.sealer(run.ctx(), run.schema(), run.entity());
        for (PendingWrite write : creates) {
            write.setNumber(next++);
            write.setAfter(write.after().overlaidBy(bookkeeping(run, write)));
            rows.add(row(run, write, sealer));
        }
        RowInsert.into(run.ctx(), run.table().table(), fields, rows);
        for (EntityTable.Link link : run.table().links()) {
            Map<UUID, @Nullable Object> targets = new LinkedHashMap<>();
            creates.forEach(write ->
                    targets.put(write.id(), write.after().get(link.field().code())));
            new Links(run.ctx()).add(link, targets);
        }
    }

    private static List<@Nullable Object> row(WriteRun run, PendingWrite write, SealedValues.Sealer sealer) {
        RecordValues values = sealer.sealed(write.id(), write.after());
        List<@Nullable Object> row = new ArrayList<>();
        for (EntityTable.FieldColumns field : run.table().columns()) {
            row.addAll(field.toColumns(values.get(field.field().code())));
        }
        row.add(SearchText.of(run.entity(), write.after().asMap()));
        return row;
    }

    private static RecordValues bookkeeping(WriteRun run, PendingWrite write) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Instant at = write.at(run.now());
        @Nullable UUID actor = run.caller().member();
        if (write.creates()) {
            values.put(ID, write.id());
            values.put(NUMBER, BigDecimal.valueOf(write.number()));
            values.put(CREATED_AT, at);
            values.put(CREATED_BY, actor);
        }
        values.put(VERSION, BigDecimal.valueOf(write.newVersion()));
        values.put(UPDATED_AT, at);
        values.put(UPDATED_BY, actor);
        if (write.kind() == ChangeKind.DELETE) {
            values.put(DELETED_AT, write.deletedAt(run.now()));
        }
        if (write.kind() == ChangeKind.RESTORE) {
            values.put(DELETED_AT, null);
        }
        return RecordValues.of(values);
    }

    private void update(WriteRun run, List<PendingWrite> updates) {
        List<Query> statements = new ArrayList<>();
        SealedValues.Sealer sealer = sealed.sealer(run.ctx(), run.schema(), run.entity());
        for (PendingWrite write : updates) {
            RecordValues kept = bookkeeping(run, write);
            RecordValues changes = write.changes().overlaidBy(kept);
            write.setAfter(write.after().overlaidBy(kept));
            statements.add(statement(run, write, sealer.sealed(write.id(), changes)));
            for (EntityTable.Link link : run.table().links()) {
                if (changes.has(link.field().code())) {
                    new Links(run.ctx())
                            .replace(link, write.id(), changes.get(link.field().code()));
                }
            }
        }
        if (!statements.isEmpty()) {
            run.ctx().batch(statements).execute();
        }
    }

    private static Query statement(WriteRun run, PendingWrite write, RecordValues changes) {
        Map<Field<?>, @Nullable Object> set = new LinkedHashMap<>();
        for (String code : changes.codes()) {
            Optional<EntityTable.FieldColumns> columns = run.table().columns(code);
            columns.ifPresent(found -> {
                List<@Nullable Object> values = found.toColumns(changes.get(code));
                for (int i = 0; i < values.size(); i++) {
                    set.put(found.columns().get(i), values.get(i));
                }
            });
        }
        set.put(EntityTable.SEARCH, SearchText.of(run.entity(), write.after().asMap()));
        return run.ctx()
                .update(run.table().table())
                .set(set)
                .where(run.table().id().eq(write.id()));
    }

    private void purge(WriteRun run, List<PendingWrite> purges) {
        if (purges.isEmpty()) {
            return;
        }
        List<UUID> ids = purges.stream().map(PendingWrite::id).toList();
        followers.forEach(follower ->
                follower.purged(run.ctx(), run.schema(), run.entity().code(), ids));
        run.table()
                .links()
                .forEach(link -> run.ctx()
                        .deleteFrom(link.table())
                        .where(EntityTable.Link.SOURCE.in(ids))
                        .execute());
        run.ctx()
                .deleteFrom(run.table().table())
                .where(run.table().id().in(ids))
                .execute();
    }
}
