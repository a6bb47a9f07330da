package io.zhike.access;

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

class WhyApiTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();
    private final TestWorkspace.Person ann = company.newMember("安");
    private final TestWorkspace.Person bo = company.newMember("博");
    private String ofAnn = "";
    private String ofAdmin = "";

    @BeforeEach
    void fill() {
        define("entity/lead", """
                {"label": {"zh": "线索"}, "fields": [
                 {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                 {"code": "cost", "type": "number", "label": {"zh": "成本"}},
                 {"code": "margin", "type": "formula", "label": {"zh": "毛利"}, "formula": "100 - cost"},
                 {"code": "phone", "type": "phone", "label": {"zh": "电话"}}]}""");
        define("role/clerk", """
                {"label": {"zh": "店员"}, "entities": {"lead": {"create": true, "read": ["own", {"where": "cost > 50"}],
                 "update": "own", "fields": {"*": "write", "cost": "none", "phone": {"see": "reveal", "change": "fill"}}}}}""");
        define("role/barred", """
                {"label": {"zh": "受限"}, "entities": {"lead":
                 {"deny": {"export": true, "fields": {"name": {"see": "masked"}}, "read": {"where": "name = \\"密\\""}}}}}""");
        define("role/other", "{\"label\": {\"zh\": \"别的\"}, \"entities\": {}}");
        define("sharing/cheap", """
                {"label": {"zh": "便宜的"}, "entity": "lead", "where": "cost < 5", "with": [{"role": "clerk"}], "level": "read"}""");
        admin.post("/api/v1/publish", "{}").expect(200);
        roles(ann, "clerk", "other");
        ofAnn = record(ann.client(), "{\"name\": \"安的\"}");
        ofAdmin = record(admin, "{\"name\": \"我的\", \"cost\": \"9\"}");
    }

    private void define(String what, String document) {
        admin.put("/api/v1/definitions/" + what, document).expect(200);
    }

    private void roles(TestWorkspace.Person person, String... roles) {
        admin.put("/api/v1/members/" + person.id() + "/roles", Map.of("roles", roles))
                .expect(200);
    }

    private static String record(Client client, String values) {
        return client.post("/api/v1/records/lead", values)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private String address(TestWorkspace.Person person, String record) {
        return "/api/v1/members/" + person.id() + "/why/lead/" + record;
    }

    private JsonNode why(TestWorkspace.Person person, String record) {
        return admin.get(address(person, record)).expect(200).json();
    }

    /** Each rule as it would be read aloud, ✓ where it holds. */
    private static List<String> words(JsonNode right) {
        return right.path("words")
                .valueStream()
                .map(word -> (word.path("holds").asBoolean() ? "✓ " : "✗ ")
                        + (word.path("denies").asBoolean() ? "deny " : "")
                        + word.path("by").asString() + " "
                        + word.path("code").asString("") + " "
                        + word.path("reach").asString(word.path("condition").asString("")))
                .map(String::strip)
                .toList();
    }

    private static JsonNode field(JsonNode why, String code) {
        return why.path("fields")
                .valueStream()
                .filter(field -> field.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhichRuleOfWhichRoleLetsARecordIn() {
        JsonNode why = why(ann, ofAnn);
        assertThat(why.path("read").path("allowed").asBoolean()).isTrue();
        assertThat(words(why.path("read")))
                .containsExactly("✓ role clerk own", "✗ role clerk cost > 50", "✗ share", "✗ sharing cheap cost < 5");
        assertThat(words(why.path("update"))).containsExactly("✓ role clerk own", "✗ share");
        assertThat(why.path("delete").path("allowed").asBoolean()).isFalse();
        assertThat(words(why.path("delete"))).isEmpty();
    }

    @Test
    void tellsOfRecordsThatTheMemberDoesNotSee() {
        JsonNode why = why(ann, ofAdmin);
        assertThat(why.path("read").path("allowed").asBoolean()).isFalse();
        assertThat(words(why.path("read"))).noneMatch(word -> word.startsWith("✓"));
        assertThat(why.path("update").path("allowed").asBoolean()).isFalse();
        assertThat(why.toString()).doesNotContain("我的").doesNotContain("\"9\"");
    }

    @Test
    void tellsOfSharesByNameAndByRule() {
        admin.post(
                        "/api/v1/records/lead/" + ofAdmin + "/shares",
                        Map.of("kind", "member", "principal", ann.id(), "level", "read"))
                .expect(200);
        assertThat(words(why(ann, ofAdmin).path("read"))).contains("✓ share");
        assertThat(words(why(ann, ofAdmin).path("update"))).contains("✗ share");
        String cheap = record(admin, "{\"name\": \"廉\", \"cost\": \"1\"}");
        assertThat(words(why(ann, cheap).path("read"))).contains("✓ sharing cheap cost < 5");
    }

    @Test
    void tellsWhatIsDeniedAndThatAShareOpensNothingByItself() {
        roles(ann, "clerk", "barred");
        String secret = record(ann.client(), "{\"name\": \"密\"}");
        JsonNode why = why(ann, secret);
        assertThat(why.path("read").path("allowed").asBoolean()).isFalse();
        assertThat(words(why.path("read"))).contains("✓ role clerk own", "✓ deny role barred name = \"密\"");
        assertThat(field(why, "name").path("see").asString()).isEqualTo("masked");
        assertThat(field(why, "name").path("words").toString()).contains("\"denies\":true,\"see\":\"masked\"");
        JsonNode export = why.path("abilities").path(2);
        assertThat(export.path("code").asString()).isEqualTo("export");
        assertThat(export.path("denied").path(0).asString()).isEqualTo("barred");
        assertThat(words(why(bo, secret).path("read"))).isEmpty();
        assertThat(why(bo, secret).path("roles").size()).isZero();
    }

    @Test
    void tellsHowMuchOfEachFieldThereIsAndWhatHidesIt() {
        JsonNode why = why(ann, ofAnn);
        assertThat(field(why, "name").path("see").asString()).isEqualTo("read");
        assertThat(field(why, "name").path("change").asString()).isEqualTo("write");
        assertThat(field(why, "cost").path("see").asString()).isEqualTo("none");
        assertThat(field(why, "cost").path("hiddenBy").size()).isZero();
        assertThat(field(why, "phone").path("see").asString()).isEqualTo("reveal");
        assertThat(field(why, "phone").path("change").asString()).isEqualTo("fill");
        JsonNode margin = field(why, "margin");
        assertThat(margin.path("see").asString()).isEqualTo("none");
        assertThat(margin.path("words").path(0).path("see").asString()).isEqualTo("read");
        assertThat(margin.path("hiddenBy").path(0).path("field").asString()).isEqualTo("cost");
        assertThat(why.path("roles").path(1).path("says").asBoolean()).isFalse();
    }

    @Test
    void tellsThatAnAdministratorMayDoEverything() {
        JsonNode why = why(company.administrator(), ofAnn);
        assertThat(why.path("admin").asBoolean()).isTrue();
        assertThat(why.path("delete").path("allowed").asBoolean()).isTrue();
        assertThat(words(why.path("read"))).isEmpty();
        assertThat(field(why, "cost").path("see").asString()).isEqualTo("read");
    }

    @Test
    void somebodyWhoLeftMayDoNothing() {
        admin.patch("/api/v1/members/" + ann.id(), "{\"active\": false}").expect(200);
        JsonNode why = why(ann, ofAnn);
        assertThat(why.path("member").path("active").asBoolean()).isFalse();
        assertThat(why.path("read").path("allowed").asBoolean()).isFalse();
    }

    @Test
    void isForAdministratorsAlone() {
        ann.client().get(address(ann, ofAnn)).expect(403, "admin-needed");
        admin.with("Zhike-Preview-Role", "clerk").get(address(ann, ofAnn)).expect(403, "admin-needed");
        TestServer.newWorkspace().admin().get(address(ann, ofAnn)).expect(404, "unknown-member");
    }

    @Test
    void refusesWhatIsNotThere() {
        String nowhere = UUID.randomUUID().toString();
        admin.get("/api/v1/members/" + nowhere + "/why/lead/" + ofAnn).expect(404, "unknown-member");
        admin.get(address(ann, nowhere)).expect(404, "no-record-to-explain");
        admin.get("/api/v1/members/" + ann.id() + "/why/nosuch/" + ofAnn).expect(404, "no-record-to-explain");
        admin.delete("/api/v1/records/lead/" + ofAnn).expect(204);
        admin.get(address(ann, ofAnn)).expect(404, "no-record-to-explain");
    }
}
