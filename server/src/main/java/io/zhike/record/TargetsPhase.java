package io.zhike.record;

import io.zhike.access.ScopeConditions;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.SystemFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Refuses relations to records that are not there, are in the recycle bin, or lie outside what the caller sees. */
final class TargetsPhase implements WritePhase {

    @Override
    public void run(WriteRun run) {
        for (Field field :
                run.entity().fields().where(field -> field.type().target().isPresent() && field.writable())) {
            check(run, field, field.type().target().orElseThrow());
        }
    }

    private static void check(WriteRun run, Field field, String target) {
        List<PendingWrite> setting = run.pending(ChangeKind.CREATE, ChangeKind.UPDATE)
                .filter(write -> write.changes().get(field.code()) != null)
                .toList();
        Set<UUID> wanted = new HashSet<>();
        setting.forEach(write -> targets(write, field).forEach(wanted::add));
        if (wanted.isEmpty()) {
            return;
        }
        Set<UUID> there = reachable(run, run.catalog().get(target), wanted);
        for (PendingWrite write : setting) {
            if (!there.containsAll(targets(write, field).toList())) {
                write.refuse(field.code(), RecordError.TARGET_MISSING, field.label());
            }
        }
    }

    private static Set<UUID> reachable(WriteRun run, EntityDefinition target, Set<UUID> wanted) {
        EntityTable table = new EntityTable(target, run.schema());
        return run.ctx()
                .select(table.id())
                .from(table.table())
                .where(table.id().in(wanted))
                .and(DSL.field(DSL.name(SystemFields.DELETED_AT), SQLDataType.TIMESTAMPWITHTIMEZONE)
                        .isNull())
                .and(ScopeConditions.of(
                        run.grants(), target, run.grants().on(target.code()).read()))
                .fetchSet(table.id());
    }

    private static Stream<UUID> targets(PendingWrite write, Field field) {
        @Nullable Object value = write.changes().get(field.code());
        return switch (value) {
            case null -> Stream.empty();
            case UUID id -> Stream.of(id);
            case List<?> ids -> ids.stream().map(UUID.class::cast);
            default -> throw new IllegalStateException("not a relation's value: " + value);
        };
    }
}
