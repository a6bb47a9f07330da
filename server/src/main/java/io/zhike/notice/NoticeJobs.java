package io.zhike.notice;

import io.zhike.store.Database;
import io.zhike.store.JobHandler;
import io.zhike.store.JobKey;
import io.zhike.store.JobRun;
import io.zhike.store.Jobs;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens by itself in all workspaces: reminders and what is due every few seconds, forgetting every hour. */
final class NoticeJobs {
    private static final JobKey SWEEP = new JobKey("notice.sweep", "all");
    private static final JobKey FORGET = new JobKey("notice.forget", "all");
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(15);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private NoticeJobs() {}

    /** Nothing is told: both jobs are for all workspaces. */
    record Nothing() {}

    /** Reminds, and wakes whatever has become due since; a workspace with nothing due costs four looks into an index. */
    @Component("noticeSweep")
    static final class Sweep implements JobHandler<Nothing> {
        private final Database database;
        private final Workspaces workspaces;
        private final Reminders reminders;
        private final Outbox outbox;
        private final BounceReader bounces;
        private final Jobs jobs;
        private final Clock clock;

        Sweep(
                Database database,
                Workspaces workspaces,
                Reminders reminders,
                Outbox outbox,
                BounceReader bounces,
                Jobs jobs,
                Clock clock) {
            this.database = database;
            this.workspaces = workspaces;
            this.reminders = reminders;
            this.outbox = outbox;
            this.bounces = bounces;
            this.jobs = jobs;
            this.clock = clock;
        }

        @EventListener
        void begin(ApplicationReadyEvent event) {
            jobs.scheduleRecurring(SWEEP, new Nothing(), SWEEP_EVERY);
        }

        @Override
        public String kind() {
            return SWEEP.kind();
        }

        @Override
        public Class<Nothing> payloadType() {
            return Nothing.class;
        }

        @Override
        public void run(JobRun<Nothing> run) {
            for (Workspace workspace : workspaces.all()) {
                if (!run.isStopping()) {
                    sweep(workspace);
                }
            }
        }

        private void sweep(Workspace workspace) {
            reminders.remind(workspace);
            Instant now = clock.instant();
            if (isDue(database.read(ctx -> new DeliveryStore(ctx, workspace.schema()).next()), now)) {
                jobs.schedule(PostJob.key(workspace), new WorkspaceJob.Payload(workspace.id()), now);
            }
            List<Channel> due = database.read(ctx -> new MessageStore(ctx, workspace.schema()).due(now));
            if (!due.isEmpty()) {
                database.writing(ctx -> due.forEach(channel -> outbox.deliver(ctx, workspace, channel)));
            }
            if (bounces.isDue(workspace)) {
                jobs.schedule(BounceJob.key(workspace), new WorkspaceJob.Payload(workspace.id()), now);
            }
        }

        private static boolean isDue(Optional<Instant> next, Instant now) {
            return next.filter(at -> !at.isAfter(now)).isPresent();
        }
    }

    /** Lets go of what nobody needs any more. */
    @Component("noticeForget")
    static final class Forget implements JobHandler<Nothing> {
        private final Workspaces workspaces;
        private final Forgetting forgetting;
        private final Jobs jobs;

        Forget(Workspaces workspaces, Forgetting forgetting, Jobs jobs) {
            this.workspaces = workspaces;
            this.forgetting = forgetting;
            this.jobs = jobs;
        }

        @EventListener
        void begin(ApplicationReadyEvent event) {
            jobs.scheduleRecurring(FORGET, new Nothing(), FORGET_EVERY);
        }

        @Override
        public String kind() {
            return FORGET.kind();
        }

        @Override
        public Class<Nothing> payloadType() {
            return Nothing.class;
        }

        @Override
        public void run(JobRun<Nothing> run) {
            for (Workspace workspace : workspaces.all()) {
                if (!run.isStopping()) {
                    forgetting.forget(workspace);
                }
            }
        }
    }
}
