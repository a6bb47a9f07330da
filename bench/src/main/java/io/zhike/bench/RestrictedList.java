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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The first page of a list as people of restricted roles ask for it, beside an administrator who asks for the same: in a company
 * of 1,000 people in 200 departments with 50 roles, sharing rules and shares of single records. After it, how soon a change of
 * roles and of the tree holds: at the next request.
 */
final class RestrictedList implements Scenario {
    private static final int RECORDS = 1_000_000;
    private static final int SHARES = 50_000;
    private static final int OWN_SHARES = 300;
    private static final int CITIES = 300;
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
              {"code": "city", "type": "select", "label": {"zh": "城市"}, "indexed": true, "options": [%s]},
              {"code": "spent", "type": "money", "label": {"zh": "累计消费"}}]}""";

    /** What the people of each kind read; all of them are reached by shares and sharing rules as well. */
    private static final Map<String, String> KINDS = kinds();

    private final List<UUID> departments = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();
    private final List<UUID> homes = new ArrayList<>();
    private String schema = "";

    /** Somebody who is measured. */
    private record Person(String kind, Client client, Times times) {}

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("own", "\"read\": \"own\"");
        kinds.put("shared", "\"read\": \"shared\"");
        kinds.put("department", "\"read\": \"department\"");
        kinds.put("tree", "\"read\": [\"department_tree\", \"shared\"]");
        kinds.put("condition", "\"read\": [\"own\", {\"where\": \"city = \\\"c7\\\"\"}]");
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
            List<Person> restricted = new ArrayList<>();
            for (String kind : KINDS.keySet()) {
                restricted.add(new Person(kind, server.client(kind, Server.PASSWORD), new Times()));
            }
            Outcome lists = measured(new Person("admin", admin, new Times()), restricted);
            return List.of(
                    lists,
                    seenAs(admin, restricted.getLast().client(), people.get(restricted.size() - 1)),
                    changes(admin, restricted.getFirst().client(), elsewhere(server)));
        }
    }

    private void organise(Client admin) throws Exception {
        for (int top = 0; top < TOPS; top++) {
            UUID parent = department(admin, "{\"name\": \"大区%d\"}".formatted(top));
            for (int i = 0; i < BELOW; i++) {
                department(admin, "{\"name\": \"部门%d-%d\", \"parent\": \"%s\"}".formatted(top, i, parent));
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
            homes.add(departmentOf(i));
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
        String cities = IntStream.range(0, CITIES)
                .mapToObj(i -> "{\"code\": \"c%d\", \"label\": {\"zh\": \"城市%d\"}}".formatted(i, i))
                .collect(Collectors.joining(","));
        admin.put("/api/v1/definitions/entity/customer", ENTITY.formatted(cities));
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
                                    i % 2 == 0 ? "level = \\\"key\\\"" : "city = \\\"c" + i + "\\\"",
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
                    + " select uuidv7(), n, 1, (?::uuid[])[i], (?::uuid[])[i], timestamptz '2024-01-01' + n * interval '7 seconds',"
                    + " now(), '客户' || n, '+86138' || lpad((n % 100000000)::text, 8, '0'),"
                    + " case when hashint8(n + 7) % 100 = 0 then 'key' else 'usual' end, 'c' || (hashint8(n + 11) & 1048575) % "
                    + CITIES + ","
                    + " (hashint8(n + 13) & 1048575) / 100.0"
                    + " from (select n, 1 + (hashint8(n) & 1048575) % ? as i from generate_series(1::bigint, ?) n) numbered";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setArray(1, connection.createArrayOf("uuid", people.toArray()));
                insert.setArray(2, connection.createArrayOf("uuid", homes.toArray()));
                insert.setInt(3, people.size());
                insert.setLong(4, count);
                insert.executeUpdate();
            }
            share(connection, shares);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze " + table("customer"));
                statement.execute("vacuum analyze " + table("record_share"));
            }
        }
    }

    /** Fifty with each on average, and some hundreds with each of those who are measured; shares are given one by one, by hand. */
    private void share(Connection connection, int shares) throws SQLException {
        String sql = "insert into " + table("record_share")
                + " (id, entity, record, kind, principal, below, level, until, shared_by, shared_at, record_at)"
                + " select uuidv7(), 'customer', id, 'member', (?::uuid[])[1 + case when at <= ? then at % ? else at % ? end],"
                + " false, 'read', null, null, now(), created_at from (select id, created_at, row_number() over (order by hashint8(number + 19)) as at from "
                + table("customer") + ") c where at <= ?";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setArray(1, connection.createArrayOf("uuid", people.toArray()));
            insert.setInt(2, OWN_SHARES * KINDS.size());
            insert.setInt(3, KINDS.size());
            insert.setInt(4, people.size());
            insert.setInt(5, shares);
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

    private Outcome measured(Person admin, List<Person> restricted) throws Exception {
        List<Person> all = new ArrayList<>(List.of(admin));
        all.addAll(restricted);
        for (Person each : all) {
            int shown = each.client().get(LIST).path("items").size();
            require(shown == 50, "50 rows for " + each.kind() + ", not " + shown);
            for (int i = 0; i < WARM_UP; i++) {
                each.client().read(LIST);
            }
        }
        for (int i = 0; i < ROUNDS; i++) {
            for (Person each : all) {
                each.times().of(() -> each.client().read(LIST));
            }
        }
        double against = admin.times().percentile(50);
        double worst = restricted.stream()
                .mapToDouble(each -> each.times().percentile(50) / against)
                .max()
                .orElseThrow();
        String said = all.stream().map(each -> each.kind() + " " + each.times()).collect(Collectors.joining("; "));
        return Outcome.atMost(name(), worst, "ratio of medians, the slowest role", said, 1.5);
    }

    /** The list as an administrator sees it who looks as somebody, beside that one's own. */
    private Outcome seenAs(Client admin, Client own, UUID member) throws Exception {
        String looked = LIST + "&seeAs=" + member;
        Times direct = new Times();
        Times looking = new Times();
        for (int i = 0; i < WARM_UP; i++) {
            own.read(LIST);
            admin.read(looked);
        }
        for (int i = 0; i < ROUNDS; i++) {
            direct.of(() -> own.read(LIST));
            looking.of(() -> admin.read(looked));
        }
        return Outcome.atMost(
                name() + "-see-as",
                looking.percentile(50) / direct.percentile(50),
                "ratio of medians",
                "one's own " + direct + "; seen as that one " + looking,
                1.15);
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
            throw new IllegalStateException("does not hold: " + what);
        }
    }

    /** A record of the department below the one of the first person that nothing else opens to them. */
    private String elsewhere(Server server) throws IOException, SQLException {
        try (Connection connection = server.connect();
                PreparedStatement select = connection.prepareStatement("select id from " + table("customer")
                        + " c where department = ? and level = 'usual' and city like 'c2__' and not exists"
                        + " (select from " + table("record_share") + " s where s.record = c.id) limit 1")) {
            select.setObject(1, departments.get(1));
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return "/api/v1/records/customer/" + found.getString(1);
            }
        }
    }
}
