package io.zhike.audit;

import io.zhike.store.JobHandler;
import io.zhike.store.JobKey;
import io.zhike.store.JobRun;
import io.zhike.store.Jobs;
import io.zhike.store.Schemas;
import io.zhike.store.WorkspaceSchema;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is done to logs by themselves, in all workspaces: sealing every few seconds, months and removal every hour. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {
    private static final JobKey SEAL = new JobKey("audit.seal", "all");
    private static final JobKey RETAIN = new JobKey("audit.retain", "all");
    private static final Duration SEAL_EVERY = Duration.ofSeconds(15);
    private static final Duration RETAIN_EVERY = Duration.ofHours(1);

    /** Nothing is told: both jobs are for all workspaces. */
    record Nothing() {}

    @Bean
    AuditActions logActions() {
        return () -> java.util.List.of(LogAction.values());
    }

    /** Seals; a workspace with nothing new costs one look into an empty index. */
    @Component
    static class Sealing implements JobHandler<Nothing> {
        private final Schemas schemas;
        private final AuditChain chain;
        private final Jobs jobs;

        Sealing(Schemas schemas, AuditChain chain, Jobs jobs) {
            this.schemas = schemas;
            this.chain = chain;
            this.jobs = jobs;
        }

        @EventListener
        void begin(ApplicationReadyEvent event) {
            jobs.scheduleRecurring(SEAL, new Nothing(), SEAL_EVERY);
        }

        @Override
        public String kind() {
            return SEAL.kind();
        }

        @Override
        public Class<Nothing> payloadType() {
            return Nothing.class;
        }

        @Override
        public void run(JobRun<Nothing> run) {
            for (WorkspaceSchema schema : schemas.workspaces()) {
                if (!run.isStopping() && chain.hasUnsealed(schema)) {
                    chain.seal(schema);
                }
            }
        }
    }

    /** Makes months ahead and removes what is over its time. */
    @Component
    static class Retaining implements JobHandler<Nothing> {
        private final Schemas schemas;
        private final AuditRetention retention;
        private final Jobs jobs;

        Retaining(Schemas schemas, AuditRetention retention, Jobs jobs) {
            this.schemas = schemas;
            this.retention = retention;
            this.jobs = jobs;
        }

        @EventListener
        void begin(ApplicationReadyEvent event) {
            jobs.scheduleRecurring(RETAIN, new Nothing(), RETAIN_EVERY);
        }

        @Override
        public String kind() {
            return RETAIN.kind();
        }

        @Override
        public Class<Nothing> payloadType() {
            return Nothing.class;
        }

        @Override
        public void run(JobRun<Nothing> run) {
            for (WorkspaceSchema schema : schemas.workspaces()) {
                if (!run.isStopping()) {
                    retention.makeMonths(schema);
                    retention.removeExpired(schema);
                }
            }
        }
    }
}
