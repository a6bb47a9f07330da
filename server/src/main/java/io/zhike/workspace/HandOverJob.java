package io.zhike.workspace;

import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import io.zhike.store.Database;
import io.zhike.store.JobHandler;
import io.zhike.store.JobRun;
import io.zhike.store.StoreError;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Does hand-overs, step by step. What a step moves and its count are one transaction, so that after a crash the next run goes
 * on where this one was. When all has passed the subject goes, and what came to it meanwhile passes as well.
 */
@Component
final class HandOverJob implements JobHandler<HandOverJob.Payload> {
    static final String KIND = "hand-over.run";

    /** So often is tried again what went wrong without a person's fault. */
    private static final int ATTEMPTS = 8;

    private final Database database;
    private final Clock clock;
    private final Workspaces workspaces;
    private final Holdings holdings;
    private final Members members;
    private final Departments departments;
    private final Tidings tidings;

    HandOverJob(
            Database database,
            Clock clock,
            Workspaces workspaces,
            Holdings holdings,
            Members members,
            Departments departments,
            Tidings tidings) {
        this.database = database;
        this.clock = clock;
        this.workspaces = workspaces;
        this.holdings = holdings;
        this.members = members;
        this.departments = departments;
        this.tidings = tidings;
    }

    /** Which hand-over of which workspace. */
    record Payload(UUID workspace, UUID handOver) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Payload> payloadType() {
        return Payload.class;
    }

    @Override
    public void run(JobRun<Payload> run) {
        workspaces.find(run.payload().workspace()).ifPresent(workspace -> {
            UUID id = run.payload().handOver();
            try {
                run(workspace, id, run::isStopping);
            } catch (RuntimeException e) {
                if (run.attempt() >= ATTEMPTS) {
                    fail(workspace, id, WorkspaceError.HAND_OVER_BROKEN.with().in(workspace.language()));
                }
                throw e;
            }
            if (run.isStopping()) {
                run.again(clock.instant());
            }
        });
    }

    /** Goes on until all has passed, or until the node shuts down. */
    void run(Workspace workspace, UUID id, BooleanSupplier stopping) {
        HandOver handOver = find(workspace, id);
        if (handOver == null) {
            return;
        }
        Language language = Language.valueOf(handOver.language());
        Caller caller = new Caller(workspace, handOver.actor(), language, new Origin.Background("hand-over"));
        try {
            boolean passed = handOver.state() != HandOver.State.PASSING || pass(caller, handOver, stopping);
            if (passed && handOver.state() == HandOver.State.PASSING && handOver.ends()) {
                end(workspace, handOver);
            }
            HandOver now = find(workspace, id);
            if (passed && now != null && pass(caller, now, stopping)) {
                finish(workspace, now);
            }
        } catch (ProblemException problem) {
            if (problem.message().code() instanceof StoreError) {
                throw problem;
            }
            fail(workspace, id, problem.message().in(language));
        }
    }

    private @Nullable HandOver find(Workspace workspace, UUID id) {
        return database.read(ctx -> new HandOverRows(ctx, workspace.schema()).find(id))
                .filter(found -> found.state() == HandOver.State.PASSING || found.state() == HandOver.State.SWEEPING)
                .orElse(null);
    }

    /** Whether all that passes has passed; false where the node shuts down. */
    private boolean pass(Caller caller, HandOver handOver, BooleanSupplier stopping) {
        List<Holding> all = holdings.of(caller.workspace(), handOver.kind().of(handOver.subject()));
        for (HandOver.Part part : handOver.parts()) {
            if (part.finished() || !part.passes()) {
                continue;
            }
            // A holding whose definition was taken away meanwhile holds nothing any more.
            for (Holding holding :
                    all.stream().filter(each -> each.code().equals(part.code())).toList()) {
                if (!pass(caller, handOver, part, holding, stopping)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean pass(
            Caller caller, HandOver handOver, HandOver.Part part, Holding holding, BooleanSupplier stopping) {
        UUID successor = Objects.requireNonNull(part.successor());
        Holding.Passing passing = new Holding.Passing(caller, successor, handOver.id());
        String after = database.read(
                ctx -> new HandOverRows(ctx, caller.workspace().schema()).after(handOver.id(), part.code()));
        while (!stopping.getAsBoolean()) {
            Holding.Step step = holding.pass(
                    passing,
                    after,
                    (ctx, done) -> new HandOverRows(ctx, caller.workspace().schema())
                            .count(handOver.id(), part.code(), done, said(done, caller.language())));
            after = step.next();
            if (after == null) {
                return true;
            }
        }
        return false;
    }

    private static List<HandOver.Said> said(Holding.Step step, Language language) {
        return step.problems().stream()
                .map(problem -> new HandOver.Said(
                        problem.what().label(),
                        problem.what().where(),
                        problem.why().in(language)))
                .toList();
    }

    private void end(Workspace workspace, HandOver handOver) {
        database.writing(ctx -> {
            switch (handOver.kind()) {
                case MEMBER ->
                    members.writes()
                            .change(
                                    ctx,
                                    workspace,
                                    handOver.subject(),
                                    MemberChange.none().withActive(false),
                                    null);
                case DEPARTMENT -> {}
            }
            new HandOverRows(ctx, workspace.schema()).sweep(handOver.id());
        });
    }

    /** A department is removed when nothing names it any more. */
    private void finish(Workspace workspace, HandOver handOver) {
        database.writing(ctx -> {
            if (handOver.kind() == HandOver.Kind.DEPARTMENT && handOver.ends()) {
                departments.writes().delete(ctx, workspace, handOver.subject());
            }
            new HandOverRows(ctx, workspace.schema()).finish(handOver.id(), HandOver.State.DONE, null, clock.instant());
            tell(ctx, workspace, handOver);
        });
    }

    /** The successors of a member, of whatever came to them. */
    private void tell(DSLContext ctx, Workspace workspace, HandOver handOver) {
        Set<UUID> successors = handOver.parts().stream()
                .filter(part -> handOver.kind() == HandOver.Kind.MEMBER && part.successor() != null && part.moved() > 0)
                .map(part -> Objects.requireNonNull(part.successor()))
                .collect(Collectors.toSet());
        if (!successors.isEmpty()) {
            Label title = new Label(
                    handOver.name() + " 的工作交接给了你", "The work of " + handOver.name() + " was handed over to you");
            tidings.tell(
                    ctx,
                    workspace,
                    new Tiding(
                            "hand-over:" + handOver.id(),
                            Tiding.Kind.HAND_OVER,
                            successors,
                            handOver.actor(),
                            title,
                            null,
                            null));
        }
    }

    private void fail(Workspace workspace, UUID id, String message) {
        database.writing(ctx ->
                new HandOverRows(ctx, workspace.schema()).finish(id, HandOver.State.FAILED, message, clock.instant()));
    }
}
