package io.zhike.rule.timed;

import io.zhike.rule.Rule;
import io.zhike.store.Database;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A workspace with customers and visits, where a test says what time it is. */
final class TimedWorld {
    private static final String CUSTOMER = """
            {"label": {"zh": "客户"}, "fields": [
              {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
              {"code": "stage", "type": "select", "label": {"zh": "阶段"}, "options": [
                {"code": "lead", "label": {"zh": "线索"}}, {"code": "won", "label": {"zh": "成交"}}]},
              {"code": "born", "type": "date", "label": {"zh": "生日"}},
              {"code": "ends", "type": "date", "label": {"zh": "合同到期"}},
              {"code": "next_at", "type": "datetime", "label": {"zh": "下次跟进"}},
              {"code": "bought", "type": "datetime", "label": {"zh": "最近购买"}},
              {"code": "mail", "type": "email", "label": {"zh": "邮箱"}},
              {"code": "note", "type": "text", "label": {"zh": "备注"}}]}""";
    private static final String DEAL = """
            {"label": {"zh": "商机"}, "fields": [
              {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
              {"code": "stage", "type": "stage", "label": {"zh": "阶段"}, "default": "\\"talk\\"", "options": [
                {"code": "talk", "label": {"zh": "初步沟通"}}, {"code": "quote", "label": {"zh": "方案报价"}},
                {"code": "won", "label": {"zh": "成交"}, "end": "won"}]},
              {"code": "next_at", "type": "datetime", "label": {"zh": "下次跟进"}},
              {"code": "plan", "type": "text", "label": {"zh": "下一步"}}]}""";
    private static final String CALL = """
            {"label": {"zh": "跟进"}, "traits": {"activity": {"record": "deal", "at": "at", "text": "what"}}, "fields": [
              {"code": "what", "type": "text", "label": {"zh": "内容"}, "title": true},
              {"code": "at", "type": "datetime", "label": {"zh": "时间"}},
              {"code": "deal", "type": "relation", "label": {"zh": "商机"}, "entity": "deal"}]}""";
    private static final String VISIT = """
            {"label": {"zh": "拜访"}, "traits": {"activity": {"record": "customer", "at": "at", "text": "what"}}, "fields": [
              {"code": "what", "type": "text", "label": {"zh": "内容"}, "title": true},
              {"code": "at", "type": "datetime", "label": {"zh": "时间"}},
              {"code": "customer", "type": "relation", "label": {"zh": "客户"}, "entity": "customer"}]}""";
    private static final Field<String> RULE = DSL.field(DSL.name("rule"), SQLDataType.CLOB);
    private static final Field<UUID[]> RECORDS = DSL.field(DSL.name("records"), SQLDataType.UUID.array());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final TestWorkspace workspace = TestServer.newWorkspace();
    final TimedRules rules = TestServer.bean(TimedRules.class);
    final Database database = TestServer.bean(Database.class);

    TimedWorld() {
        put("entity/customer", CUSTOMER).expect(200);
        put("entity/visit", VISIT).expect(200);
        put("entity/deal", DEAL).expect(200);
        put("entity/call", CALL).expect(200);
        publish();
    }

    Answer put(String key, String document) {
        return workspace.admin().put("/api/v1/definitions/" + key, document);
    }

    void publish() {
        workspace.admin().post("/api/v1/publish", "{}").expect(200);
    }

    /** A rule that notes its code at customers; {@code when} has single quotes for double ones. */
    void rule(String code, String when) {
        rule(
                code,
                "customer",
                "'when': " + when
                        + ", 'then': [{'code': 's1', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': '`"
                        + code + "`'}]}}]");
    }

    /** A rule over {@code entity}; {@code rest} has single quotes for double ones and ` for a quoted quote. */
    void rule(String code, String entity, String rest) {
        put("rule/" + code, document(entity, rest)).expect(200);
        publish();
    }

    static String document(String entity, String rest) {
        String text = "{'label': {'zh': '规则'}, 'entity': '" + entity + "', " + rest + "}";
        return text.replace('\'', '"').replace("`", "\\\"");
    }

    String customer(Map<String, ?> values) {
        return create("customer", values);
    }

    String create(String entity, Map<String, ?> values) {
        return workspace
                .admin()
                .post("/api/v1/records/" + entity, values)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    void visit(String customer, Instant at) {
        create("visit", Map.of("what", "到访", "at", at.toString(), "customer", customer));
    }

    void call(String deal, Instant at) {
        create("call", Map.of("what", "通话", "at", at.toString(), "deal", deal));
    }

    JsonNode record(String id) {
        return record("customer", id);
    }

    JsonNode record(String entity, String id) {
        return workspace
                .admin()
                .get("/api/v1/records/" + entity + "/" + id)
                .expect(200)
                .json();
    }

    void change(String entity, String id, Map<String, ?> values) {
        workspace
                .admin()
                .with("If-Match", "*")
                .patch("/api/v1/records/" + entity + "/" + id, values)
                .expect(200);
    }

    Instant changed(String id) {
        return changed("customer", id);
    }

    Instant changed(String entity, String id) {
        return Instant.parse(record(entity, id).path("updated_at").asString());
    }

    /** What the notices of somebody say, the newest first. */
    static List<String> told(TestWorkspace.Person person) {
        return titles(person.client(), "/api/v1/notices");
    }

    /** The open to-dos of somebody. */
    static List<String> todos(TestWorkspace.Person person) {
        return titles(person.client(), "/api/v1/todos");
    }

    /** To whom mail goes and what it is about. */
    List<String> mails() {
        return workspace
                .admin()
                .get("/api/v1/messages?channel=mail")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(each ->
                        each.path("to").asString() + ": " + each.path("subject").asString())
                .toList();
    }

    private static List<String> titles(Client client, String path) {
        return client.get(path)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(each -> each.path("title").asString())
                .toList();
    }

    /** Lets so much time go by: all that happened is so much longer ago, values of fields aside but those of activities. */
    void age(Duration by) {
        DayToSecond interval = DayToSecond.valueOf(by);
        Map<String, List<String>> moments = new LinkedHashMap<>();
        for (String entity : List.of("customer", "deal", "visit", "call")) {
            moments.put(entity, List.of("created_at", "updated_at", "deleted_at"));
        }
        database.writing(ctx -> {
            moments.forEach((table, columns) -> columns.forEach(column -> shift(ctx, table, column, interval)));
            shift(ctx, "visit", "at", interval);
            shift(ctx, "call", "at", interval);
            shift(ctx, "change", "at", interval);
            shift(ctx, "rule_pass", "through", interval);
            shift(ctx, "rule_state", "since", interval);
        });
    }

    private void shift(DSLContext ctx, String table, String column, DayToSecond by) {
        Field<Instant> field = DSL.field(DSL.name(column), SQLDataType.INSTANT);
        ctx.update(workspace.workspace().schema().table(table))
                .set(field, field.sub(by))
                .execute();
    }

    /** How often and for whom a rule would have fired. */
    JsonNode replay(String entity, String rest, int months) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("months", months);
        ObjectNode definition = (ObjectNode) JSON.readTree(document(entity, rest));
        body.set("definition", definition.put("kind", "rule").put("code", "tried"));
        return workspace.admin().post("/api/v1/rules/replay", body).expect(200).json();
    }

    /** A pass that takes place at {@code now}, and all that it sets off. */
    void at(Instant now) {
        TimedSteps.at(workspace.workspace(), now);
    }

    TimedRules.Prepared prepared(String rule) {
        return rules.prepared(workspace.workspace(), find(rule)).orElseThrow();
    }

    Rule find(String code) {
        return rules.of(workspace.workspace()).stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** For which records a rule ran, once for each run, in their order. */
    List<String> ran(String rule) {
        return database.read(ctx -> ran(ctx, rule));
    }

    /** As {@link #ran(String)}, as it is in a transaction. */
    List<String> ran(DSLContext ctx, String rule) {
        return ctx.select(RECORDS)
                .from(workspace.workspace().schema().table("rule_run"))
                .where(RULE.eq(rule))
                .orderBy(DSL.field(DSL.name("id")))
                .fetch(row -> String.join(
                        ",",
                        java.util.Arrays.stream(row.value1())
                                .map(UUID::toString)
                                .toList()));
    }
}
