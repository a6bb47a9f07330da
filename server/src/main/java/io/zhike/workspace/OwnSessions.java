package io.zhike.workspace;

import io.zhike.store.Database;
import io.zhike.store.SystemSchema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The browsers in which an account is signed in, as its owner sees them: in all workspaces, and nobody else's. */
@Component
class OwnSessions {
    private static final Table<Record> TABLE = SystemSchema.table("session");

    private final Database database;
    private final Clock clock;
    private final Sessions sessions;

    OwnSessions(Database database, Clock clock, Sessions sessions) {
        this.database = database;
        this.clock = clock;
        this.sessions = sessions;
    }

    /**
     * One signed-in browser.
     *
     * @param seenAt when it was last used, up to five minutes ago
     * @param address from which it signed in
     * @param agent what the browser calls itself
     * @param current whether it is the one that asks
     */
    record Entry(
            UUID id,
            Instant createdAt,
            Instant seenAt,
            Instant expiresAt,
            String address,
            String agent,
            boolean current) {}

    /**
     * Those that have not ended, the newest first.
     *
     * @param before the last one of the page before; null for the first page
     */
    List<Entry> list(UUID account, UUID current, @Nullable UUID before, int most) {
        // Ids rise with time; when a session was last seen changes while somebody turns pages.
        Condition older = before == null ? DSL.noCondition() : Columns.ID.lt(before);
        return database.read(ctx -> ctx.select(
                        Columns.ID,
                        Columns.CREATED_AT,
                        Columns.SEEN_AT,
                        Columns.EXPIRES_AT,
                        Columns.ADDRESS,
                        Columns.AGENT)
                .from(TABLE)
                .where(Columns.ACCOUNT.eq(account))
                .and(Columns.EXPIRES_AT.gt(clock.instant()))
                .and(older)
                .orderBy(Columns.ID.desc())
                .limit(most)
                .fetch(row -> new Entry(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value1().equals(current))));
    }

    /** Ends a session of {@code account}; throws {@code no-such-session} for anybody else's. */
    void end(Workspace workspace, UUID account, UUID session) {
        boolean own = database.read(
                ctx -> ctx.fetchExists(TABLE, Columns.ID.eq(session).and(Columns.ACCOUNT.eq(account))));
        if (!own) {
            throw WorkspaceError.NO_SUCH_SESSION.problem();
        }
        sessions.endFromAfar(workspace, session);
    }

    /** Ends all sessions of {@code account} but {@code kept}, from there. */
    void endOthers(Workspace workspace, UUID account, UUID kept) {
        sessions.endOthersFromAfar(workspace, account, kept);
    }
}
