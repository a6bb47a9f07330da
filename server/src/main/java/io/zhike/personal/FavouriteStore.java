package io.zhike.personal;

import io.zhike.personal.Favourite.Kind;
import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The favourites of the members of one workspace. Those of records that are gone for now stay, and count. */
final class FavouriteStore {
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<UUID> MEMBER = DSL.field(DSL.name("member"), SQLDataType.UUID);
    private static final Field<String> KIND = DSL.field(DSL.name("kind"), SQLDataType.CLOB);
    private static final Field<String> ENTITY = DSL.field(DSL.name("entity"), SQLDataType.CLOB);
    private static final Field<String> TARGET = DSL.field(DSL.name("target"), SQLDataType.CLOB);
    private static final Field<Integer> PLACE = DSL.field(DSL.name("place"), SQLDataType.INTEGER);

    private final DSLContext ctx;
    private final Table<Record> table;

    FavouriteStore(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("member_favourite");
    }

    /** In the member's order. */
    List<Favourite> of(UUID member) {
        return ctx.selectFrom(table)
                .where(MEMBER.eq(member))
                .orderBy(PLACE, ID)
                .fetch(row ->
                        new Favourite(row.get(ID), Kind.valueOf(row.get(KIND)), row.get(ENTITY), row.get(TARGET)));
    }

    /** Puts it last; gives the one that is there where it was marked before. */
    Favourite add(UUID member, Favourite added) {
        Field<Integer> last = DSL.coalesce(DSL.max(PLACE), 0).plus(1);
        ctx.insertInto(table, ID, MEMBER, KIND, ENTITY, TARGET, PLACE)
                .select(DSL.select(
                                DSL.val(added.id()),
                                DSL.val(member),
                                DSL.val(added.kind().name()),
                                DSL.val(added.entity()),
                                DSL.val(added.target()),
                                last)
                        .from(table)
                        .where(MEMBER.eq(member)))
                .onConflictDoNothing()
                .execute();
        return ctx.selectFrom(table)
                .where(
                        MEMBER.eq(member),
                        KIND.eq(added.kind().name()),
                        ENTITY.eq(added.entity()),
                        TARGET.eq(added.target()))
                .fetchSingle(row -> new Favourite(row.get(ID), added.kind(), added.entity(), added.target()));
    }

    int count(UUID member) {
        return ctx.fetchCount(table, MEMBER.eq(member));
    }

    /** Whether it was there. */
    boolean delete(UUID member, UUID id) {
        return ctx.deleteFrom(table).where(MEMBER.eq(member), ID.eq(id)).execute() == 1;
    }

    void place(UUID member, UUID id, int place) {
        ctx.update(table).set(PLACE, place).where(MEMBER.eq(member), ID.eq(id)).execute();
    }

    void deleteOf(String entity, Collection<UUID> records) {
        ctx.deleteFrom(table)
                .where(TARGET.in(records.stream().map(UUID::toString).toList()))
                .and(ENTITY.eq(entity))
                .execute();
    }
}
