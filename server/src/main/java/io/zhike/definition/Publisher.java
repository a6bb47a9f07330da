package io.zhike.definition;

import io.zhike.audit.AuditLog;
import io.zhike.message.Issue;
import io.zhike.store.Database;
import io.zhike.store.Jobs;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Publishes: check, plan, prepare, and then all of it in one transaction. That transaction is open from the start, since
 * the lock it holds on the head is what lets one publish of a workspace run at a time, and ends by itself when a node dies.
 */
final class Publisher {
    /** A publish holds one connection while its parts use others, so that too many at once would starve each other. */
    private static final int AT_ONCE = 2;

    private final Database database;
    private final DefinitionKinds kinds;
    private final List<PublishPart> parts;
    private final PublishedSets sets;
    private final Jobs jobs;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Publisher(
            Database database,
            DefinitionKinds kinds,
            List<PublishPart> parts,
            PublishedSets sets,
            Jobs jobs,
            Clock clock) {
        this.database = database;
        this.kinds = kinds;
        this.parts = List.copyOf(parts);
        this.sets = sets;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What a publish would do; throws what it would throw, but for lossy steps that are not accepted. */
    PublishResult dry(Workspace workspace, PublishOrder order) {
        return database.read(ctx -> {
            DefinitionSet before = new DefinitionStore(workspace.schema()).load(ctx);
            List<Draft> drafts = order.drafts().apply(ctx);
            if (drafts.isEmpty()) {
                return new PublishResult(before.revision(), List.of());
            }
            return new PublishResult(
                    before.revision(),
                    plan(workspace, before, after(before, drafts), drafts).steps());
        });
    }

    PublishResult publish(Caller caller, PublishOrder order) {
        turns.acquireUninterruptibly();
        try {
            Outcome outcome = database.write(ctx -> run(ctx, caller, order));
            sets.keep(caller.workspace(), outcome.set);
            return new PublishResult(outcome.set.revision(), outcome.steps);
        } finally {
            turns.release();
        }
    }

    private Outcome run(DSLContext ctx, Caller caller, PublishOrder order) {
        Workspace workspace = caller.workspace();
        DefinitionStore store = new DefinitionStore(workspace.schema());
        store.lock(ctx);
        DefinitionSet before = store.load(ctx);
        List<Draft> drafts = order.drafts().apply(ctx);
        if (drafts.isEmpty()) {
            return new Outcome(before, List.of());
        }
        DefinitionSet after = after(before, drafts).as(before.revision() + 1);
        PublishPlan plan = plan(workspace, before, after, drafts);
        plan.requireAccepted(order.accepted());
        plan.prepare();
        plan.apply(ctx);
        record(ctx, caller, drafts, after.revision(), plan);
        AuditLog.record(
                ctx,
                workspace.schema(),
                clock.instant(),
                PublishAudit.of(workspace, after.revision(), new Comparison(kinds).compare(before, after)));
        order.also().accept(ctx);
        PublishedSets.tell(ctx, workspace);
        return new Outcome(after, plan.steps());
    }

    private PublishPlan plan(Workspace workspace, DefinitionSet before, DefinitionSet after, List<Draft> drafts) {
        List<Issue> issues = new SetCheck(kinds)
                .check(before, after, drafts.stream().map(Draft::key).toList());
        if (!issues.isEmpty()) {
            throw DefinitionError.CANNOT_PUBLISH.problem(issues, issues.size());
        }
        // Outside the publish's transaction: a lock on a table it reads would keep prepare from altering that table.
        return database.read(ctx -> PublishPlan.of(parts, ctx, workspace, before, after));
    }

    /** {@code before} with {@code drafts} laid over it. */
    static DefinitionSet after(DefinitionSet before, List<Draft> drafts) {
        List<Definition> put = new ArrayList<>();
        List<DefinitionKey> removed = new ArrayList<>();
        for (Draft draft : drafts) {
            Definition definition = draft.definition();
            if (definition == null) {
                removed.add(draft.key());
            } else {
                put.add(definition);
            }
        }
        return before.with(put, removed);
    }

    private void record(DSLContext ctx, Caller caller, List<Draft> drafts, long revision, PublishPlan plan) {
        Workspace workspace = caller.workspace();
        Instant now = clock.instant();
        RevisionStore revisions = new RevisionStore(workspace.schema());
        DefinitionStore store = new DefinitionStore(workspace.schema());
        for (Draft draft : drafts) {
            Definition definition = draft.definition();
            if (definition == null) {
                store.delete(ctx, draft.key(), draft.version(), revision, now, caller.member());
            } else {
                store.put(ctx, definition, draft.version(), revision);
            }
            revisions.addChange(ctx, revision, draft.key(), definition, draft.version());
        }
        @Nullable Instant finished = plan.isEmpty() ? now : null;
        revisions.add(ctx, new Revision(revision, now, caller.member(), drafts.size(), plan.toJson(), finished));
        new DraftStore(workspace.schema()).published(ctx, drafts, revision);
        store.setRevision(ctx, revision);
        if (!plan.isEmpty()) {
            FinishPublish.schedule(jobs, ctx, workspace, revision, now);
        }
    }

    private record Outcome(DefinitionSet set, List<PublishStep> steps) {}
}
