package io.zhike.print;

import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A template and a record with a secret text, for the test that nobody else prints them. */
@Component
class PrintIsolationFixture implements IsolationFixture {
    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        workspace.admin().put("/api/v1/definitions/entity/printed", """
                        {"label": {"zh": "印件"}, "fields": [{"code": "name", "type": "text", "label": {"zh": "名称"}}]}
                        """).expect(200);
        String template =
                "{\"label\": {\"zh\": \"" + mark + "\"}, \"entity\": \"printed\", \"body\": {\"type\": \"doc\","
                        + " \"content\": [{\"type\": \"paragraph\", \"content\": [{\"type\": \"field\", \"attrs\": {\"path\": \"name\"}}]}]}}";
        workspace
                .admin()
                .put("/api/v1/definitions/print_template/secret_card", template)
                .expect(200);
        workspace.admin().post("/api/v1/publish", "{}").expect(200);
        String record = PrintWorld.create(workspace.admin(), "printed", Map.of("name", mark));
        String one = "/api/v1/records/{entity}/{id}/print/{template}";
        return Map.of(
                one + "#entity",
                "printed",
                one + "#id",
                record,
                one + "#template",
                "secret_card",
                "/api/v1/prints/{template}#template",
                "secret_card",
                "POST /api/v1/print-templates/preview",
                "{\"template\": "
                        + template.replace("{\"label\"", "{\"code\": \"tried\", \"label\"")
                                .replace(mark, "x") + ", \"record\": \"" + record + "\"}");
    }
}
