package io.zhike.workspace;

import io.zhike.store.Database;
import io.zhike.store.SystemSchema;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whether who asked some time ago might still ask: for answers that go on for as long as somebody is signed in. */
@Component
public final class StillHere {
    private final Database database;
    private final Sessions sessions;
    private final Clock clock;

    StillHere(Database database, Sessions sessions, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** False once the session or key has ended, or works elsewhere, or the member has left; one or two statements. */
    public boolean is(Caller caller) {
        boolean entered = switch (caller.origin()) {
            case Origin.Session(UUID id) -> sessions.isLiving(caller.workspace(), id);
            case Origin.Looking looking -> sessions.isLiving(caller.workspace(), looking.session());
            case Origin.Key(UUID id) -> keyLives(caller.workspace(), id);
            case Origin.Background _, Origin.SystemTask _ -> true;
        };
        return entered
                && database.read(ctx -> ctx.fetchExists(
                        caller.workspace().schema().table("member"),
                        Columns.ID.eq(caller.memberOrThrow()),
                        Columns.ACTIVE.isTrue()));
    }

    private boolean keyLives(Workspace workspace, UUID id) {
        Instant now = clock.instant();
        Condition ends = Columns.EXPIRES_AT.isNull().or(Columns.EXPIRES_AT.gt(now));
        return database.read((DSLContext ctx) -> ctx.fetchExists(
                SystemSchema.table("api_key"),
                Columns.ID.eq(id),
                Columns.WORKSPACE.eq(workspace.id()),
                Columns.REVOKED_AT.isNull(),
                ends));
    }
}
