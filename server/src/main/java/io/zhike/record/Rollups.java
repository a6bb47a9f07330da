package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Rollup;
import io.zhike.expression.Environment;
import io.zhike.record.RollupFigures.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps roll-ups true in the transaction that changes their children: counts and sums by the difference, the others anew
 * over the children of the parents that are touched. Parents are locked first, so that two transactions with children of one
 * parent add up.
 */
@Component
final class Rollups implements WritePhase {
    private final RollupQuery query;

    Rollups(RollupQuery query) {
        this.query = query;
    }

    /** A child before and after; null where it does not exist or is deleted. */
    record Moved(@Nullable RecordValues before, @Nullable RecordValues after) {}

    @Override
    public void run(WriteRun run) {
        List<Moved> moved = run.pending().stream()
                .filter(PendingWrite::changesAnything)
                .map(Rollups::moved)
                .toList();
        follow(run, run.entity().code(), moved, Set.of());
    }

    private static Moved moved(PendingWrite write) {
        @Nullable
        RecordValues before = write.before()
                .filter(record -> !record.deleted())
                .map(StoredRecord::values)
                .orElse(null);
        boolean there = switch (write.kind()) {
            case CREATE, UPDATE, RESTORE -> true;
            case DELETE, PURGE, COMPUTE -> false;
        };
        return new Moved(before, there ? write.after() : null);
    }

    /**
     * Makes the parents of {@code moved} follow, and their parents in turn.
     *
     * @param computed where the children moved only in these computed fields; empty where anything may be different
     */
    private void follow(WriteRun run, String child, List<Moved> moved, Set<String> computed) {
        Map<String, List<Rollup>> byParent = new TreeMap<>();
        for (Rollup rollup : run.catalog().rollupsFedBy(child)) {
            if (computed.isEmpty() || rollup.reads().stream().anyMatch(computed::contains)) {
                byParent.computeIfAbsent(rollup.entity(), _ -> new ArrayList<>())
                        .add(rollup);
            }
        }
        byParent.forEach((parent, rollups) -> follow(run, run.catalog().get(parent), rollups, moved));
    }

    private void follow(WriteRun run, EntityDefinition parent, List<Rollup> rollups, List<Moved> moved) {
        Map<UUID, Map<Rollup, BigDecimal>> deltas = new TreeMap<>();
        Map<Rollup, Set<UUID>> anew = new LinkedHashMap<>();
        for (Rollup rollup : rollups) {
            moved.forEach(child -> note(run, rollup, child, deltas, anew));
        }
        Set<UUID> touched = new LinkedHashSet<>(deltas.keySet());
        anew.values().forEach(touched::addAll);
        if (touched.isEmpty()) {
            return;
        }
        Map<UUID, StoredRecord> before = query.lock(run, parent, touched);
        Map<UUID, RecordValues> after = new LinkedHashMap<>();
        before.forEach((id, record) -> after.put(id, record.values()));
        deltas.forEach((id, byRollup) -> byRollup.forEach((rollup, delta) ->
                after.computeIfPresent(id, (_, values) -> values.with(rollup.field(), sum(values, rollup, delta)))));
        anew.forEach((rollup, ids) -> {
            Map<UUID, @Nullable Object> figures = query.figures(run, rollup, ids);
            Object none = RollupFigures.ofNone(parent.fields().get(rollup.field()), rollup.fn());
            ids.forEach(id -> after.computeIfPresent(
                    id, (_, values) -> values.with(rollup.field(), figures.getOrDefault(id, none))));
        });
        store(run, parent, before, after);
    }

    private static void note(
            WriteRun run,
            Rollup rollup,
            Moved child,
            Map<UUID, Map<Rollup, BigDecimal>> deltas,
            Map<Rollup, Set<UUID>> anew) {
        Optional<Part> before = part(run, rollup, child.before());
        Optional<Part> after = part(run, rollup, child.after());
        if (before.equals(after)) {
            return;
        }
        if (RollupFigures.followsByDelta(rollup)) {
            boolean hasField = rollup.of().isPresent();
            before.ifPresent(part ->
                    add(deltas, rollup, part, part.amount(rollup.fn(), hasField).negate()));
            after.ifPresent(part -> add(deltas, rollup, part, part.amount(rollup.fn(), hasField)));
        } else {
            Set<UUID> ids = anew.computeIfAbsent(rollup, _ -> new LinkedHashSet<>());
            before.ifPresent(part -> ids.add(part.parent()));
            after.ifPresent(part -> ids.add(part.parent()));
        }
    }

    private static Optional<Part> part(WriteRun run, Rollup rollup, @Nullable RecordValues child) {
        Environment environment = run.grants().environment();
        return child == null ? Optional.empty() : RollupFigures.part(rollup, child, run.catalog(), environment);
    }

    private static void add(Map<UUID, Map<Rollup, BigDecimal>> deltas, Rollup rollup, Part part, BigDecimal amount) {
        if (amount.signum() != 0) {
            deltas.computeIfAbsent(part.parent(), _ -> new LinkedHashMap<>()).merge(rollup, amount, BigDecimal::add);
        }
    }

    private static BigDecimal sum(RecordValues values, Rollup rollup, BigDecimal delta) {
        return values.get(rollup.field()) instanceof BigDecimal old ? old.add(delta) : delta;
    }

    private void store(
            WriteRun run, EntityDefinition parent, Map<UUID, StoredRecord> before, Map<UUID, RecordValues> after) {
        EntityTable table = EntityTable.of(parent, run.schema());
        List<Query> updates = new ArrayList<>();
        List<ComputedChange> changes = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        Set<String> computed = new LinkedHashSet<>();
        before.forEach((id, record) -> {
            RecordValues old = record.values();
            RecordValues now = java.util.Objects.requireNonNull(after.get(id));
            RecordValues different = old.changedIn(now);
            if (!different.isEmpty()) {
                updates.add(update(run, table, id, different));
                changes.add(new ComputedChange(record, different));
                moved.add(record.deleted() ? new Moved(null, null) : new Moved(old, now));
                computed.addAll(different.codes());
            }
        });
        if (!updates.isEmpty()) {
            run.ctx().batch(updates).execute();
            ChangePhase.computed(run, parent, changes);
            follow(run, parent.code(), moved, computed);
        }
    }

    private static Query update(WriteRun run, EntityTable table, UUID id, RecordValues different) {
        Map<Field<?>, @Nullable Object> set = new LinkedHashMap<>();
        for (String code : different.codes()) {
            EntityTable.FieldColumns columns = table.columns(code).orElseThrow();
            set.put(
                    columns.columns().getFirst(),
                    columns.toColumns(different.get(code)).getFirst());
        }
        return run.ctx().update(table.table()).set(set).where(table.id().eq(id));
    }

    /** What the server changed of a record beside what people change. */
    record ComputedChange(StoredRecord record, RecordValues different) {
        RecordValues before() {
            return record.values();
        }
    }
}
