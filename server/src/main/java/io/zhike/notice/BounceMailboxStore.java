package io.zhike.notice;

import io.zhike.notice.BounceInbox.Position;
import io.zhike.secret.SealedColumn;
import io.zhike.secret.Secrets;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.SealedInWorkspace;
import io.zhike.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where bounces of a workspace arrive, and how far they were read; the password is sealed for the workspace's id. */
final class BounceMailboxStore {
    private static final String TABLE = "bounce_mailbox";
    private static final Field<UUID> ID = MailServerColumns.ID;
    private static final Field<String> FOLDER = DSL.field(DSL.name("folder"), SQLDataType.CLOB);
    private static final Field<Instant> CHANGED_AT = DSL.field(DSL.name("changed_at"), SQLDataType.INSTANT);
    private static final Field<Long> UID_VALIDITY = DSL.field(DSL.name("uid_validity"), SQLDataType.BIGINT);
    private static final Field<Long> LAST_UID = DSL.field(DSL.name("last_uid"), SQLDataType.BIGINT);
    private static final Field<Instant> READ_AT = DSL.field(DSL.name("read_at"), SQLDataType.INSTANT);
    private static final Field<Instant> FAILED_AT = DSL.field(DSL.name("failed_at"), SQLDataType.INSTANT);
    private static final Field<String> FAILURE = DSL.field(DSL.name("failure"), SQLDataType.CLOB);
    private static final Field<String> DETAIL = DSL.field(DSL.name("detail"), SQLDataType.CLOB);
    private static final Field<Integer> FAILURES = DSL.field(DSL.name("failures"), SQLDataType.INTEGER);
    private static final Field<Instant> NEXT_AT = DSL.field(DSL.name("next_at"), SQLDataType.INSTANT);

    private static final List<Field<?>> STANDING =
            List.of(CHANGED_AT, UID_VALIDITY, LAST_UID, READ_AT, FAILED_AT, FAILURE, DETAIL, FAILURES);

    private final DSLContext ctx;
    private final Workspace workspace;
    private final MailServerColumns columns;
    private final Table<Record> table;

    BounceMailboxStore(DSLContext ctx, Workspace workspace, Secrets secrets) {
        this.ctx = ctx;
        this.workspace = workspace;
        this.columns = new MailServerColumns(workspace, secrets, sealed(workspace.schema()));
        this.table = workspace.schema().table(TABLE);
    }

    /** The passwords of all workspaces, for when the key changes. */
    @Component("bouncePasswords")
    static final class Sealed implements SealedInWorkspace {
        @Override
        public SealedColumn column(WorkspaceSchema schema) {
            return sealed(schema);
        }
    }

    private static SealedColumn sealed(WorkspaceSchema schema) {
        return MailServerColumns.sealed(schema.table(TABLE), "bounce_mailbox.password");
    }

    /**
     * How it stands with the reading.
     *
     * @param changedAt when the settings became these; what was found by others is not written over theirs
     * @param position null where nothing was read
     * @param readAt when all was last read; null for never
     * @param failedAt when reading last failed, if it did not succeed since
     * @param failure why, if it did
     * @param failures how often since it last succeeded
     */
    record Standing(
            Instant changedAt,
            @Nullable Position position,
            @Nullable Instant readAt,
            @Nullable Instant failedAt,
            @Nullable MailboxFailure failure,
            int failures) {}

    /** Empty where bounces are not read. */
    Optional<BounceMailbox> find() {
        return ctx.select(MailServerColumns.ALL)
                .select(FOLDER)
                .from(table)
                .where(ID.eq(workspace.id()))
                .fetchOptional(row -> new BounceMailbox(columns.server(row), row.get(FOLDER)));
    }

    /** Empty where bounces are not read. */
    Optional<Standing> standing() {
        return ctx.select(STANDING).from(table).where(ID.eq(workspace.id())).fetchOptional(row -> {
            Long validity = row.get(UID_VALIDITY);
            String failure = row.get(FAILURE);
            return new Standing(
                    row.get(CHANGED_AT),
                    validity == null ? null : new Position(validity, row.get(LAST_UID)),
                    row.get(READ_AT),
                    row.get(FAILED_AT),
                    failure == null ? null : new MailboxFailure(MailboxFailure.Kind.valueOf(failure), row.get(DETAIL)),
                    row.get(FAILURES));
        });
    }

    boolean isDue(Instant now) {
        return ctx.fetchExists(DSL.selectOne().from(table).where(ID.eq(workspace.id()), NEXT_AT.le(now)));
    }

    /** It is read at once: from where {@code before} was left, where that is the same folder. */
    void put(BounceMailbox mailbox, Optional<BounceMailbox> before, Instant now) {
        Optional<Standing> left = before.filter(mailbox::isSameFolderAs).flatMap(_ -> standing());
        Optional<Position> position = left.flatMap(standing -> Optional.ofNullable(standing.position()));
        Map<Field<?>, @Nullable Object> server = columns.values(ctx, mailbox.server());
        remove();
        ctx.insertInto(table)
                .set(server)
                .set(FOLDER, mailbox.folder())
                .set(CHANGED_AT, now)
                .set(UID_VALIDITY, position.map(Position::validity).orElse(null))
                .set(LAST_UID, position.map(Position::uid).orElse(null))
                .set(READ_AT, left.map(Standing::readAt).orElse(null))
                .set(FAILURES, 0)
                .set(NEXT_AT, now)
                .execute();
    }

    void remove() {
        ctx.deleteFrom(table).execute();
    }

    /** Lets it be read at once: whoever asks has seen that it can be. */
    void hasten(Instant now) {
        ctx.update(table)
                .set(NEXT_AT, now)
                .where(ID.eq(workspace.id()), NEXT_AT.gt(now))
                .execute();
    }

    void reached(Standing read, Position position) {
        ctx.update(table)
                .set(UID_VALIDITY, position.validity())
                .set(LAST_UID, position.uid())
                .where(these(read))
                .execute();
    }

    void succeeded(Standing read, Instant now, Instant next) {
        ctx.update(table)
                .set(READ_AT, now)
                .setNull(FAILED_AT)
                .setNull(FAILURE)
                .setNull(DETAIL)
                .set(FAILURES, 0)
                .set(NEXT_AT, next)
                .where(these(read))
                .execute();
    }

    void failed(Standing read, MailboxFailure failure, Instant now, Duration pause) {
        ctx.update(table)
                .set(FAILED_AT, now)
                .set(FAILURE, failure.kind().name())
                .set(DETAIL, failure.said())
                .set(FAILURES, FAILURES.plus(1))
                .set(NEXT_AT, now.plus(pause))
                .where(these(read))
                .execute();
    }

    private Condition these(Standing read) {
        return ID.eq(workspace.id()).and(CHANGED_AT.eq(read.changedAt()));
    }
}
