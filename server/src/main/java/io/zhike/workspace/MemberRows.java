package io.zhike.workspace;

import io.zhike.message.Language;
import io.zhike.store.SystemSchema;
import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The tables of members in one workspace's schema. */
final class MemberRows {
    private final DSLContext ctx;
    private final Table<Record> table;
    private final Table<Record> links;

    MemberRows(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.table = schema.table("member");
        this.links = schema.table("member_department");
    }

    /** The order of lists of people: by name as a Chinese dictionary has it, then by id. */
    static Field<String> byName() {
        return Columns.NAME.collate(DSL.collation(SystemSchema.qualify("zh")));
    }

    List<Member> select(Condition where, int most) {
        Field<UUID[]> departments = departments();
        return ctx.select(
                        Columns.of(table, Columns.ID),
                        Columns.NAME,
                        Columns.JOB_TITLE,
                        Columns.ACCOUNT,
                        Columns.LANGUAGE,
                        Columns.SUPERVISOR,
                        Columns.REPORTS_TO,
                        Columns.DEPARTMENT,
                        Columns.ADMIN,
                        Columns.ACTIVE,
                        Columns.LEAVING_SINCE,
                        Columns.VERSION,
                        departments)
                .from(table)
                .where(where)
                .orderBy(byName(), Columns.ID)
                .limit(most)
                .fetch(row -> of(row, departments));
    }

    /** The row of one member, locked until the end of the transaction. */
    @Nullable
    Member locked(UUID id) {
        ctx.select(Columns.ID).from(table).where(Columns.ID.eq(id)).forUpdate().fetch();
        List<Member> found = select(Columns.ID.eq(id), 1);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The ids of the active administrators, locked until the end of the transaction. */
    List<UUID> lockedAdmins() {
        return ctx.select(Columns.ID)
                .from(table)
                .where(Columns.ADMIN.isTrue())
                .and(Columns.ACTIVE.isTrue())
                .orderBy(Columns.ID)
                .forUpdate()
                .fetch(Columns.ID);
    }

    @Nullable
    UUID supervisorOf(UUID member) {
        return ctx.select(Columns.SUPERVISOR)
                .from(table)
                .where(Columns.ID.eq(member))
                .fetchOne(Columns.SUPERVISOR);
    }

    boolean exists(UUID member) {
        return ctx.fetchExists(table, Columns.ID.eq(member));
    }

    /** Members that belong to any of {@code departments}. */
    Condition isIn(Collection<UUID> departments) {
        return Columns.ID.in(DSL.select(Columns.MEMBER)
                .from(links)
                .where(Columns.DEPARTMENT.eq(DSL.any(departments.toArray(UUID[]::new)))));
    }

    void insert(Member member, Instant now) {
        ctx.insertInto(table)
                .set(Columns.ID, member.id())
                .set(values(member))
                .set(Columns.ACCOUNT, member.account())
                .set(Columns.CREATED_AT, now)
                .set(Columns.UPDATED_AT, now)
                .execute();
        link(member);
    }

    void update(Member member, Instant now) {
        ctx.update(table)
                .set(values(member))
                .set(Columns.UPDATED_AT, now)
                .where(Columns.ID.eq(member.id()))
                .execute();
        ctx.deleteFrom(links).where(Columns.MEMBER.eq(member.id())).execute();
        link(member);
    }

    void setAccount(UUID member, UUID account, Instant now) {
        ctx.update(table)
                .set(Columns.ACCOUNT, account)
                .set(Columns.VERSION, Columns.VERSION.plus(1))
                .set(Columns.UPDATED_AT, now)
                .where(Columns.ID.eq(member))
                .execute();
    }

    private void link(Member member) {
        for (UUID department : member.departments()) {
            ctx.insertInto(links)
                    .set(Columns.MEMBER, member.id())
                    .set(Columns.DEPARTMENT, department)
                    .execute();
        }
    }

    private static Map<Field<?>, Object> values(Member member) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(Columns.NAME, member.name());
        values.put(Columns.JOB_TITLE, value(Columns.JOB_TITLE, member.jobTitle()));
        values.put(Columns.LEAVING_SINCE, value(Columns.LEAVING_SINCE, member.leavingSince()));
        values.put(
                Columns.LANGUAGE,
                value(
                        Columns.LANGUAGE,
                        member.language() == null ? null : member.language().name()));
        values.put(Columns.SUPERVISOR, value(Columns.SUPERVISOR, member.supervisor()));
        values.put(Columns.DEPARTMENT, value(Columns.DEPARTMENT, member.department()));
        values.put(Columns.ADMIN, member.admin());
        values.put(Columns.ACTIVE, member.active());
        values.put(Columns.VERSION, member.version());
        return values;
    }

    private static <T> Object value(Field<T> column, @Nullable T value) {
        return DSL.val(value, column.getDataType());
    }

    private Field<UUID[]> departments() {
        return DSL.array(DSL.select(Columns.DEPARTMENT)
                        .from(links)
                        .where(Columns.of(links, Columns.MEMBER).eq(Columns.of(table, Columns.ID)))
                        .orderBy(Columns.DEPARTMENT))
                .as("all_departments");
    }

    private static Member of(Record row, Field<UUID[]> departments) {
        UUID main = row.get(Columns.DEPARTMENT);
        Set<UUID> all = new LinkedHashSet<>();
        if (main != null) {
            all.add(main);
        }
        all.addAll(List.of(row.get(departments)));
        String language = row.get(Columns.LANGUAGE);
        return new Member(
                row.get(Columns.ID),
                row.get(Columns.NAME),
                row.get(Columns.JOB_TITLE),
                row.get(Columns.ACCOUNT),
                language == null ? null : Language.valueOf(language),
                row.get(Columns.SUPERVISOR),
                row.get(Columns.REPORTS_TO),
                main,
                List.copyOf(all),
                row.get(Columns.ADMIN),
                row.get(Columns.ACTIVE),
                row.get(Columns.LEAVING_SINCE),
                row.get(Columns.VERSION));
    }
}
