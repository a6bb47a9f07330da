package io.zhike.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second start on the same data, and the memory that it takes to be there. */
final class Restart implements Scenario {
    private static final int RECORDS = 100_000;
    private static final int STARTS = 3;
    private static final int SETTLING_SECONDS = 5;

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public List<Outcome> run(Settings settings) throws Exception {
        double first;
        try (Server server = Server.start(settings)) {
            first = server.secondsToReady();
            CustomerWorld.on(server).fill(settings.scaled(RECORDS));
        }
        Times starts = new Times();
        double memory = 0;
        for (int i = 0; i < STARTS; i++) {
            try (Server server = Server.start(settings)) {
                starts.add(server.secondsToReady());
                server.admin().read("/api/v1/records/customer?limit=50");
                TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
                memory = Math.max(memory, server.memory());
            }
        }
        return List.of(
                Outcome.atMost(
                        name(),
                        starts.percentile(100),
                        "s, longest of " + STARTS,
                        "first start %.1f s".formatted(first),
                        8),
                Outcome.atMost("restart-memory", memory, "MB", "server and database, shared pages once", 700));
    }
}
