package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a screen is told of a field before and beside its value. */
class FileNamesTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Transfers transfers = new Transfers(company.admin());

    @Test
    void filesAreToldByTheirNamesAndFieldsWhetherTheyFillThemselves() {
        transfers.define("lease", """
                {"label": {"zh": "租约"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true, "required": true},
                  {"code": "state", "type": "text", "label": {"zh": "状态"}, "required": true, "default": "\\"新\\""},
                  {"code": "papers", "type": "file", "label": {"zh": "合同"}}]}""");
        transfers.publish();
        String file = transfers
                .send("/api/v1/files", "lease.pdf", new byte[] {1}, Map.of())
                .expect(201)
                .json()
                .path("id")
                .asString();
        company.admin()
                .post("/api/v1/records/lease", Map.of("name", "甲", "papers", List.of(file)))
                .expect(201);
        JsonNode item = company.admin()
                .get("/api/v1/records/lease")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(item.path("labels").path("papers").get(0).asString()).isEqualTo("lease.pdf");
        JsonNode fields =
                company.admin().get("/api/v1/entities/lease").expect(200).json().path("fields");
        assertThat(fields.valueStream()
                        .filter(field -> field.path("defaulted").booleanValue(false))
                        .map(field -> field.path("code").asString()))
                .containsExactly("state");
    }
}
