package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.store.Transactions;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A workspace with customers, their orders and tasks, and rules that a test makes. */
final class RuleWorld {
    static final String CUSTOMER = """
            {"label": {"zh": "客户"}, "fields": [
              {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
              {"code": "source", "type": "select", "label": {"zh": "来源"}, "options": [
                {"code": "website", "label": {"zh": "官网"}}, {"code": "fair", "label": {"zh": "展会"}}]},
              {"code": "region", "type": "text", "label": {"zh": "地区"}},
              {"code": "stage", "type": "stage", "label": {"zh": "阶段"}, "default": "\\"new\\"", "options": [
                {"code": "new", "label": {"zh": "新"}}, {"code": "won", "label": {"zh": "成交"}, "end": "won"},
                {"code": "lost", "label": {"zh": "流失"}, "end": "lost"}]},
              {"code": "note", "type": "text", "label": {"zh": "备注"}},
              {"code": "worth", "type": "money", "label": {"zh": "价值"}, "min": 0},
              {"code": "vip", "type": "boolean", "label": {"zh": "重点"}},
              {"code": "mail", "type": "email", "label": {"zh": "邮箱"}},
              {"code": "tags", "type": "multi_select", "label": {"zh": "标签"}, "options": [
                {"code": "hot", "label": {"zh": "热"}}, {"code": "cold", "label": {"zh": "冷"}}]},
              {"code": "until", "type": "datetime", "label": {"zh": "到"}},
              {"code": "double", "type": "formula", "label": {"zh": "两倍"}, "formula": "worth * 2"},
              {"code": "orders_sum", "type": "rollup", "label": {"zh": "累计"},
                "over": "order.customer", "fn": "sum", "of": "amount"}]}""";
    static final String ORDER = """
            {"label": {"zh": "订单"}, "fields": [
              {"code": "title", "type": "text", "label": {"zh": "标题"}, "title": true},
              {"code": "customer", "type": "relation", "label": {"zh": "客户"}, "entity": "customer"},
              {"code": "amount", "type": "money", "label": {"zh": "金额"}},
              {"code": "state", "type": "select", "label": {"zh": "状态"}, "options": [
                {"code": "open", "label": {"zh": "进行"}}, {"code": "closed", "label": {"zh": "完成"}}]}]}""";
    static final String TASK = """
            {"label": {"zh": "任务"}, "fields": [
              {"code": "title", "type": "text", "label": {"zh": "标题"}, "title": true},
              {"code": "customer", "type": "relation", "label": {"zh": "客户"}, "entity": "customer"},
              {"code": "order", "type": "relation", "label": {"zh": "订单"}, "entity": "order"}]}""";

    /** Another worker may hold what this thread looks for; it does not so each time. */
    private static final int QUIET = 2;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final TestWorkspace workspace = TestServer.newWorkspace();
    private final RuleEngine engine = TestServer.bean(RuleEngine.class);
    private final Database database = TestServer.bean(Database.class);

    RuleWorld() {
        this(true);
    }

    private RuleWorld(boolean furnished) {
        if (furnished) {
            put("entity/customer", CUSTOMER).expect(200);
            put("entity/order", ORDER).expect(200);
            put("entity/task", TASK).expect(200);
            publish();
        }
    }

    /** With nothing in it, for what a template brings. */
    static RuleWorld empty() {
        return new RuleWorld(false);
    }

    Client admin() {
        return workspace.admin();
    }

    Answer put(String key, String document) {
        return admin().put("/api/v1/definitions/" + key, document);
    }

    void publish() {
        admin().post("/api/v1/publish", "{}").expect(200);
    }

    /** A rule over {@code entity}; {@code rest} has single quotes for double ones and ` for a quoted quote. */
    static String document(String entity, String rest) {
        return "{\"label\": {\"zh\": \"规则\"}, \"entity\": \"" + entity + "\", "
                + rest.replace('\'', '"').replace("`", "\\\"") + "}";
    }

    Answer draft(String code, String entity, String rest) {
        return put("rule/" + code, document(entity, rest));
    }

    void rule(String code, String entity, String rest) {
        draft(code, entity, rest).expect(200);
        publish();
    }

    String create(String entity, Map<String, ?> values) {
        return admin().post("/api/v1/records/" + entity, values)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    List<String> createAll(String entity, List<? extends Map<String, ?>> items) {
        List<String> ids = new ArrayList<>();
        admin().post("/api/v1/records/" + entity, Map.of("items", items))
                .expect(201)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    JsonNode record(String entity, String id) {
        return admin().get("/api/v1/records/" + entity + "/" + id).expect(200).json();
    }

    /** As somebody who does not mind what a rule did meanwhile. */
    void change(String entity, String id, Map<String, ?> values) {
        admin().with("If-Match", "*")
                .patch("/api/v1/records/" + entity + "/" + id, values)
                .expect(200);
    }

    List<JsonNode> all(String entity) {
        List<JsonNode> all = new ArrayList<>();
        admin().get("/api/v1/records/" + entity + "?limit=500&sort=created_at")
                .expect(200)
                .json()
                .path("items")
                .forEach(all::add);
        return all;
    }

    /** Until all that has committed was read for rules and nothing is due any more, by this thread or by the server's own. */
    void settle() {
        long patience = System.nanoTime() + 60_000_000_000L;
        long quiet = -1;
        int times = 0;
        while (times < QUIET) {
            RuleSteps.waitForWorkers(workspace.workspace());
            long horizon = database.read(
                    ctx -> ctx.select(Transactions.horizon()).fetchSingle().value1());
            long written = lastWritten();
            int done = engine.read(workspace.workspace()) + engine.run(workspace.workspace());
            // What others did meanwhile is seen by their runs or, where those are over, by what they wrote.
            boolean rests = horizon > written && done == 0 && idle() && lastWritten() == written;
            times = rests && written == quiet ? times + 1 : 0;
            quiet = rests ? written : -1;
            assertThat(System.nanoTime()).as("rules settle").isLessThan(patience);
        }
    }

    /** Works at some runs that are due at {@code now}, as a node does that has just started; how many. */
    int work(Instant now) {
        RuleSteps.waitForWorkers(workspace.workspace());
        Moment moment = engine.moment(workspace.workspace());
        RuleRunner node = TestServer.context().getAutowireCapableBeanFactory().createBean(RuleRunner.class);
        return database.write(ctx -> node.work(new Moment(ctx, moment.caller(), moment.grants(), moment.book(), now)));
    }

    /** The number of the last transaction that changed a record; steps of rules change some after whoever asked for them. */
    private long lastWritten() {
        Field<Long> last = DSL.coalesce(DSL.max(DSL.field(DSL.name("tx"), Long.class)), 0L);
        return database.read(ctx -> ctx.select(last)
                .from(workspace.workspace().schema().table("change"))
                .fetchSingle()
                .value1());
    }

    /** Whether nobody else holds the reader or a run that is due. */
    private boolean idle() {
        return runs().stream()
                .noneMatch(run -> run.path("state").asString().equals("running")
                        || (run.path("state").asString().equals("waiting")
                                && run.path("due").asString().equals("now")));
    }

    /** All runs, oldest first: rule, state, due ({@code now} or {@code later}), message, log, cycle. */
    List<JsonNode> runs() {
        return database.read(ctx -> ctx.select(
                                RunRows.ID,
                                RunRows.RULE,
                                RunRows.STATE,
                                RunRows.DUE,
                                RunRows.TRIES,
                                RunRows.RECORDS,
                                RunRows.MESSAGE,
                                RunRows.LOG,
                                RunRows.CYCLE)
                        .from(workspace.workspace().schema().table("rule_run"))
                        .orderBy(RunRows.ID)
                        .fetch())
                .map(row -> {
                    ObjectNode run = JSON.createObjectNode();
                    run.put("id", row.value1().toString())
                            .put("rule", row.value2())
                            .put("state", row.value3());
                    boolean later = row.value4().toInstant().isAfter(Instant.now());
                    run.put("due", later ? "later" : "now").put("tries", row.value5());
                    run.put("records", row.value6().length);
                    run.put(
                            "message",
                            row.value7() == null
                                    ? ""
                                    : JSON.readTree(row.value7().data())
                                            .path("zh")
                                            .asString());
                    run.set("log", JSON.readTree(row.value8().data()));
                    run.set(
                            "cycle",
                            row.value9() == null
                                    ? JSON.createArrayNode()
                                    : JSON.readTree(row.value9().data()));
                    return (JsonNode) run;
                });
    }

    List<JsonNode> runs(String rule) {
        return runs().stream()
                .filter(run -> run.path("rule").asString().equals(rule))
                .toList();
    }

    /** Three members of a new group, and its id. */
    Group group(int members) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            ids.add(workspace.newMember("销售" + i).id().toString());
        }
        String id = admin().post("/api/v1/groups", Map.of("name", "组" + UUID.randomUUID(), "members", ids))
                .expect(201)
                .json()
                .path("id")
                .asString();
        return new Group(id, ids);
    }

    record Group(String id, List<String> members) {}

    Map<String, Integer> byOwner(String entity) {
        Map<String, Integer> counts = new HashMap<>();
        all(entity).forEach(record -> counts.merge(record.path("owner").asString(""), 1, Integer::sum));
        return counts;
    }
}
