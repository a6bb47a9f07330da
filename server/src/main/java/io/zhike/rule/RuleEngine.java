package io.zhike.rule;

import io.zhike.access.Access;
import io.zhike.definition.Definitions;
import io.zhike.record.Feed;
import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What rules have to do in a workspace, a bounded piece at a time; any node may do it, and several at once. */
@Component
class RuleEngine {
    /** The reader's name in the feed. */
    static final String READER = "rule";

    private static final int WINDOW = 1_000;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int TIDIED_AT_ONCE = 10_000;

    private final Database database;
    private final Definitions definitions;
    private final Access access;
    private final Feed feed;
    private final FeedReader reading;
    private final RuleRunner runner;
    private final Clock clock;

    RuleEngine(
            Database database,
            Definitions definitions,
            Access access,
            Feed feed,
            FeedReader reading,
            RuleRunner runner,
            Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.access = access;
        this.feed = feed;
        this.reading = reading;
        this.runner = runner;
        this.clock = clock;
    }

    /** Reads the next changes and begins what they set off; how many were read. Without a rule that looks, no statement. */
    int read(Workspace workspace) {
        if (!book(workspace).looksAtFeed() || paused(workspace)) {
            return 0;
        }
        Moment outside = moment(workspace);
        return feed.advance(
                workspace.schema(), READER, WINDOW, (ctx, changes) -> reading.handle(in(outside, ctx), changes));
    }

    /** Works at some runs that are due; how many. */
    int run(Workspace workspace) {
        if (paused(workspace)) {
            return 0;
        }
        Moment outside = moment(workspace);
        return database.write(ctx -> runner.work(in(outside, ctx)));
    }

    /** Deletes the log of runs that were over long ago, a bounded piece of it; what failed stays until it was repeated. */
    void tidy(Workspace workspace) {
        database.write(ctx ->
                new RunRows(ctx, workspace.schema()).forget(clock.instant().minus(KEPT), TIDIED_AT_ONCE));
    }

    /** Whether there are rules, or may be runs of such that were. */
    boolean hasRules(Workspace workspace) {
        return !book(workspace).all().isEmpty();
    }

    private RuleBook book(Workspace workspace) {
        return RuleBook.of(definitions.published(workspace));
    }

    private boolean paused(Workspace workspace) {
        return database.read(ctx -> new RuleStates(ctx, workspace.schema()).paused());
    }

    /** Looked up before a transaction begins, which holds one connection. */
    Moment moment(Workspace workspace) {
        Caller caller = Rule.system(workspace);
        return database.read(ctx -> new Moment(ctx, caller, access.of(caller), book(workspace), clock.instant()));
    }

    private static Moment in(Moment outside, DSLContext ctx) {
        return outside.in(ctx);
    }
}
