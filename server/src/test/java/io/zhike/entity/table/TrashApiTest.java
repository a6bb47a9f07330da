package io.zhike.entity.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Deleted fields and entities come back with their data, through a draft, or go for good; builders alone decide. */
class TrashApiTest {
    private static final String NAME =
            "{\"code\": \"name\", \"type\": \"text\", \"label\": {\"zh\": \"名称\"}, \"title\": true}";
    private static final String PHONE =
            "{\"code\": \"phone\", \"type\": \"phone\", \"label\": {\"zh\": \"电话\"}, \"help\": {\"zh\": \"手机\"}}";
    private static final String NUMBER = "{\"code\": \"phone\", \"type\": \"number\", \"label\": {\"zh\": \"分机\"}}";

    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();

    @BeforeEach
    void aCustomerWithAPhone() {
        fields(NAME, PHONE);
        admin.post("/api/v1/records/shop", Map.of("name", "甲", "phone", "13800138000"))
                .expect(201);
    }

    private void fields(String... fields) {
        define(fields);
        admin.post("/api/v1/publish", "{}").expect(200);
    }

    private void define(String... fields) {
        admin.put(
                        "/api/v1/definitions/entity/shop",
                        "{\"label\": {\"zh\": \"门店\"}, \"fields\": [" + String.join(", ", fields) + "]}")
                .expect(200);
    }

    private List<JsonNode> trash() {
        return admin.get("/api/v1/trash")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private String only() {
        assertThat(trash()).hasSize(1);
        return trash().getFirst().path("id").asString();
    }

    private JsonNode shop() {
        return admin.get("/api/v1/records/shop")
                .expect(200)
                .json()
                .path("items")
                .path(0);
    }

    @Test
    void listsWhatWasDeletedAndHowMuchItHeld() {
        fields(NAME);
        JsonNode item = trash().getFirst();
        assertThat(item.path("entity").asString()).isEqualTo("shop");
        assertThat(item.path("field").asString()).isEqualTo("phone");
        assertThat(item.path("label").path("zh").asString()).isEqualTo("电话");
        assertThat(item.path("held").asInt()).isEqualTo(1);
        assertThat(item.path("trashedAt").asString()).isNotBlank();
    }

    @Test
    void bringsAFieldBackAsItWasOnceTheDraftIsPublished() {
        fields(NAME);
        String id = only();
        JsonNode draft =
                admin.post("/api/v1/trash/" + id + "/restore", "{}").expect(200).json();
        assertThat(draft.path("code").asString()).isEqualTo("shop");
        assertThat(shop().has("phone")).isFalse();
        JsonNode published = admin.post("/api/v1/publish", "{}").expect(200).json();
        assertThat(published.path("steps").toString()).contains("restore-field");
        assertThat(shop().path("phone").asString()).isEqualTo("+8613800138000");
        assertThat(admin.get("/api/v1/definitions/entity/shop").expect(200).text())
                .contains("手机");
        assertThat(trash()).isEmpty();
        admin.post("/api/v1/trash/" + id + "/restore", "{}").expect(404, "unknown-trash");
    }

    @Test
    void keepsWhatIsDraftedBesideIt() {
        fields(NAME);
        define(NAME, "{\"code\": \"city\", \"type\": \"text\", \"label\": {\"zh\": \"城市\"}}");
        admin.post("/api/v1/trash/" + only() + "/restore", "{}").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        assertThat(shop().has("city")).isTrue();
        assertThat(shop().path("phone").asString()).isNotBlank();
    }

    @Test
    void takesTheFieldThatHadTheKeptDataWhenTheCodeHadSeveralTypes() {
        fields(NAME);
        fields(NAME, NUMBER);
        String first = only();
        admin.post("/api/v1/trash/" + first + "/restore", "{}").expect(409, "trash-in-the-way");
        fields(NAME);
        assertThat(trash()).hasSize(2);
        admin.post("/api/v1/trash/" + first + "/restore", "{}").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        assertThat(shop().path("phone").asString()).isEqualTo("+8613800138000");
    }

    @Test
    void bringsTheLatestOfTheSameShapeFirst() {
        fields(NAME);
        String first = only();
        // Anew beside the kept one: purged data would be gone, so the second field is of the same shape in a new
        // column.
        admin.post("/api/v1/trash/" + first + "/restore", "{}").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        fields(NAME);
        assertThat(only()).isNotEqualTo(first);
        admin.post("/api/v1/trash/" + only() + "/restore", "{}").expect(200);
    }

    @Test
    void bringsAnEntityBackWithItsRecords() {
        admin.delete("/api/v1/definitions/entity/shop").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        JsonNode item = trash().getFirst();
        assertThat(item.path("field").isNull()).isTrue();
        assertThat(item.path("held").asInt()).isEqualTo(1);
        admin.post("/api/v1/trash/" + only() + "/restore", "{}").expect(200);
        admin.post("/api/v1/trash/" + only() + "/restore", "{}").expect(409, "trash-in-the-way");
        admin.post("/api/v1/publish", "{}").expect(200);
        assertThat(shop().path("phone").asString()).isEqualTo("+8613800138000");
        assertThat(trash()).isEmpty();
    }

    @Test
    void aFieldOfADeletedEntityWaitsForTheEntity() {
        fields(NAME);
        String field = only();
        admin.delete("/api/v1/definitions/entity/shop").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        admin.post("/api/v1/trash/" + field + "/restore", "{}").expect(409, "trash-of-gone");
        String entity = trash().stream()
                .filter(item -> item.path("field").isNull())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        admin.post("/api/v1/trash/" + entity + "/restore", "{}").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        admin.post("/api/v1/trash/" + field + "/restore", "{}").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        assertThat(shop().path("phone").asString()).isEqualTo("+8613800138000");
    }

    @Test
    void purgesForGood() {
        fields(NAME);
        admin.delete("/api/v1/trash/" + only()).expect(204);
        assertThat(trash()).isEmpty();
        fields(NAME, PHONE);
        assertThat(shop().path("phone").isNull()).isTrue();
        admin.delete("/api/v1/trash/" + UUID.randomUUID()).expect(404, "unknown-trash");
    }

    @Test
    void isForBuildersAlone() {
        fields(NAME);
        Client member = company.newMember("成员").client();
        String id = only();
        member.get("/api/v1/trash").expect(403, "admin-needed");
        member.post("/api/v1/trash/" + id + "/restore", "{}").expect(403, "admin-needed");
        member.delete("/api/v1/trash/" + id).expect(403, "admin-needed");
        assertThat(trash()).hasSize(1);
    }
}
