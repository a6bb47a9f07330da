package io.zhike.record;

import io.zhike.access.EntityGrant;
import io.zhike.access.ScopeConditions;
import io.zhike.access.ShareLevel;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SystemFields;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** How far somebody reaches one record. */
@Component
public class RecordReach {
    private final Database database;
    private final RecordReader reader;

    RecordReach(Database database, RecordReader reader) {
        this.database = database;
        this.reader = reader;
    }

    /**
     * A record within somebody's reach.
     *
     * @param made when the record was made
     * @param level whether it can be changed, or only read
     */
    public record Reached(EntityDefinition entity, EntityGrant grant, Instant made, ShareLevel level) {}

    /**
     * What the caller may do with a record that is not in the recycle bin. One statement.
     *
     * @throws io.zhike.message.ProblemException {@code record-not-found} where there is none, or none that the caller reads
     */
    public Reached of(Caller caller, String entity, UUID id) {
        Lens lens = reader.lens(caller);
        EntityDefinition found = lens.entity(entity);
        EntityGrant grant = lens.grant(found);
        Table<Record> table = lens.grants().schema().table(entity);
        Field<Boolean> update = DSL.field(ScopeConditions.of(lens.grants(), found, grant.update()));
        Field<Instant> made = DSL.field(table.getQualifiedName().append(SystemFields.CREATED_AT), SQLDataType.INSTANT);
        return database.read(ctx -> ctx.select(update, made)
                .from(table)
                .where(DSL.field(table.getQualifiedName().append(SystemFields.ID), SQLDataType.UUID)
                        .eq(id))
                .and(DSL.field(table.getQualifiedName().append(SystemFields.DELETED_AT), SQLDataType.INSTANT)
                        .isNull())
                .and(ScopeConditions.of(lens.grants(), found, grant.read()))
                .fetchOptional(row -> new Reached(
                        found,
                        grant,
                        row.value2(),
                        Boolean.TRUE.equals(row.value1()) ? ShareLevel.UPDATE : ShareLevel.READ))
                .orElseThrow(() -> RecordError.RECORD_NOT_FOUND.problem(found.label(), id)));
    }
}
