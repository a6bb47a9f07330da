package io.zhike.personal;

import io.zhike.http.JsonFormat;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.json.JsonMapper;

/** The homes that members of one workspace have arranged. */
final class HomeStore {
    private static final JsonMapper MAPPER = JsonFormat.mapper();
    private static final Field<UUID> MEMBER = DSL.field(DSL.name("member"), SQLDataType.UUID);
    private static final Field<Integer> VERSION = DSL.field(DSL.name("version"), SQLDataType.INTEGER);
    private static final Field<JSON> DOCUMENT = DSL.field(DSL.name("document"), SQLDataType.JSON);
    private static final Field<Instant> CHANGED_AT = DSL.field(DSL.name("changed_at"), SQLDataType.INSTANT);

    private final DSLContext ctx;
    private final Table<Record> table;

    HomeStore(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("member_home");
    }

    Home of(UUID member) {
        return ctx.select(VERSION, DOCUMENT)
                .from(table)
                .where(MEMBER.eq(member))
                .fetchOptional(row -> new Home(
                        row.value1(), List.of(MAPPER.readValue(row.value2().data(), HomeCard[].class))))
                .orElse(Home.USUAL);
    }

    /** Keeps {@code cards} as the version after {@code version}; false where that is not the present one. */
    boolean put(UUID member, int version, List<HomeCard> cards, Instant now) {
        JSON document = JSON.json(MAPPER.writeValueAsString(cards));
        if (version == 0) {
            return ctx.insertInto(table)
                            .set(MEMBER, member)
                            .set(VERSION, 1)
                            .set(DOCUMENT, document)
                            .set(CHANGED_AT, now)
                            .onConflictDoNothing()
                            .execute()
                    == 1;
        }
        return ctx.update(table)
                        .set(VERSION, version + 1)
                        .set(DOCUMENT, document)
                        .set(CHANGED_AT, now)
                        .where(MEMBER.eq(member), VERSION.eq(version))
                        .execute()
                == 1;
    }

    void delete(UUID member) {
        ctx.deleteFrom(table).where(MEMBER.eq(member)).execute();
    }
}
