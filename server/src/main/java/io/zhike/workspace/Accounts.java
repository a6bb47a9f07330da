package io.zhike.workspace;

import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.SystemSchema;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** The people who can sign in, and where they are members. */
@Component
class Accounts {
    static final Table<Record> TABLE = SystemSchema.table("account");
    static final Table<Record> MEMBERSHIP = SystemSchema.table("membership");
    static final int LONGEST_NAME = 100;
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}]+");

    private final Database database;
    private final Clock clock;

    Accounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param admin of the installation */
    record Account(UUID id, String name, String password, boolean admin, boolean active) {}

    /** A place where an account may work. */
    record Place(Workspace workspace, UUID member) {}

    /** The form in which names are compared: {@code Ａdmin} is {@code admin}. */
    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static Checks check(Checks checks, String path, String name) {
        return checks.text(path, name, LONGEST_NAME)
                .that(
                        name.isBlank() || NAME.matcher(name.strip()).matches(),
                        path,
                        WorkspaceError.ACCOUNT_NAME_INVALID,
                        name);
    }

    /** The id of the new account; empty when the name is taken. */
    Optional<UUID> add(DSLContext ctx, String name, String passwordHash, boolean admin) {
        UUID id = Ids.at(clock.instant());
        int added = ctx.insertInto(TABLE)
                .set(Columns.ID, id)
                .set(Columns.NAME, name.strip())
                .set(Columns.NAME_KEY, key(name))
                .set(Columns.PASSWORD, passwordHash)
                .set(Columns.ADMIN, admin)
                .set(Columns.ACTIVE, true)
                .set(Columns.CREATED_AT, clock.instant())
                .set(Columns.PASSWORD_SET_AT, clock.instant())
                .onConflict(Columns.NAME_KEY)
                .doNothing()
                .execute();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    Optional<Account> named(String name) {
        return database.read(ctx -> ctx.select(columns())
                .from(TABLE)
                .where(Columns.NAME_KEY.eq(key(name)))
                .fetchOptional(Accounts::of));
    }

    Optional<Account> find(UUID id) {
        return database.read(ctx ->
                ctx.select(columns()).from(TABLE).where(Columns.ID.eq(id)).fetchOptional(Accounts::of));
    }

    boolean areThereAny() {
        return database.read(ctx -> ctx.fetchExists(TABLE));
    }

    /** The account whose member {@code member} of {@code workspace} is; empty for a member who cannot sign in. */
    Optional<Account> of(Workspace workspace, UUID member) {
        return database.read(ctx -> ctx.select(columns())
                .from(TABLE)
                .join(MEMBERSHIP)
                .on(Columns.of(MEMBERSHIP, Columns.ACCOUNT).eq(Columns.of(TABLE, Columns.ID)))
                .where(Columns.of(MEMBERSHIP, Columns.MEMBER).eq(member))
                .and(Columns.of(MEMBERSHIP, Columns.WORKSPACE).eq(workspace.id()))
                .fetchOptional(Accounts::of));
    }

    /** Whether {@code account} has ever been a member of another workspace than {@code workspace}. */
    boolean isSharedBeyond(Workspace workspace, UUID account) {
        return database.read(ctx ->
                ctx.fetchExists(MEMBERSHIP, Columns.ACCOUNT.eq(account).and(Columns.WORKSPACE.ne(workspace.id()))));
    }

    /** Where {@code account} may work, the place it chose last first. */
    List<Place> places(UUID account) {
        return database.read(ctx -> ctx.select(Workspaces.columns())
                .select(Columns.of(MEMBERSHIP, Columns.MEMBER))
                .from(MEMBERSHIP)
                .join(Workspaces.TABLE)
                .on(Columns.of(Workspaces.TABLE, Columns.ID).eq(Columns.of(MEMBERSHIP, Columns.WORKSPACE)))
                .where(Columns.of(MEMBERSHIP, Columns.ACCOUNT).eq(account))
                .and(Columns.of(MEMBERSHIP, Columns.ACTIVE).isTrue())
                .orderBy(
                        Columns.of(MEMBERSHIP, Columns.ENTERED_AT).desc().nullsLast(),
                        Columns.of(Workspaces.TABLE, Columns.ID))
                .fetch(row -> new Place(Workspaces.of(row), row.get(Columns.of(MEMBERSHIP, Columns.MEMBER)))));
    }

    /** Whether {@code account} is an active member of {@code workspace}; empty where it never was one. */
    Optional<Boolean> membership(UUID account, Workspace workspace) {
        return database.read(ctx -> ctx.select(Columns.ACTIVE)
                .from(MEMBERSHIP)
                .where(Columns.ACCOUNT.eq(account))
                .and(Columns.WORKSPACE.eq(workspace.id()))
                .fetchOptional(Columns.ACTIVE));
    }

    void join(DSLContext ctx, UUID account, Workspace workspace, UUID member) {
        ctx.insertInto(MEMBERSHIP)
                .set(Columns.ACCOUNT, account)
                .set(Columns.WORKSPACE, workspace.id())
                .set(Columns.MEMBER, member)
                .set(Columns.ACTIVE, true)
                .execute();
    }

    void setActive(DSLContext ctx, UUID account, Workspace workspace, boolean active) {
        ctx.update(MEMBERSHIP)
                .set(Columns.ACTIVE, active)
                .where(Columns.ACCOUNT.eq(account))
                .and(Columns.WORKSPACE.eq(workspace.id()))
                .execute();
    }

    void entered(UUID account, UUID workspace) {
        database.writing(ctx -> ctx.update(MEMBERSHIP)
                .set(Columns.ENTERED_AT, clock.instant())
                .where(Columns.ACCOUNT.eq(account))
                .and(Columns.WORKSPACE.eq(workspace))
                .execute());
    }

    private static List<Field<?>> columns() {
        return List.of(
                Columns.of(TABLE, Columns.ID),
                Columns.of(TABLE, Columns.NAME),
                Columns.of(TABLE, Columns.PASSWORD),
                Columns.of(TABLE, Columns.ADMIN),
                Columns.of(TABLE, Columns.ACTIVE));
    }

    private static Account of(Record row) {
        return new Account(
                row.get(Columns.of(TABLE, Columns.ID)),
                row.get(Columns.of(TABLE, Columns.NAME)),
                row.get(Columns.of(TABLE, Columns.PASSWORD)),
                row.get(Columns.of(TABLE, Columns.ADMIN)),
                row.get(Columns.of(TABLE, Columns.ACTIVE)));
    }
}
