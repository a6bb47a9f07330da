package io.zhike.notice;

import io.zhike.http.JsonFormat;
import io.zhike.message.Language;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How the members of a workspace want to be told; who never chose has no row. */
final class PreferenceStore {
    private static final JsonMapper MAPPER = JsonFormat.mapper();
    private static final Field<UUID> MEMBER = DSL.field(DSL.name("member"), SQLDataType.UUID);
    private static final Field<JSON> DOCUMENT = DSL.field(DSL.name("document"), SQLDataType.JSON);
    private static final Field<Instant> CHANGED_AT = DSL.field(DSL.name("changed_at"), SQLDataType.INSTANT);

    private final DSLContext ctx;
    private final Table<Record> table;
    private final Table<Record> people;

    PreferenceStore(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("notice_preference");
        this.people = schema.table("member");
    }

    Preferences of(UUID member) {
        return ctx.select(DOCUMENT)
                .from(table)
                .where(MEMBER.eq(member))
                .fetchOptional(row -> read(row.value1()))
                .orElse(Preferences.USUAL);
    }

    /** @param language null for the workspace's */
    record Receiver(UUID member, @Nullable Language language, Preferences preferences) {}

    /** Those of {@code members} who are still here, with what they chose; one statement. */
    Map<UUID, Receiver> receivers(Collection<UUID> members) {
        Map<UUID, Receiver> all = new HashMap<>();
        Field<UUID> id = DSL.field(DSL.name("person", "id"), SQLDataType.UUID);
        Field<Boolean> active = DSL.field(DSL.name("person", "active"), SQLDataType.BOOLEAN);
        Field<String> language = DSL.field(DSL.name("person", "language"), SQLDataType.CLOB);
        ctx.select(id, language, DOCUMENT)
                .from(people.as("person"))
                .leftJoin(table)
                .on(MEMBER.eq(id))
                .where(id.eq(DSL.any(members.toArray(UUID[]::new))), active.isTrue())
                .forEach(row -> all.put(
                        row.value1(),
                        new Receiver(
                                row.value1(),
                                row.value2() == null ? null : Language.valueOf(row.value2()),
                                row.value3() == null ? Preferences.USUAL : read(row.value3()))));
        return all;
    }

    void put(UUID member, Preferences preferences, Instant now) {
        JSON document =
                JSON.json(PreferenceJson.of(preferences, Channel.ofMembers()).toString());
        ctx.insertInto(table)
                .set(MEMBER, member)
                .set(DOCUMENT, document)
                .set(CHANGED_AT, now)
                .onConflict(MEMBER)
                .doUpdate()
                .set(DOCUMENT, document)
                .set(CHANGED_AT, now)
                .execute();
    }

    private static Preferences read(JSON document) {
        return PreferenceJson.stored(MAPPER.readTree(document.data()));
    }
}
