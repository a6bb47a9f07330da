package io.zhike.workspace;

import io.zhike.store.SystemSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The table of invitations, which belongs to no workspace: who comes by one does not know yet where it leads. */
final class InvitationRows {
    static final Table<Record> TABLE = SystemSchema.table("invitation");
    private static final Field<String> LABEL = column("label", SQLDataType.CLOB);
    private static final Field<String> ACCOUNT_NAME = column("account_name", SQLDataType.CLOB);
    private static final Field<UUID[]> DEPARTMENTS = column("departments", SQLDataType.UUID.array());
    private static final Field<String[]> ROLES = column("roles", SQLDataType.CLOB.array());
    private static final Field<Integer> MOST = column("most", SQLDataType.INTEGER);
    private static final Field<Integer> USED = column("used", SQLDataType.INTEGER);
    private static final Field<UUID> CREATED_BY = column("created_by", SQLDataType.UUID);

    private final DSLContext ctx;

    InvitationRows(DSLContext ctx) {
        this.ctx = ctx;
    }

    /** An invitation and where it leads. */
    record Kept(Invitation invitation, Workspace workspace, boolean revoked) {
        boolean usedUp() {
            Integer most = invitation.most();
            return most != null && invitation.used() >= most;
        }
    }

    void insert(Workspace workspace, Invitation made, byte[] tokenHash) {
        ctx.insertInto(TABLE)
                .set(Columns.ID, made.id())
                .set(Columns.WORKSPACE, workspace.id())
                .set(Columns.TOKEN_HASH, tokenHash)
                .set(LABEL, made.label())
                .set(Columns.MEMBER, made.member())
                .set(ACCOUNT_NAME, made.account())
                .set(DEPARTMENTS, made.departments().toArray(UUID[]::new))
                .set(ROLES, made.roles().toArray(String[]::new))
                .set(MOST, made.most())
                .set(USED, made.used())
                .set(CREATED_BY, made.createdBy())
                .set(Columns.CREATED_AT, made.createdAt())
                .set(Columns.EXPIRES_AT, made.expiresAt())
                .execute();
    }

    Optional<Kept> find(byte[] tokenHash) {
        return ctx.select(Workspaces.columns())
                .select(columns())
                .select(Columns.of(TABLE, Columns.REVOKED_AT))
                .from(TABLE)
                .join(Workspaces.TABLE)
                .on(Columns.of(Workspaces.TABLE, Columns.ID).eq(Columns.of(TABLE, Columns.WORKSPACE)))
                .where(Columns.of(TABLE, Columns.TOKEN_HASH).eq(tokenHash))
                .fetchOptional(row ->
                        new Kept(of(row), Workspaces.of(row), row.get(Columns.of(TABLE, Columns.REVOKED_AT)) != null));
    }

    /** Those that somebody may still come by, newest first. */
    List<Invitation> open(Workspace workspace, Condition which, Instant now) {
        return ctx.select(columns())
                .from(TABLE)
                .where(Columns.WORKSPACE.eq(workspace.id()))
                .and(which)
                .and(isOpen(now))
                .orderBy(Columns.ID.desc())
                .fetch(InvitationRows::of);
    }

    /** Counts one who comes; false where nobody may any more. */
    boolean use(UUID invitation, Instant now) {
        return ctx.update(TABLE)
                        .set(USED, USED.plus(1))
                        .where(Columns.ID.eq(invitation))
                        .and(isOpen(now))
                        .execute()
                == 1;
    }

    /** Withdraws those of {@code which} that somebody may still come by; gives how many there were. */
    int revoke(Workspace workspace, Condition which, Instant now) {
        return ctx.update(TABLE)
                .set(Columns.REVOKED_AT, now)
                .where(Columns.WORKSPACE.eq(workspace.id()))
                .and(which)
                .and(isOpen(now))
                .execute();
    }

    /** Those that a member made, and those that are for this member. */
    static Condition about(UUID member) {
        return CREATED_BY.eq(member).or(Columns.MEMBER.eq(member));
    }

    private static Condition isOpen(Instant now) {
        return Columns.REVOKED_AT
                .isNull()
                .and(Columns.EXPIRES_AT.gt(now))
                .and(MOST.isNull().or(USED.lt(MOST)));
    }

    private static List<Field<?>> columns() {
        return List.of(
                Columns.of(TABLE, Columns.ID),
                LABEL,
                Columns.of(TABLE, Columns.MEMBER),
                ACCOUNT_NAME,
                DEPARTMENTS,
                ROLES,
                MOST,
                USED,
                CREATED_BY,
                Columns.of(TABLE, Columns.CREATED_AT),
                Columns.of(TABLE, Columns.EXPIRES_AT));
    }

    private static Invitation of(Record row) {
        return new Invitation(
                row.get(Columns.of(TABLE, Columns.ID)),
                row.get(LABEL),
                row.get(Columns.of(TABLE, Columns.MEMBER)),
                row.get(ACCOUNT_NAME),
                List.of(row.get(DEPARTMENTS)),
                List.of(row.get(ROLES)),
                row.get(MOST),
                row.get(USED),
                row.get(CREATED_BY),
                row.get(Columns.of(TABLE, Columns.CREATED_AT)),
                row.get(Columns.of(TABLE, Columns.EXPIRES_AT)));
    }

    private static <T> Field<T> column(String name, DataType<T> type) {
        return DSL.field(TABLE.getQualifiedName().append(DSL.quotedName(name)), type);
    }
}
