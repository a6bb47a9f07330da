package io.zhike.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The first page of a list as people of restricted roles ask for it, beside an administrator who asks for the same: in a company
 * of 1,000 people in 200 departments with 50 roles, sharing rules and shares of single records. After it, how soon a change of
 * roles and of the tree holds: at the next request.
 */
final class RestrictedList implements Scenario {
    private static final int RECORDS = 1_000_000;
    private static final int SHARES = 50_000;
    private static final int PEOPLE = 1_000;
    private static final int TOPS = 10;
    private static final int BELOW = 19;
    private static final int ROLES = 50;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 200;
    private static final String LIST = "/api/v1/records/customer?limit=50";
    private static final String ENTITY = """
            {"kind": "entity", "code": "customer", "label": {"zh": "客户"}, "fields": [
              {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
              {"code": "phone", "type": "phone", "label": {"zh": "电话"}},
              {"code": "level", "type": "select", "label": {"zh": "级别"}, "indexed": true, "options": [
                {"code": "key", "label": {"zh": "重点"}}, {"code": "usual", "label": {"zh": "普通"}}]},
              {"code": "city", "type": "text", "label": {"zh": "城市"}},
              {"code": "spent", "type": "money", "label": {"zh": "累计消费"}}]}""";

    /** What the people of each kind read; all of them are reached by shares and sharing rules as well. */
    private static final Map<String, String> KINDS = kinds();

    private final List<UUID> departments = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();
    private String schema = "";

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("own", "\"read\": \"own\"");
        kinds.put("shared", "\"read\": \"shared\"");
        kinds.put("department", "\"read\": \"department\"");
        kinds.put("tree", "\"read\": [\"department_tree\", \"shared\"]");
        kinds.put("condition", "\"read\": [\"own\", {\"where\": \"city = \\\"城市7\\\"\"}]");
        kinds.put("denied", "\"read\": \"department_tree\", \"deny\": {\"read\": {\"where\": \"spent > 9000\"}}");
        return kinds;
    }

    @Override
    public String name() {
        return "restricted-list";
    }

    @Override
    public List<Outcome> run(Settings settings) throws Exception {
        try (Server server = Server.start(settings)) {
            Client admin = server.admin();
            organise(admin);
            define(admin);
            int records = settings.scaled(RECORDS);
            Settings.say("restricted-list: writing " + records + " records");
            fill(server, records, settings.scaled(SHARES));
            Map<String, Client> clients = new LinkedHashMap<>();
            clients.put("admin", admin);
            for (String kind : KINDS.keySet()) {
                clients.put(kind, server.client(kind, Server.PASSWORD));
            }
            return List.of(measured(clients), changes(admin, clients.get("own"), elsewhere(server)));
        }
    }

    private void organise(Client admin) throws Exception {
        for (int top = 0; top < TOPS; top++) {
            UUID parent = department(admin, "{\"name\": \"大区%d\"}".formatted(top));
            for (int i = 0; i < BELOW; i++) {
                department(admin, "{\"name\": \"部门%d\", \"parent\": \"%s\"}".formatted(i, parent));
            }
        }
        List<String> named = new ArrayList<>(KINDS.keySet());
        for (int i = 0; i < PEOPLE; i++) {
            String account = i < named.size()
                    ? ", \"account\": \"%s\", \"password\": \"%s\"".formatted(named.get(i), Server.PASSWORD)
                    : "";
            JsonNode made = admin.post(
                    "/api/v1/members",
                    "{\"name\": \"成员%d\", \"department\": \"%s\"%s}".formatted(i, departmentOf(i), account));
            people.add(UUID.fromString(made.path("id").asString()));
        }
    }

    private UUID department(Client admin, String json) throws Exception {
        UUID id = UUID.fromString(
                admin.post("/api/v1/departments", json).path("id").asString());
        departments.add(id);
        return id;
    }

    /** The first people stand in one department each that has others below it, so that a tree is a tree. */
    private UUID departmentOf(int person) {
        return departments.get(person < TOPS ? person * (BELOW + 1) : person % departments.size());
    }

    private void define(Client admin) throws Exception {
        admin.put("/api/v1/definitions/entity/customer", ENTITY);
        List<String> kinds = List.copyOf(KINDS.values());
        for (int i = 0; i < ROLES; i++) {
            admin.put(
                    "/api/v1/definitions/role/role_" + i,
                    "{\"kind\": \"role\", \"code\": \"role_%d\", \"label\": {\"zh\": \"角色%d\"}, \"entities\": {\"customer\": {%s}}}"
                            .formatted(i, i, kinds.get(i % kinds.size())));
        }
        for (int i = 0; i < TOPS; i++) {
            admin.put(
                    "/api/v1/definitions/sharing/rule_" + i,
                    "{\"kind\": \"sharing\", \"code\": \"rule_%d\", \"label\": {\"zh\": \"规则%d\"}, \"entity\": \"customer\", \"where\": \"%s\", \"with\": [{\"department\": \"%s\", \"below\": true}], \"level\": \"read\"}"
                            .formatted(
                                    i,
                                    i,
                                    i % 2 == 0 ? "level = \\\"key\\\"" : "city = \\\"城市" + i + "\\\"",
                                    departments.get(i * (BELOW + 1))));
        }
        admin.post("/api/v1/publish", "{}");
        for (int i = 0; i < PEOPLE; i++) {
            admin.put("/api/v1/members/" + people.get(i) + "/roles", "{\"roles\": [\"role_%d\"]}".formatted(i % ROLES));
        }
    }

    /** Past the server, which would take its time; each run the same. Every hundredth is a key customer, at 300 cities. */
    private void fill(Server server, int count, int shares) throws IOException, SQLException {
        try (Connection connection = server.connect()) {
            schema = schema(connection);
            String sql = "insert into " + table("customer")
                    + " (id, number, version, owner, department, created_at, updated_at, name, phone, level, city, spent)"
                    + " select uuidv7(), n, 1, m.id, m.department, timestamptz '2024-01-01' + n * interval '7 seconds', now(),"
                    + " '客户' || n, '+86138' || lpad((n % 100000000)::text, 8, '0'),"
                    + " case when hashint8(n + 7) % 100 = 0 then 'key' else 'usual' end, '城市' || (hashint8(n + 11) & 1048575) % 300,"
                    + " (hashint8(n + 13) & 1048575) / 100.0 from generate_series(1::bigint, ?) n"
                    + " join lateral (select (?::uuid[])[1 + (hashint8(n) & 1048575) % ?] as id) o on true join "
                    + table("member")
                    + " m on m.id = o.id";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setLong(1, count);
                insert.setArray(2, connection.createArrayOf("uuid", people.toArray()));
                insert.setInt(3, people.size());
                insert.executeUpdate();
            }
            share(connection, shares);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze " + table("customer"));
                statement.execute("vacuum analyze " + table("record_share"));
            }
        }
    }

    /** Half of them with the people who are measured, the rest with everybody. */
    private void share(Connection connection, int shares) throws SQLException {
        String sql = "insert into " + table("record_share")
                + " (id, entity, record, kind, principal, below, level, until, shared_by, shared_at)"
                + " select uuidv7(), 'customer', c.id, 'member',"
                + " (?::uuid[])[1 + (hashint8(c.number + 17) & 1048575) % (case when c.number % 2 = 0 then ? else ? end)],"
                + " false, 'read', null, null, now() from " + table("customer")
                + " c order by hashint8(c.number + 19) limit ?";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setArray(1, connection.createArrayOf("uuid", people.toArray()));
            insert.setInt(2, KINDS.size());
            insert.setInt(3, people.size());
            insert.setInt(4, shares);
            insert.executeUpdate();
        }
    }

    private static String schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select schemaname from pg_catalog.pg_tables where tablename = 'customer'")) {
            found.next();
            return found.getString(1);
        }
    }

    private String table(String name) {
        return '"' + schema + "\".\"" + name + '"';
    }

    private Outcome measured(Map<String, Client> clients) throws Exception {
        Map<String, Times> times = new LinkedHashMap<>();
        for (Map.Entry<String, Client> each : clients.entrySet()) {
            int shown = each.getValue().get(LIST).path("items").size();
            if (shown != 50) {
                throw new IllegalStateException("50 rows expected for " + each.getKey() + ", " + shown + " answered");
            }
            times.put(each.getKey(), new Times());
            for (int i = 0; i < WARM_UP; i++) {
                each.getValue().read(LIST);
            }
        }
        for (int i = 0; i < ROUNDS; i++) {
            for (Map.Entry<String, Client> each : clients.entrySet()) {
                times.get(each.getKey()).of(() -> each.getValue().read(LIST));
            }
        }
        double admin = times.get("admin").percentile(50);
        double worst = 0;
        for (String kind : KINDS.keySet()) {
            worst = Math.max(worst, times.get(kind).percentile(50) / admin);
        }
        return Outcome.atMost(name(), worst, "ratio of medians, the slowest role", said(times), 1.5);
    }

    private static String said(Map<String, Times> times) {
        List<String> said = new ArrayList<>();
        times.forEach((who, each) -> said.add(who + " " + each));
        return String.join("; ", said);
    }

    /** Roles and the tree are changed; the next request must know. */
    private Outcome changes(Client admin, Client person, String record) throws Exception {
        String roles = "/api/v1/members/" + people.getFirst() + "/roles";
        String moved = "/api/v1/departments/" + departments.get(1);
        require(!person.reaches(record), "the record is reached before");
        long start = System.nanoTime();
        admin.put(roles, "{\"roles\": [\"role_3\"]}");
        require(person.reaches(record), "a role that was given");
        admin.patch(moved, "{\"parent\": \"%s\"}".formatted(departments.get(BELOW + 1)));
        require(!person.reaches(record), "a department that was moved away");
        admin.patch(moved, "{\"parent\": \"%s\"}".formatted(departments.getFirst()));
        require(person.reaches(record), "a department that was moved back");
        admin.put(roles, "{\"roles\": [\"role_0\"]}");
        require(!person.reaches(record), "a role that was taken");
        double millis = (System.nanoTime() - start) / 1e6;
        return Outcome.atMost(
                name() + "-change",
                millis,
                "ms",
                "two changes of roles and two of the tree, each with the next request",
                1_000);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("does not hold at the next request: " + what);
        }
    }

    /** A record of the department below the one of the first person that nothing else opens to them. */
    private String elsewhere(Server server) throws IOException, SQLException {
        try (Connection connection = server.connect();
                PreparedStatement select = connection.prepareStatement("select id from " + table("customer")
                        + " c where department = ? and level = 'usual' and city > '城市2' and city < '城市3' and not exists"
                        + " (select from " + table("record_share") + " s where s.record = c.id) limit 1")) {
            select.setObject(1, departments.get(1));
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return "/api/v1/records/customer/" + found.getString(1);
            }
        }
    }
}
