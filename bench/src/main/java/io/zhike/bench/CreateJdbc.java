package io.zhike.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Creates by eight clients over HTTP, beside eight threads that insert the same row and the same history by JDBC. */
final class CreateJdbc implements Scenario {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 6;
    private static final long FAR = 1_000_000_000L;

    /** What the server keeps of such a customer to find it by, and in its history. */
    private static final String SEARCH = "\u001fname\u001e客户%d kh kehu\u001fphone\u001e8613800138000"
            + "\u001fcity\u001e杭州 hz hangzhou\u001fnumber\u001e%d";

    private static final String AFTER = """
            {"name": "客户%d", "owner": "%s", "phone": "+8613800138000", "source": "website", "city": "杭州", "spent": "%d.50",
             "orders": "3", "since": "2024-05-06", "department": "%s"}""";

    private final AtomicLong number = new AtomicLong(FAR);

    @Override
    public String name() {
        return "create-jdbc";
    }

    @Override
    public List<Outcome> run(Settings settings) throws Exception {
        double seconds = settings.quick() ? 3 : 10;
        try (Server server = Server.start(settings)) {
            CustomerWorld world = CustomerWorld.on(server);
            double ours = 0;
            double bare = 0;
            // As long as the JVM needs to compile the way of a request; a server that people use has done that.
            http(world, WARM_UP * seconds);
            jdbc(server, world, seconds);
            for (int i = 0; i < ROUNDS; i++) {
                ours += http(world, seconds);
                bare += jdbc(server, world, seconds);
            }
            String against = "HTTP %.0f/s; JDBC %.0f/s; %d clients".formatted(ours / ROUNDS, bare / ROUNDS, CLIENTS);
            return List.of(Outcome.atLeast(name(), ours / bare, "ratio of rates", against, 0.5));
        }
    }

    private static double http(CustomerWorld world, double seconds) throws Exception {
        List<Wire> wires = new ArrayList<>();
        List<Crowd.Repeated> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                Wire wire = world.clerk().wire("/api/v1/records/customer");
                wires.add(wire);
                clients.add(n -> wire.post("""
                        {"name": "客户%d", "phone": "13800138000", "source": "website", "city": "杭州", "spent": "%d.50",
                         "orders": 3, "since": "2024-05-06"}""".formatted(n, n % 10_000)));
            }
            return Crowd.rate(clients, seconds);
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    private double jdbc(Server server, CustomerWorld world, double seconds) throws Exception {
        List<Connection> connections = new ArrayList<>();
        List<Crowd.Repeated> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                Connection connection = server.connect();
                connection.setAutoCommit(false);
                connections.add(connection);
                clients.add(inserting(connection, world));
            }
            return Crowd.rate(clients, seconds);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** The row and the change that the server writes for the same customer, with every value a parameter as there. */
    private Crowd.Repeated inserting(Connection connection, CustomerWorld world) throws Exception {
        PreparedStatement row = connection.prepareStatement("insert into " + world.table("customer")
                + " (id, number, version, owner, department, created_at, created_by, updated_at, updated_by, search, name, phone,"
                + " source, city, spent, orders, since) values (uuidv7(), ?, 1, ?, ?, now(), ?, now(), ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " returning id");
        PreparedStatement change = connection.prepareStatement("insert into " + world.table("change")
                + " (at, id, tx, entity, record, version, kind, origin, actor, after) values (now(), uuidv7(),"
                + " pg_current_xact_id()::text::bigint, 'customer', ?, 1, 'create', 'form', ?, ?::jsonb)");
        UUID clerk = world.clerkId();
        UUID department = world.department();
        return n -> {
            long made = number.incrementAndGet();
            row.setLong(1, made);
            row.setObject(2, clerk);
            row.setObject(3, department);
            row.setObject(4, clerk);
            row.setObject(5, clerk);
            row.setString(6, SEARCH.formatted(n, made));
            row.setString(7, "客户" + n);
            row.setString(8, "+8613800138000");
            row.setString(9, "website");
            row.setString(10, "杭州");
            row.setBigDecimal(11, new BigDecimal(n % 10_000).add(new BigDecimal("0.50")));
            row.setBigDecimal(12, BigDecimal.valueOf(3));
            row.setObject(13, LocalDate.of(2024, 5, 6));
            try (ResultSet inserted = row.executeQuery()) {
                inserted.next();
                change.setObject(1, inserted.getObject(1));
            }
            change.setObject(2, clerk);
            change.setString(3, AFTER.formatted(n, clerk, n % 10_000, department));
            change.executeUpdate();
            connection.commit();
        };
    }
}
