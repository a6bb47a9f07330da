package io.zhike.record;

import io.zhike.access.People;
import io.zhike.access.ScopeConditions;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Refuses relations to records that are not there, are in the recycle bin, or lie outside what the caller sees, and members
 * and departments that are not there. Only what a write adds is asked about: what was there before may stay.
 */
final class TargetsPhase implements WritePhase {

    @Override
    public void run(WriteRun run) {
        for (Field field : run.entity().fields().where(Field::writable)) {
            Optional<String> target = field.type().target();
            Optional<String> people = people(field.type().valueType());
            if (target.isPresent()) {
                check(
                        run,
                        field,
                        ids -> reachable(run, field, run.catalog().get(target.get()), ids),
                        RecordError.TARGET_MISSING);
            } else if (people.isPresent()) {
                check(run, field, ids -> people(run, people.get(), ids), RecordError.MEMBER_MISSING);
            }
        }
    }

    private static void check(WriteRun run, Field field, Function<Set<UUID>, Set<UUID>> finder, RecordError missing) {
        List<PendingWrite> setting =
                run.pending(ChangeKind.CREATE, ChangeKind.UPDATE).toList();
        Set<UUID> wanted = new TreeSet<>();
        setting.forEach(write -> wanted.addAll(added(run, write, field)));
        if (wanted.isEmpty()) {
            return;
        }
        Set<UUID> there = finder.apply(wanted);
        for (PendingWrite write : setting) {
            if (!there.containsAll(added(run, write, field))) {
                write.refuse(field.code(), missing, field.label());
            }
        }
    }

    /** Which of the two tables of people the values of {@code type} are in. */
    private static Optional<String> people(Type type) {
        return switch (type) {
            case Type.Member _, Type.Department _ -> Optional.of(People.kind(type));
            case Type.ListOf(Type element) -> people(element);
            default -> Optional.empty();
        };
    }

    private static Set<UUID> people(WriteRun run, String kind, Set<UUID> ids) {
        Table<Record> table = People.table(run.schema(), kind);
        return run.ctx()
                .select(People.id(table))
                .from(table)
                .where(People.id(table).in(ids))
                .fetchSet(People.id(table));
    }

    private static Set<UUID> reachable(WriteRun run, Field field, EntityDefinition target, Set<UUID> wanted) {
        EntityTable table = EntityTable.of(target, run.schema());
        var found = run.ctx()
                .select(table.id())
                .from(table.table())
                .where(table.id().in(wanted))
                .and(DSL.field(DSL.name(SystemFields.DELETED_AT), SQLDataType.TIMESTAMPWITHTIMEZONE)
                        .isNull())
                .and(ScopeConditions.of(
                        run.grants(), target, run.grants().on(target.code()).read()));
        // Who takes the record into the bin waits for its new row, or the row finds that it has gone: none is left
        // behind.
        boolean owner = run.entity().parent().filter(field.code()::equals).isPresent();
        return owner ? found.orderBy(table.id()).forNoKeyUpdate().fetchSet(table.id()) : found.fetchSet(table.id());
    }

    /** What the write adds, but for the caller and the department that the server itself chose. */
    private static Set<UUID> added(WriteRun run, PendingWrite write, Field field) {
        Set<UUID> added = new HashSet<>(ids(write.changes().get(field.code())));
        write.before().ifPresent(before -> added.removeAll(ids(before.values().get(field.code()))));
        boolean chosen = field.code().equals(SystemFields.DEPARTMENT)
                && !write.incoming().has(SystemFields.DEPARTMENT);
        @Nullable UUID caller = run.caller().member();
        if (caller != null && field.type().target().isEmpty()) {
            added.remove(caller);
        }
        return chosen ? Set.of() : added;
    }

    private static Set<UUID> ids(@Nullable Object value) {
        Set<UUID> ids = new HashSet<>();
        switch (value) {
            case null -> {}
            case UUID id -> ids.add(id);
            case List<?> list -> list.forEach(id -> ids.add((UUID) id));
            default -> throw new IllegalStateException("not a relation's value: " + value);
        }
        return ids;
    }
}
