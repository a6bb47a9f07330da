package io.zhike.notice;

import io.zhike.store.JobHandler;
import io.zhike.store.JobKey;
import io.zhike.store.JobRun;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.Workspaces;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Delivers the messages of one workspace by one channel; one node at a time does. */
@Component
final class DeliverJob implements JobHandler<DeliverJob.Payload> {
    private static final String KIND = "message.deliver";

    private final Workspaces workspaces;
    private final Deliverer deliverer;
    private final Clock clock;

    DeliverJob(Workspaces workspaces, Deliverer deliverer, Clock clock) {
        this.workspaces = workspaces;
        this.deliverer = deliverer;
        this.clock = clock;
    }

    /** Of which workspace, by which channel; null for all of them, which an older release planned. */
    record Payload(UUID workspace, @Nullable Channel channel) {}

    static JobKey key(Workspace workspace, Channel channel) {
        return new JobKey(KIND, workspace.schema().name() + "/" + channel.code());
    }

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
        Channel only = run.payload().channel();
        List<Channel> channels = only == null ? List.of(Channel.values()) : List.of(only);
        workspaces
                .find(run.payload().workspace())
                .ifPresent(workspace ->
                        channels.forEach(channel -> deliverer.deliver(workspace, channel, run::isStopping)));
        if (run.isStopping()) {
            run.again(clock.instant());
        }
    }
}
