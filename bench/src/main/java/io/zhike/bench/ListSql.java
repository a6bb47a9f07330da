package io.zhike.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;

/** A list of a restricted role, beside a program that sends the same question to the database by itself. */
final class ListSql implements Scenario {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 150;
    private static final String PATH = "/api/v1/records/customer?limit=50&sort=-spent&where="
            + URLEncoder.encode(
                    "source = \"website\" AND spent > 5000 AND since >= DATE(2021, 1, 1)", StandardCharsets.UTF_8);

    private final String name;
    private final int records;

    ListSql(String name, int records) {
        this.name = name;
        this.records = records;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Outcome> run(Settings settings) throws Exception {
        try (Server server = Server.start(settings)) {
            CustomerWorld world = CustomerWorld.on(server);
            Settings.say(name + ": writing " + settings.scaled(records) + " records");
            world.fill(settings.scaled(records));
            Client clerk = world.clerk();
            int shown = clerk.get(PATH).path("items").size();
            if (shown != 50) {
                throw new IllegalStateException("50 rows expected, " + shown + " answered");
            }
            return List.of(measured(server, world, clerk));
        }
    }

    private Outcome measured(Server server, CustomerWorld world, Client clerk) throws Exception {
        Times ours = new Times();
        Times bare = new Times();
        try (Connection connection = server.connect();
                PreparedStatement select = connection.prepareStatement(sql(world))) {
            for (int i = 0; i < WARM_UP; i++) {
                clerk.read(PATH);
                ask(select, world);
            }
            for (int i = 0; i < ROUNDS; i++) {
                ours.of(() -> clerk.read(PATH));
                bare.of(() -> ask(select, world));
            }
        }
        return Outcome.atMost(
                name, ours.percentile(95) / bare.percentile(95), "ratio of p95", "HTTP " + ours + "; JDBC " + bare, 2);
    }

    /** What the clerk may read of the rows that the clerk may see: the same columns, conditions, order and limit. */
    private static String sql(CustomerWorld world) {
        return "select id, number, version, name, phone, source, city, spent, orders, since, owner, department, created_at,"
                + " created_by, updated_at, updated_by from " + world.table("customer")
                + " where deleted_at is null and department = any (?) and source = ? and spent > ? and since >= ?"
                + " order by spent desc nulls last, id limit 51";
    }

    private static void ask(PreparedStatement select, CustomerWorld world) throws Exception {
        select.setArray(1, select.getConnection().createArrayOf("uuid", new Object[] {world.department()}));
        select.setString(2, "website");
        select.setBigDecimal(3, new java.math.BigDecimal(5000));
        select.setObject(4, java.time.LocalDate.of(2021, 1, 1));
        try (ResultSet rows = select.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getString(i);
                }
            }
        }
    }
}
