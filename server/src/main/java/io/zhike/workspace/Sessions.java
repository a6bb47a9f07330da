package io.zhike.workspace;

import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.SystemSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * Signed-in browsers. A session ends when its workspace says so ({@link SecuritySettings.SessionLife}), by signing out, when
 * its member is deactivated, or when the password of its account is changed elsewhere. Only hashes of the tokens are stored.
 */
@Component
public class Sessions {
    /** As long as any session can live without use: the cookie may live longer than its session. */
    static final Duration LONGEST_IDLE = Duration.ofMinutes(SecuritySettings.SessionLife.MOST_IDLE);

    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);
    private static final int LONGEST_AGENT = 300;
    private static final int MOST_SEEN = 100;
    private static final Table<Record> TABLE = SystemSchema.table("session");

    private final Database database;
    private final Clock clock;
    private final WorkspaceSecurity security;

    Sessions(Database database, Clock clock, WorkspaceSecurity security) {
        this.database = database;
        this.clock = clock;
        this.security = security;
    }

    /** Where a request comes from, as far as it tells. */
    record Client(String address, String agent) {
        Client {
            agent = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
        }
    }

    /** @param prolonged whether its end was just moved, so that the cookie's end shall be too */
    record Found(UUID id, UUID account, Accounts.Place place, boolean prolonged) {}

    /** A token for the cookie of a new session. */
    String start(UUID account, Accounts.Place place, Client client) {
        String token = Secret.token();
        Instant now = clock.instant();
        Instant end = life(place.workspace()).end(now, now);
        database.writing(ctx -> {
            ctx.deleteFrom(TABLE).where(Columns.EXPIRES_AT.lt(now)).execute();
            ctx.insertInto(TABLE)
                    .set(Columns.ID, Ids.at(now))
                    .set(Columns.TOKEN_HASH, Secret.hash(token))
                    .set(Columns.ACCOUNT, account)
                    .set(Columns.WORKSPACE, place.workspace().id())
                    .set(Columns.MEMBER, place.member())
                    .set(Columns.CREATED_AT, now)
                    .set(Columns.SEEN_AT, now)
                    .set(Columns.EXPIRES_AT, end)
                    .set(Columns.ADDRESS, client.address())
                    .set(Columns.AGENT, client.agent())
                    .execute();
            PeopleAudit.of(ctx, place.workspace(), now).signedIn(place.member(), client);
        });
        return token;
    }

    /** The living session of {@code token} whose account and membership are active. Moves its end now and then. */
    Optional<Found> find(String token) {
        Instant now = clock.instant();
        Table<Record> membership = Accounts.MEMBERSHIP;
        Optional<Record> row = database.read(ctx -> ctx.select(Workspaces.columns())
                .select(
                        Columns.of(TABLE, Columns.ID),
                        Columns.of(TABLE, Columns.ACCOUNT),
                        Columns.of(TABLE, Columns.MEMBER),
                        Columns.of(TABLE, Columns.CREATED_AT),
                        Columns.of(TABLE, Columns.SEEN_AT))
                .from(TABLE)
                .join(Workspaces.TABLE)
                .on(Columns.of(Workspaces.TABLE, Columns.ID).eq(Columns.of(TABLE, Columns.WORKSPACE)))
                .join(membership)
                .on(Columns.of(membership, Columns.ACCOUNT).eq(Columns.of(TABLE, Columns.ACCOUNT)))
                .and(Columns.of(membership, Columns.WORKSPACE).eq(Columns.of(TABLE, Columns.WORKSPACE)))
                .join(Accounts.TABLE)
                .on(Columns.of(Accounts.TABLE, Columns.ID).eq(Columns.of(TABLE, Columns.ACCOUNT)))
                .where(Columns.of(TABLE, Columns.TOKEN_HASH).eq(Secret.hash(token)))
                .and(Columns.of(membership, Columns.ACTIVE).isTrue())
                .and(Columns.of(Accounts.TABLE, Columns.ACTIVE).isTrue())
                .fetchOptional(found -> found));
        // By what the workspace says now, not by what it said when the session was last seen.
        return row.filter(found -> end(found).isAfter(now)).map(found -> found(found, now));
    }

    /** Whether a session lives and works in {@code workspace}. */
    boolean isLiving(Workspace workspace, UUID session) {
        return database.read(ctx -> ctx.select(Columns.CREATED_AT, Columns.SEEN_AT)
                        .from(TABLE)
                        .where(Columns.ID.eq(session))
                        .and(Columns.WORKSPACE.eq(workspace.id()))
                        .fetchOptional(row -> life(workspace).end(row.value1(), row.value2())))
                .filter(end -> end.isAfter(clock.instant()))
                .isPresent();
    }

    /** A signed-in browser, as administrators see it. */
    record Seen(UUID id, Instant createdAt, Instant seenAt, String address, String agent) {}

    /** The living sessions in which {@code member} works in {@code workspace}, the one used last first; a hundred at most. */
    List<Seen> of(Workspace workspace, UUID member) {
        return database.read(
                ctx -> ctx.select(Columns.ID, Columns.CREATED_AT, Columns.SEEN_AT, Columns.ADDRESS, Columns.AGENT)
                        .from(TABLE)
                        .where(Columns.WORKSPACE.eq(workspace.id()))
                        .and(Columns.MEMBER.eq(member))
                        .and(Columns.EXPIRES_AT.gt(clock.instant()))
                        .orderBy(Columns.SEEN_AT.desc(), Columns.ID)
                        .limit(MOST_SEEN)
                        .fetch(row -> new Seen(row.value1(), row.value2(), row.value3(), row.value4(), row.value5())));
    }

    /** Moves a session to another place of its account. */
    void enter(UUID session, Accounts.Place place) {
        database.writing(ctx -> {
            ctx.update(TABLE)
                    .set(Columns.WORKSPACE, place.workspace().id())
                    .set(Columns.MEMBER, place.member())
                    .where(Columns.ID.eq(session))
                    .execute();
            PeopleAudit.of(ctx, place.workspace(), clock.instant()).entered(place.member());
            KnownCallers.changed(ctx);
        });
    }

    /** Ends one session by signing out of it; nothing happens when it has ended already. */
    void signOut(Workspace workspace, UUID session) {
        database.writing(ctx -> {
            if (end(ctx, Columns.ID.eq(session)) > 0) {
                PeopleAudit.of(ctx, workspace, clock.instant()).signedOut();
            }
        });
    }

    /** Ends one session from another one; nothing happens when it has ended already. */
    void endFromAfar(Workspace workspace, UUID session) {
        database.writing(ctx -> {
            if (end(ctx, Columns.ID.eq(session)) > 0) {
                PeopleAudit.of(ctx, workspace, clock.instant()).sessionEnded();
            }
        });
    }

    /** Ends all sessions of an account from {@code kept}, which goes on; nothing happens where there is no other. */
    void endOthersFromAfar(Workspace workspace, UUID account, UUID kept) {
        database.writing(ctx -> {
            if (end(ctx, others(account, kept)) > 0) {
                PeopleAudit.of(ctx, workspace, clock.instant()).otherSessionsEnded();
            }
        });
    }

    /** Ends those in which a member works in {@code workspace}, at an administrator's wish. */
    void endAllOf(Workspace workspace, UUID member) {
        database.writing(ctx -> {
            if (endAll(ctx, workspace, member) > 0) {
                PeopleAudit.of(ctx, workspace, clock.instant()).about(PeopleAction.SESSIONS_ENDED, member);
                KnownCallers.changed(ctx);
            }
        });
    }

    /** Ends one of those; throws {@code no-such-session} for any other. */
    void endOf(Workspace workspace, UUID member, UUID session) {
        Condition one =
                Columns.ID.eq(session).and(Columns.WORKSPACE.eq(workspace.id())).and(Columns.MEMBER.eq(member));
        database.writing(ctx -> {
            if (end(ctx, one) == 0) {
                throw WorkspaceError.NO_SUCH_SESSION.problem();
            }
            PeopleAudit.of(ctx, workspace, clock.instant()).about(PeopleAction.MEMBER_SESSION_ENDED, member);
        });
    }

    /** Ends the session of a token whose browser gets another one; nothing happens where there is none. */
    void endReplaced(String token) {
        end(Columns.TOKEN_HASH.eq(Secret.hash(token)));
    }

    /** Ends all sessions of an account but {@code kept}. */
    void endOthers(UUID account, UUID kept) {
        end(others(account, kept));
    }

    private static Condition others(UUID account, UUID kept) {
        return Columns.ACCOUNT.eq(account).and(Columns.ID.ne(kept));
    }

    /** Ends those in which a member works in {@code workspace}, in the transaction of {@code ctx}; gives how many there were. */
    static int endAll(DSLContext ctx, Workspace workspace, UUID member) {
        return ctx.deleteFrom(TABLE)
                .where(Columns.WORKSPACE.eq(workspace.id()))
                .and(Columns.MEMBER.eq(member))
                .execute();
    }

    /** Ends all sessions of an account. */
    void endAll(UUID account) {
        end(Columns.ACCOUNT.eq(account));
    }

    private void end(Condition which) {
        database.writing(ctx -> end(ctx, which));
    }

    private static int end(DSLContext ctx, Condition which) {
        KnownCallers.changed(ctx);
        return ctx.deleteFrom(TABLE).where(which).execute();
    }

    private SecuritySettings.SessionLife life(Workspace workspace) {
        return security.of(workspace).sessions();
    }

    private Instant end(Record row) {
        return life(Workspaces.of(row))
                .end(row.get(Columns.of(TABLE, Columns.CREATED_AT)), row.get(Columns.of(TABLE, Columns.SEEN_AT)));
    }

    private Found found(Record row, Instant now) {
        UUID id = row.get(Columns.of(TABLE, Columns.ID));
        boolean prolong = row.get(Columns.of(TABLE, Columns.SEEN_AT)).isBefore(now.minus(NOTED_EVERY));
        if (prolong) {
            Instant end = life(Workspaces.of(row)).end(row.get(Columns.of(TABLE, Columns.CREATED_AT)), now);
            database.writing(ctx -> ctx.update(TABLE)
                    .set(Columns.SEEN_AT, now)
                    .set(Columns.EXPIRES_AT, end)
                    .where(Columns.ID.eq(id))
                    .execute());
        }
        Accounts.Place place = new Accounts.Place(Workspaces.of(row), row.get(Columns.of(TABLE, Columns.MEMBER)));
        return new Found(id, row.get(Columns.of(TABLE, Columns.ACCOUNT)), place, prolong);
    }
}
