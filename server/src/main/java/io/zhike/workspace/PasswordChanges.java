package io.zhike.workspace;

import io.zhike.store.Database;
import io.zhike.store.SystemSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Gives accounts that are there other passwords, by the rules of all workspaces that they may enter. */
@Component
class PasswordChanges {
    private static final Table<Record> HISTORY = SystemSchema.table("password_history");

    private final Database database;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Members members;
    private final WorkspaceSecurity security;
    private final Clock clock;

    PasswordChanges(
            Database database,
            Accounts accounts,
            Passwords passwords,
            Members members,
            WorkspaceSecurity security,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.members = members;
        this.security = security;
        this.clock = clock;
    }

    /** The strictest rules of the workspaces that an account may enter. */
    PasswordRules rules(UUID account) {
        return PasswordRules.strictest(accounts.places(account).stream()
                .map(place -> security.of(place.workspace()).password())
                .toList());
    }

    /** Since when the password of an account has been the one it is. */
    Instant setAt(UUID account) {
        return database.read(ctx -> ctx.select(Columns.PASSWORD_SET_AT)
                .from(Accounts.TABLE)
                .where(Columns.ID.eq(account))
                .fetchSingle(Record1::value1));
    }

    boolean isExpired(PasswordRules rules, UUID account) {
        return rules.expireDays() != null
                && setAt(account).plus(Duration.ofDays(rules.expireDays())).isBefore(clock.instant());
    }

    /** Adds to {@code checks} what keeps {@code password} from being the new one of a member's account. */
    Checks check(
            Checks checks, String path, String password, Workspace workspace, UUID member, Accounts.Account account) {
        PasswordRules rules = rules(account.id());
        String name = members.find(workspace, member).map(Member::name).orElse("");
        rules.check(checks, path, password, List.of(account.name(), name));
        if (checks.issues().isEmpty() && rules.history() > 0) {
            boolean known = last(account, rules.history()).stream().anyMatch(hash -> passwords.matches(password, hash));
            checks.that(!known, path, WorkspaceError.PASSWORD_USED_BEFORE, rules.history());
        }
        return checks;
    }

    /** Sets a checked password; the old one is kept for the history. */
    void set(Workspace workspace, UUID member, UUID account, String password) {
        String hash = passwords.hash(password);
        Instant now = clock.instant();
        database.writing(ctx -> {
            keepOld(ctx, account, now);
            ctx.update(Accounts.TABLE)
                    .set(Columns.PASSWORD, hash)
                    .set(Columns.PASSWORD_SET_AT, now)
                    .where(Columns.ID.eq(account))
                    .execute();
            PeopleAudit.of(ctx, workspace, now).passwordSet(member);
            KnownCallers.changed(ctx);
        });
    }

    /** The present hash and those before it, the newest first. */
    private List<String> last(Accounts.Account account, int most) {
        List<String> old = database.read(ctx -> ctx.select(Columns.PASSWORD)
                .from(HISTORY)
                .where(Columns.ACCOUNT.eq(account.id()))
                .orderBy(Columns.SET_AT.desc())
                .limit(most - 1)
                .fetch(Columns.PASSWORD));
        old.addFirst(account.password());
        return old;
    }

    private static void keepOld(DSLContext ctx, UUID account, Instant now) {
        ctx.insertInto(HISTORY, Columns.ACCOUNT, Columns.SET_AT, Columns.PASSWORD)
                .select(ctx.select(Columns.ID, org.jooq.impl.DSL.val(now), Columns.PASSWORD)
                        .from(Accounts.TABLE)
                        .where(Columns.ID.eq(account)))
                .execute();
        ctx.deleteFrom(HISTORY)
                .where(Columns.ACCOUNT.eq(account))
                .and(Columns.SET_AT.lt(ctx.select(Columns.SET_AT)
                        .from(HISTORY)
                        .where(Columns.ACCOUNT.eq(account))
                        .orderBy(Columns.SET_AT.desc())
                        .offset(PasswordRules.MOST_HISTORY - 1)
                        .limit(1)))
                .execute();
    }
}
