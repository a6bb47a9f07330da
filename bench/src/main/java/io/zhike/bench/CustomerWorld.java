package io.zhike.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A company with departments, an entity with customers, and a clerk who sees those of one department, two fields hidden. */
final class CustomerWorld {
    static final String CLERK = "clerk";

    private static final int DEPARTMENTS = 50;
    private static final String ENTITY = """
            {"kind": "entity", "code": "customer", "label": {"zh": "客户", "en": "Customer"}, "fields": [
              {"code": "name", "type": "text", "label": {"zh": "名称"}, "required": true, "title": true},
              {"code": "phone", "type": "phone", "label": {"zh": "电话"}},
              {"code": "source", "type": "select", "label": {"zh": "来源"}, "options": [
                {"code": "website", "label": {"zh": "官网"}}, {"code": "fair", "label": {"zh": "展会"}},
                {"code": "referral", "label": {"zh": "介绍"}}, {"code": "call", "label": {"zh": "电话"}}]},
              {"code": "city", "type": "text", "label": {"zh": "城市"}},
              {"code": "spent", "type": "money", "label": {"zh": "累计消费"}},
              {"code": "orders", "type": "number", "label": {"zh": "订单数"}, "decimals": 0},
              {"code": "since", "type": "date", "label": {"zh": "注册日期"}},
              {"code": "margin", "type": "money", "label": {"zh": "毛利"}},
              {"code": "note", "type": "text", "label": {"zh": "备注"}}]}""";
    private static final String ROLE = """
            {"kind": "role", "code": "clerk", "label": {"zh": "店员"}, "entities": {"customer": {
              "create": true, "read": "department", "update": "department",
              "fields": {"*": "write", "margin": "none", "note": "none"}}}}""";

    private final Server server;
    private final List<UUID> departments = new ArrayList<>();
    private String schema = "";
    private UUID clerkId = new UUID(0, 0);

    private CustomerWorld(Server server) {
        this.server = server;
    }

    /** Makes it on a server that was just started for the first time. */
    static CustomerWorld on(Server server) throws Exception {
        CustomerWorld world = new CustomerWorld(server);
        world.define();
        world.findSchema();
        return world;
    }

    private void define() throws IOException, InterruptedException {
        Client admin = server.admin();
        for (int i = 0; i < DEPARTMENTS; i++) {
            JsonNode made = admin.post("/api/v1/departments", "{\"name\": \"部门" + i + "\"}");
            departments.add(UUID.fromString(made.path("id").asString()));
        }
        admin.put("/api/v1/definitions/entity/customer", ENTITY);
        admin.put("/api/v1/definitions/role/clerk", ROLE);
        admin.post("/api/v1/publish", "{}");
        JsonNode clerk = admin.post(
                "/api/v1/members",
                "{\"name\": \"店员\", \"account\": \"%s\", \"password\": \"%s\", \"department\": \"%s\"}"
                        .formatted(CLERK, Server.PASSWORD, department()));
        clerkId = UUID.fromString(clerk.path("id").asString());
        admin.put("/api/v1/members/" + clerkId + "/roles", "{\"roles\": [\"clerk\"]}");
    }

    private void findSchema() throws IOException, SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select schemaname from pg_catalog.pg_tables where tablename = 'customer'")) {
            found.next();
            schema = found.getString(1);
        }
    }

    Client clerk() throws IOException, InterruptedException {
        return server.client(CLERK, Server.PASSWORD);
    }

    UUID clerkId() {
        return clerkId;
    }

    /** The department whose customers the clerk sees. */
    UUID department() {
        return departments.get(DEPARTMENTS / 2);
    }

    /** The qualified name of a table of the workspace. */
    String table(String name) {
        return '"' + schema + "\".\"" + name + '"';
    }

    /** Writes {@code count} customers past the server, which would take its time; spread evenly, and the same at each run. */
    void fill(int count) throws IOException, SQLException {
        try (Connection connection = server.connect()) {
            String sql = "insert into " + table("customer")
                    + " (id, number, version, department, created_at, updated_at, search, name, phone, source, city, spent,"
                    + " orders, since, margin, note) select uuidv7(), n, 1, (?::uuid[])[1 + (hashint8(n) & 1048575) % ?],"
                    + " timestamptz '2024-01-01' + n * interval '7 seconds', now(), null, '客户' || n,"
                    + " '+86138' || lpad((n % 100000000)::text, 8, '0'),"
                    + " (array['website', 'fair', 'referral', 'call'])[1 + (hashint8(n + 1000000007) & 1048575) % 4], '城市' || n * 17 % 300,"
                    + " (hashint8(n + 2000000011) & 1048575) / 100.0, n * 13 % 40, date '2020-01-01' + (hashint8(n + 3000000019) & 1048575) % 1800,"
                    + " n % 1000, 'note ' || n from generate_series(1::bigint, ?) n";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setArray(1, connection.createArrayOf("uuid", departments.toArray()));
                insert.setInt(2, DEPARTMENTS);
                insert.setLong(3, count);
                insert.executeUpdate();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze " + table("customer"));
            }
        }
    }
}
