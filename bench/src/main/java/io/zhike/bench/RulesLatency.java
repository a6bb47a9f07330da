package io.zhike.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * From the answer to a create until what a rule does because of it can be read in the database, at two hundred creates a second.
 * Somebody who looks every few milliseconds tells when; that counts in.
 */
final class RulesLatency implements Scenario {
    private static final int A_SECOND = 200;
    private static final int CLIENTS = 4;
    private static final int LOOK_MILLIS = 20;
    private static final int BOUND_MILLIS = 1_000;
    private static final int PATIENCE_SECONDS = 60;
    private static final String RULE = """
            {"label": {"zh": "官网"}, "entity": "customer", "when": {"created": {}}, "where": "source = \\"website\\"",
             "then": [{"code": "s", "do": "set", "with": {"values": [{"field": "note", "value": "\\"done\\""}]}}]}""";

    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "rules-latency";
    }

    @Override
    public List<Outcome> run(Settings settings) throws Exception {
        int creates = settings.scaled(A_SECOND * 60);
        try (Server server = Server.start(settings)) {
            CustomerWorld world = CustomerWorld.on(server);
            Client admin = server.admin();
            admin.put("/api/v1/definitions/rule/website", RULE);
            admin.post("/api/v1/publish", "{}");
            measured(server, world, "warm", settings.scaled(A_SECOND * 30));
            Times times = measured(server, world, "made", creates);
            String against = "%s; %d creates, %d a second".formatted(times, creates, A_SECOND);
            return List.of(Outcome.atMost(name(), times.percentile(95), "ms, p95", against, BOUND_MILLIS));
        }
    }

    private Times measured(Server server, CustomerWorld world, String name, int creates) throws Exception {
        Client clerk = world.clerk();
        Times times = new Times();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
            Future<Void> watching = threads.submit(watch(server, world, name, creates, times));
            List<Callable<Void>> clients = new ArrayList<>();
            AtomicLong next = new AtomicLong();
            long start = System.nanoTime();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(create(clerk, name, next, creates, start));
            }
            for (Future<Void> client : threads.invokeAll(clients)) {
                client.get();
            }
            watching.get();
        }
        return times;
    }

    private Callable<Void> create(Client clerk, String name, AtomicLong next, int creates, long start) {
        return () -> {
            try (Wire wire = clerk.wire("/api/v1/records/customer")) {
                for (long n = next.getAndIncrement(); n < creates; n = next.getAndIncrement()) {
                    long due = start + n * 1_000_000_000L / A_SECOND;
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    wire.post("{\"name\": \"%s%d\", \"source\": \"website\"}".formatted(name, n));
                    answered.put(name + n, System.nanoTime());
                }
            }
            return null;
        };
    }

    private Callable<Void> watch(Server server, CustomerWorld world, String name, int creates, Times times) {
        return () -> {
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS + creates / A_SECOND);
            int found = 0;
            try (Connection connection = server.connect();
                    PreparedStatement done = connection.prepareStatement("select name from " + world.table("customer")
                            + " where updated_at > now() - interval '10 seconds' and note = 'done' and name like ?")) {
                done.setString(1, name + "%");
                while (found < creates) {
                    found += look(done, times);
                    if (System.nanoTime() > patience) {
                        throw new IllegalStateException("only " + found + " of " + creates + " were done");
                    }
                    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                }
            }
            return null;
        };
    }

    private int look(PreparedStatement done, Times times) throws Exception {
        int found = 0;
        try (ResultSet rows = done.executeQuery()) {
            long now = System.nanoTime();
            while (rows.next()) {
                Long at = answered.get(rows.getString(1));
                if (at != null && seen.add(rows.getString(1))) {
                    times.add(Math.max(0, (now - at) / 1e6));
                    found++;
                }
            }
        }
        return found;
    }
}
