package io.zhike.rule;

import io.zhike.store.Database;
import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A rule with a run whose log is about a secret record, for the isolation test. */
@Component
class RuleIsolationFixture implements IsolationFixture {
    private final RuleEngine engine;
    private final Database database;

    RuleIsolationFixture(RuleEngine engine, Database database) {
        this.engine = engine;
        this.database = database;
    }

    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        workspace.admin().put("/api/v1/definitions/entity/ruled", """
                        {"label": {"zh": "规则表"}, "fields": [{"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                          {"code": "note", "type": "text", "label": {"zh": "备注"}}]}
                        """).expect(200);
        workspace
                .admin()
                .put("/api/v1/definitions/rule/secret_rule", """
                        {"label": {"zh": "%s"}, "entity": "ruled", "when": {"created": {}}, "then": [
                          {"code": "s1", "do": "set", "with": {"values": [{"field": "note", "value": "name"}]}}]}
                        """.formatted(mark))
                .expect(200);
        workspace.admin().put("/api/v1/definitions/rule/secret_hook", """
                        {"label": {"zh": "接收"}, "entity": "ruled", "when": {"webhook": {"fields": {"name": "/name"}}}, "then": [
                          {"code": "s1", "do": "set", "with": {"values": [{"field": "note", "value": "name"}]}}]}
                        """).expect(200);
        workspace.admin().post("/api/v1/publish", "{}").expect(200);
        String hook = workspace
                .admin()
                .get("/api/v1/rules/secret_hook/hook")
                .expect(200)
                .json()
                .path("path")
                .asString();
        workspace.admin().post(hook, Map.of("name", mark)).expect(200);
        String record = workspace
                .admin()
                .post("/api/v1/records/ruled", Map.of("name", mark))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String run = run(workspace);
        String rules = "/api/v1/rules/{code}";
        return Map.ofEntries(
                Map.entry(rules + "/stop#code", "secret_rule"),
                Map.entry(rules + "/start#code", "secret_rule"),
                Map.entry(rules + "/runs#code", "secret_rule"),
                Map.entry(rules + "/due#code", "secret_rule"),
                Map.entry(rules + "/hook#code", "secret_hook"),
                Map.entry(rules + "/deliveries#code", "secret_hook"),
                Map.entry(rules + "/signing-key#code", "secret_rule"),
                Map.entry(rules + "/why/{record}#code", "secret_rule"),
                Map.entry(rules + "/why/{record}#record", record),
                Map.entry("/api/v1/rule-runs/{id}#id", run),
                Map.entry("/api/v1/rule-runs/{id}/repeat#id", run),
                Map.entry("POST /api/v1/rules/try", "{\"definition\": {}, \"record\": \"" + record + "\"}"),
                Map.entry("POST /api/v1/rules/replay", "{\"definition\": {}, \"months\": 1}"));
    }

    private String run(TestWorkspace workspace) {
        long patience = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < patience) {
            engine.read(workspace.workspace());
            var found = database.read(ctx -> ctx.select(RunRows.ID)
                    .from(workspace.workspace().schema().table("rule_run"))
                    .fetch(RunRows.ID));
            if (!found.isEmpty()) {
                return found.getFirst().toString();
            }
        }
        throw new IllegalStateException("the rule did not fire");
    }
}
