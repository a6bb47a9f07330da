package io.zhike.page;

import io.zhike.workspace.IsolationFixture;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A form whose name and note are secret, for the isolation test. */
@Component
class FormIsolationFixture implements IsolationFixture {
    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        workspace.admin().put("/api/v1/definitions/entity/laid_out", """
                        {"label": {"zh": "布局"}, "fields": [{"code": "name", "type": "text", "label": {"zh": "名称"}}]}
                        """).expect(200);
        workspace
                .admin()
                .put("/api/v1/definitions/form/laid_out", """
                        {"label": {"zh": "%s"}, "entity": "laid_out",
                         "layout": [{"field": "name"}, {"code": "note", "text": {"zh": "%s"}}]}
                        """.formatted(mark, mark))
                .expect(200);
        workspace.admin().post("/api/v1/publish", "{}").expect(200);
        return Map.of("/api/v1/codes#label", "x");
    }
}
