package io.zhike.page;

import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A public form in the list of its own workspace, for the isolation test; its address is public by intent. */
@Component
class PublicFormIsolationFixture implements IsolationFixture {
    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        workspace.admin().put("/api/v1/definitions/entity/guest", """
                        {"label": {"zh": "来宾"}, "fields": [{"code": "name", "type": "text", "label": {"zh": "姓名"}}]}
                        """).expect(200);
        workspace
                .admin()
                .put("/api/v1/definitions/public_form/guests", """
                        {"label": {"zh": "%s"}, "entity": "guest", "fields": [{"field": "name"}]}
                        """.formatted(mark))
                .expect(200);
        workspace.admin().post("/api/v1/publish", "{}").expect(200);
        String path = "/api/v1/public/forms/{workspace}/{code}";
        return Map.of(
                path + "#workspace",
                "nosuch1",
                path + "#code",
                "guests",
                "/api/v1/public-forms/{code}/draft",
                "guests");
    }
}
