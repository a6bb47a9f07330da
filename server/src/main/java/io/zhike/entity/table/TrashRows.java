package io.zhike.entity.table;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.quotedName;

import io.zhike.message.Label;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The rows of {@code field_trash}. */
final class TrashRows {
    private static final Field<UUID> ID = field(quotedName("id"), SQLDataType.UUID);
    private static final Field<String> ENTITY = field(quotedName("entity"), SQLDataType.CLOB);
    private static final Field<String> FIELD = field(quotedName("field"), SQLDataType.CLOB);
    private static final Field<JSONB> LABEL = field(quotedName("label"), SQLDataType.JSONB);
    private static final Field<String> TABLE = field(quotedName("table_name"), SQLDataType.CLOB);
    private static final Field<JSONB> SHAPE = field(quotedName("shape"), SQLDataType.JSONB);
    private static final Field<Long> HELD = field(quotedName("held"), SQLDataType.BIGINT);
    private static final Field<Instant> TRASHED_AT = field(quotedName("trashed_at"), SQLDataType.INSTANT);

    private final Table<Record> trash;

    TrashRows(WorkspaceSchema schema) {
        this.trash = schema.table("field_trash");
    }

    /**
     * One deletion.
     *
     * @param field null for a whole entity
     * @param table what the table that holds the data is called now
     */
    record Row(
            UUID id,
            String entity,
            @Nullable String field,
            Label label,
            String table,
            Kept kept,
            long held,
            Instant at) {}

    /**
     * What brings the data back.
     *
     * @param turn tells this deletion from others of the same name
     * @param fields of a field itself, of an entity all, in the shape they had
     * @param document of an entity its definition
     */
    record Kept(int turn, List<FieldShape> fields, @Nullable ObjectNode document) {}

    void add(DSLContext ctx, Row row) {
        ctx.insertInto(trash)
                .set(ID, row.id())
                .set(ENTITY, row.entity())
                .set(FIELD, row.field())
                .set(LABEL, json(row.label()))
                .set(TABLE, row.table())
                .set(SHAPE, json(row.kept()))
                .set(HELD, row.held())
                .set(TRASHED_AT, row.at())
                .execute();
    }

    /** The latest deletions first. */
    List<Row> all(DSLContext ctx) {
        return rows(ctx, DSL.noCondition());
    }

    Optional<Row> find(DSLContext ctx, UUID id) {
        return rows(ctx, ID.eq(id)).stream().findFirst();
    }

    /** Deletions of that field from the table of that name as it is now, the latest first. */
    List<Row> ofField(DSLContext ctx, String entity, String code, String table) {
        return rows(ctx, ENTITY.eq(entity).and(FIELD.eq(code)).and(TABLE.eq(table)));
    }

    /** The latest deletion of that entity. */
    Optional<Row> ofEntity(DSLContext ctx, String entity) {
        return rows(ctx, ENTITY.eq(entity).and(FIELD.isNull())).stream().findFirst();
    }

    void remove(DSLContext ctx, UUID id) {
        ctx.deleteFrom(trash).where(ID.eq(id)).execute();
    }

    /** Everything that lay in the table of one name lies in that of another. */
    void moved(DSLContext ctx, String from, String to) {
        ctx.update(trash).set(TABLE, to).where(TABLE.eq(from)).execute();
    }

    void removeOf(DSLContext ctx, String table) {
        ctx.deleteFrom(trash).where(TABLE.eq(table)).execute();
    }

    private List<Row> rows(DSLContext ctx, Condition condition) {
        return ctx.select(ID, ENTITY, FIELD, LABEL, TABLE, SHAPE, HELD, TRASHED_AT)
                .from(trash)
                .where(condition)
                .orderBy(TRASHED_AT.desc(), ID.desc())
                .fetch(row -> new Row(
                        row.get(ID),
                        row.get(ENTITY),
                        row.get(FIELD),
                        EntityStep.JSON.readValue(row.get(LABEL).data(), Label.class),
                        row.get(TABLE),
                        EntityStep.JSON.readValue(row.get(SHAPE).data(), Kept.class),
                        row.get(HELD),
                        row.get(TRASHED_AT)));
    }

    private static JSONB json(Object value) {
        return JSONB.valueOf(EntityStep.JSON.writeValueAsString(value));
    }
}
