package io.zhike.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How many automations a second get done, from the change in the feed to the record written and the run logged. */
final class RulesRate implements Scenario {
    private static final int RECORDS = 30_000;
    private static final int WARM_UP = 3_000;
    private static final int AT_ONCE = 500;
    private static final int LOOK_MILLIS = 20;
    private static final int BOUND = 500;
    private static final String RULE = """
            {"label": {"zh": "官网"}, "entity": "customer", "when": {"created": {}}, "where": "source = \\"website\\"",
             "then": [{"code": "s", "do": "set", "with": {"values": [{"field": "note", "value": "name & \\"!\\""}]}}]}""";

    @Override
    public String name() {
        return "rules-rate";
    }

    @Override
    public List<Outcome> run(Settings settings) throws Exception {
        try (Server server = Server.start(settings)) {
            CustomerWorld world = CustomerWorld.on(server);
            Client admin = server.admin();
            admin.put("/api/v1/definitions/rule/website", RULE);
            admin.post("/api/v1/publish", "{}");
            measured(server, world, settings.scaled(WARM_UP));
            int records = settings.scaled(RECORDS);
            double seconds = measured(server, world, records);
            String against = "%d runs in %.1f s, one write each".formatted(records, seconds);
            return List.of(Outcome.atLeast(name(), records / seconds, "automations a second", against, BOUND));
        }
    }

    /** How long the runs of so many new records take that wait all together. */
    private static double measured(Server server, CustomerWorld world, int records) throws Exception {
        Client admin = server.admin();
        admin.send("POST", "/api/v1/rules/pause");
        long before = done(server, world);
        for (int made = 0; made < records; made += AT_ONCE) {
            StringBuilder items = new StringBuilder();
            for (int i = 0; i < AT_ONCE; i++) {
                items.append(i == 0 ? "" : ",")
                        .append("{\"name\": \"客户%d\", \"source\": \"website\"}".formatted(made + i));
            }
            admin.post("/api/v1/records/customer", "{\"items\": [" + items + "]}");
        }
        long start = System.nanoTime();
        admin.send("POST", "/api/v1/rules/resume");
        while (done(server, world) < before + records) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static long done(Server server, CustomerWorld world) throws IOException, SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from " + world.table("rule_run") + " where state = 'done'")) {
            count.next();
            return count.getLong(1);
        }
    }
}
