package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.http.JsonFormat;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The views that members of one workspace keep for themselves, and which one they begin with. */
final class PersonalViews {
    private static final JsonMapper MAPPER = JsonFormat.mapper();
    private static final Field<UUID> MEMBER = DSL.field(DSL.quotedName("member"), SQLDataType.UUID);
    private static final Field<String> CODE = DSL.field(DSL.quotedName("code"), SQLDataType.CLOB);
    private static final Field<String> ENTITY = DSL.field(DSL.quotedName("entity"), SQLDataType.CLOB);
    private static final Field<String> VIEW = DSL.field(DSL.quotedName("view"), SQLDataType.CLOB);
    private static final Field<JSON> DOCUMENT = DSL.field(DSL.quotedName("document"), SQLDataType.JSON);
    private static final Field<Instant> CREATED_AT = DSL.field(DSL.quotedName("created_at"), SQLDataType.INSTANT);

    private final DSLContext ctx;
    private final Table<Record> views;
    private final Table<Record> usual;

    PersonalViews(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.views = schema.table("personal_view");
        this.usual = schema.table("usual_view");
    }

    /** The view that a member's list of {@code entity} opens with. */
    record Usual(String entity, String view) {}

    /** All of one member, the oldest first. */
    List<Definition> of(UUID member) {
        return ctx.select(DOCUMENT)
                .from(views)
                .where(MEMBER.eq(member))
                .orderBy(CREATED_AT, CODE)
                .fetch(row -> read(row.value1()));
    }

    Optional<Definition> find(UUID member, String code) {
        return ctx.select(DOCUMENT)
                .from(views)
                .where(MEMBER.eq(member), CODE.eq(code))
                .fetchOptional(row -> read(row.value1()));
    }

    int count(UUID member) {
        return ctx.fetchCount(views, MEMBER.eq(member));
    }

    void add(UUID member, Definition definition, Instant now) {
        ctx.insertInto(views)
                .set(MEMBER, member)
                .set(CODE, definition.key().code())
                .set(ENTITY, definition.get("entity").asString())
                .set(DOCUMENT, JSON.json(definition.body().toString()))
                .set(CREATED_AT, now)
                .execute();
    }

    /** Whether it was there. */
    boolean replace(UUID member, Definition definition) {
        return ctx.update(views)
                        .set(ENTITY, definition.get("entity").asString())
                        .set(DOCUMENT, JSON.json(definition.body().toString()))
                        .where(MEMBER.eq(member), CODE.eq(definition.key().code()))
                        .execute()
                == 1;
    }

    /** Whether it was there; it begins no list any more either. */
    boolean delete(UUID member, String code) {
        ctx.deleteFrom(usual).where(MEMBER.eq(member), VIEW.eq(code)).execute();
        return ctx.deleteFrom(views).where(MEMBER.eq(member), CODE.eq(code)).execute() == 1;
    }

    /** By entity. */
    List<Usual> usual(UUID member) {
        return ctx.select(ENTITY, VIEW)
                .from(usual)
                .where(MEMBER.eq(member))
                .orderBy(ENTITY)
                .fetch(row -> new Usual(row.value1(), row.value2()));
    }

    void begin(UUID member, String entity, String view) {
        ctx.insertInto(usual)
                .set(MEMBER, member)
                .set(ENTITY, entity)
                .set(VIEW, view)
                .onConflict(MEMBER, ENTITY)
                .doUpdate()
                .set(VIEW, view)
                .execute();
    }

    void beginPlain(UUID member, String entity) {
        ctx.deleteFrom(usual).where(MEMBER.eq(member), ENTITY.eq(entity)).execute();
    }

    private static Definition read(JSON document) {
        return Definition.of((ObjectNode) MAPPER.readTree(document.data()));
    }
}
