package io.zhike.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates by four clients with a hundred rules on the entity of which none applies, beside the same creates without a rule
 * on: most wait for fields that a create does not touch, some look at each new record and hold for none.
 */
final class RulesIdle implements Scenario {
    private static final int CLIENTS = 4;
    private static final int RULES = 100;
    private static final int ROUNDS = 4;
    private static final int LOOKING = 10;
    private static final double BOUND = 1.3;

    @Override
    public String name() {
        return "rules-idle";
    }

    @Override
    public List<Outcome> run(Settings settings) throws Exception {
        double seconds = settings.quick() ? 2 : 8;
        try (Server server = Server.start(settings)) {
            CustomerWorld world = CustomerWorld.on(server);
            publish(server, true);
            creates(world, 6 * seconds);
            double with = 0;
            double without = 0;
            for (int i = 0; i < ROUNDS; i++) {
                publish(server, i % 2 == 0);
                double first = creates(world, seconds);
                publish(server, i % 2 != 0);
                double second = creates(world, seconds);
                with += i % 2 == 0 ? first : second;
                without += i % 2 == 0 ? second : first;
            }
            String against = "%.0f/s with %d rules; %.0f/s without".formatted(with / ROUNDS, RULES, without / ROUNDS);
            return List.of(Outcome.atMost(name(), without / with, "× a write without rules", against, BOUND));
        }
    }

    private static void publish(Server server, boolean on) throws IOException, InterruptedException {
        Client admin = server.admin();
        for (int i = 0; i < RULES; i++) {
            String waits = i < LOOKING
                    ? "\"when\": {\"created\": {}}, \"where\": \"city = \\\"nowhere%d\\\"\"".formatted(i)
                    : "\"when\": {\"changed\": {\"field\": \"%s\"}}"
                            .formatted(List.of("margin", "note", "since").get(i % 3));
            admin.put("/api/v1/definitions/rule/r" + i, """
                    {"label": {"zh": "规则%d"}, "entity": "customer", "on": %s, %s,
                     "then": [{"code": "s", "do": "set", "with": {"values": [{"field": "note", "value": "\\"x\\""}]}}]}
                    """.formatted(i, on, waits));
        }
        admin.post("/api/v1/publish", "{}");
    }

    private static double creates(CustomerWorld world, double seconds) throws Exception {
        List<Wire> wires = new ArrayList<>();
        List<Crowd.Repeated> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                Wire wire = world.clerk().wire("/api/v1/records/customer");
                wires.add(wire);
                clients.add(n -> wire.post("""
                        {"name": "客户%d", "phone": "13800138000", "source": "website", "city": "杭州", "orders": 3}""".formatted(n)));
            }
            return Crowd.rate(clients, seconds);
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }
}
