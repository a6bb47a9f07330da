package io.zhike.notice;

import io.zhike.store.Database;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** How long notices and messages are kept. To-dos are work that was done, and stay. */
@Component
final class Forgetting {
    /** Of notices that were read. */
    static final Duration READ = Duration.ofDays(90);
    /** Of all notices. */
    static final Duration UNREAD = Duration.ofDays(365);
    /** Of messages, whatever became of them. */
    static final Duration MESSAGES = Duration.ofDays(180);

    private static final int AT_ONCE = 5_000;

    private final Database database;
    private final Clock clock;

    Forgetting(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Lets go of what is over its time, some thousands by one transaction. */
    void forget(Workspace workspace) {
        Instant now = clock.instant();
        repeat(() -> database.write(
                ctx -> new NoticeStore(ctx, workspace.schema()).forget(now.minus(READ), now.minus(UNREAD), AT_ONCE)));
        repeat(() ->
                database.write(ctx -> new MessageStore(ctx, workspace.schema()).forget(now.minus(MESSAGES), AT_ONCE)));
    }

    private static void repeat(IntSupplier step) {
        int done;
        do {
            done = step.getAsInt();
        } while (done == AT_ONCE);
    }
}
