package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Public forms over HTTP: what strangers see and send, and what becomes of it. */
class PublicFormApiTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();
    private final Client stranger = TestServer.stranger();

    @BeforeEach
    void define() {
        admin.put("/api/v1/definitions/entity/guest", """
                        {"label": {"zh": "报名"}, "fields": [
                          {"code": "name", "type": "text", "label": {"zh": "姓名"}, "title": true, "required": true},
                          {"code": "phone", "type": "phone", "label": {"zh": "手机"}},
                          {"code": "people", "type": "number", "label": {"zh": "人数"}, "decimals": 0, "max": 5},
                          {"code": "source", "type": "select", "label": {"zh": "来源"}, "options": [
                            {"code": "website", "label": {"zh": "官网"}}, {"code": "fair", "label": {"zh": "展会"}}]},
                          {"code": "campaign", "type": "text", "label": {"zh": "活动"}},
                          {"code": "margin", "type": "money", "label": {"zh": "毛利"}},
                          {"code": "host", "type": "member", "label": {"zh": "接待人"}}]}""").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
    }

    private String form(String more) {
        admin.put("/api/v1/definitions/public_form/signup", """
                        {"label": {"zh": "活动报名"}, "entity": "guest", "thanks": {"zh": "谢谢！"},
                         "fields": [{"field": "name"}, {"field": "phone", "required": true, "label": {"zh": "你的手机"}},
                           {"field": "people"}],
                         "from_link": ["source"], "given": [{"field": "campaign", "value": "周年庆"}]%s}""".formatted(more)).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        return "/api/v1/public" + listed().path("path").asString().replaceFirst("^/f", "/forms");
    }

    private JsonNode listed() {
        return admin.get("/api/v1/public-forms")
                .expect(200)
                .json()
                .path("items")
                .get(0);
    }

    private Answer send(String path, String values, String link) {
        return FilledForm.send(stranger, path, values, link);
    }

    private Answer send(String path, String values, String link, String task, String answer) {
        return FilledForm.send(stranger, path, values, link, task, answer);
    }

    private List<JsonNode> guests() {
        return admin.get("/api/v1/records/guest?sort=created_at")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void strangersSeeWhatIsAskedForAndNoMore() {
        JsonNode form = stranger.get(form("")).expect(200).json();
        assertThat(form.path("state").asString()).isEqualTo("open");
        assertThat(form.path("fields").valueStream().map(f -> f.path("code").asString()))
                .containsExactly("name", "phone", "people");
        assertThat(form.path("fields").get(1).path("label").path("zh").asString())
                .isEqualTo("你的手机");
        assertThat(form.path("fields").get(0).path("required").asBoolean()).isTrue();
        assertThat(form.toString()).doesNotContain("margin", "毛利", "周年庆", "host");
    }

    @Test
    void aSubmissionBecomesARecordThroughTheGate() {
        String path = form("");
        Answer answer = send(
                        path, "'name': ' 张三 ', 'phone': '13812345678', 'people': 2", "'source': 'fair', 'margin': 9")
                .expect(201);
        assertThat(answer.json().path("thanks").path("zh").asString()).isEqualTo("谢谢！");
        JsonNode guest = guests().getFirst();
        assertThat(guest.path("name").asString()).isEqualTo("张三");
        assertThat(guest.path("phone").asString()).isEqualTo("+8613812345678");
        assertThat(guest.path("source").asString()).isEqualTo("fair");
        assertThat(guest.path("campaign").asString()).isEqualTo("周年庆");
        assertThat(guest.path("margin").isNull()).isTrue();
        JsonNode history = admin.get("/api/v1/records/guest/" + guest.path("id").asString() + "/history")
                .expect(200)
                .json();
        assertThat(history.path("items").get(0).path("origin").asString()).isEqualTo("public_form");
        assertThat(listed().path("taken").asLong()).isEqualTo(1);
    }

    @Test
    void whatALinkSaysWronglyIsPassedOver() {
        send(form(""), "'name': '张三', 'phone': '13812345678'", "'source': 'nowhere'")
                .expect(201);
        assertThat(guests().getFirst().path("source").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'phone': '13812345678'                                  | name
            'name': '张三'                                           | phone
            'name': '张三', 'phone': '12'                            | phone
            'name': '张三', 'phone': '13812345678', 'people': 6      | people
            'name': '张三', 'phone': '13812345678', 'margin': 1      | margin
            'name': '张三', 'phone': '13812345678', 'owner': 'x'     | owner
            """)
    void aMistakeIsNamedByItsFieldAndNothingIsKept(String values, String field) {
        String path = form("");
        Answer refused = send(path, values, "").expect(400);
        assertThat(refused.json().path("errors").get(0).path("path").asString()).isEqualTo(field);
        assertThat(guests()).isEmpty();
        assertThat(listed().path("taken").asLong()).isZero();
    }

    @Test
    void aTaskCountsOnceAndHasToBeSolved() {
        String path = form("");
        String values = "'name': '张三', 'phone': '13812345678'";
        String task = stranger.get(path).json().path("task").path("text").asString();
        String answer = RobotTaskTest.solve(task);
        send(path, values, "", task, "x").expect(400);
        send(path, values, "", "", "").expect(400);
        send(path, values, "", task, answer).expect(201);
        assertThat(send(path, values, "", task, answer)
                        .expect(400)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("task-not-solved");
        assertThat(guests()).hasSize(1);
    }

    @Test
    void aRefusedSubmissionLeavesItsTaskGood() {
        String path = form("");
        String task = stranger.get(path).json().path("task").path("text").asString();
        String answer = RobotTaskTest.solve(task);
        send(path, "'name': '张三'", "", task, answer).expect(400);
        send(path, "'name': '张三', 'phone': '13812345678'", "", task, answer).expect(201);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"opens\": \"2999-01-01T00:00\"', early, form-not-open",
        "'\"closes\": \"2001-01-01T00:00:00+08:00\"', closed, form-closed"
    })
    void aFormIsOpenAtItsTimeAlone(String more, String state, String code) {
        String path = form(", " + more);
        assertThat(stranger.get(path).expect(200).json().path("state").asString())
                .isEqualTo(state);
        assertThat(send(path, "'name': '张三', 'phone': '13812345678'", "")
                        .expect(409)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo(code);
    }

    @Test
    void aQuotaIsNeverOverdrawnByManyAtOnce() throws Exception {
        String path = form(", \"quota\": 3");
        List<Callable<Integer>> visitors = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String values = "'name': '客人%d', 'phone': '1381234560%d'".formatted(i, i);
            visitors.add(() -> send(path, values, "").status());
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : threads.invokeAll(visitors)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).isSubsetOf(201, 409, 503);
        assertThat(answers.stream().filter(status -> status == 201).count())
                .isEqualTo(guests().size())
                .isLessThanOrEqualTo(3);
        while (guests().size() < 3) {
            send(path, "'name': '补上', 'phone': '13812345699'", "").expect(201);
        }
        assertThat(stranger.get(path).json().path("state").asString()).isEqualTo("full");
    }

    @Test
    void somebodyKnownIsRecognisedAndTheAnswerDoesNotTell() {
        admin.post("/api/v1/records/guest", Map.of("name", "张三", "phone", "13812345678", "campaign", "去年"))
                .expect(201);
        String path = form(", \"duplicates\": {\"by\": \"phone\", \"known\": \"fill\"}");
        String known = send(path, "'name': '李四', 'phone': '+86 138-1234-5678', 'people': 3", "")
                .expect(201)
                .text();
        assertThat(guests()).hasSize(1);
        assertThat(guests().getFirst().path("name").asString()).isEqualTo("张三");
        assertThat(guests().getFirst().path("campaign").asString()).isEqualTo("去年");
        assertThat(guests().getFirst().path("people").asString()).isEqualTo("3");
        String unknown = send(path, "'name': '王五', 'phone': '13912345678'", "")
                .expect(201)
                .text();
        assertThat(unknown).isEqualTo(known);
        assertThat(guests()).hasSize(2);
    }

    @Test
    void somebodyKnownMayBeLeftAsTheyAre() {
        String path = form(", \"duplicates\": {\"by\": \"phone\", \"known\": \"skip\"}");
        send(path, "'name': '张三', 'phone': '13812345678'", "").expect(201);
        send(path, "'name': '张三', 'phone': '13812345678', 'people': 3", "").expect(201);
        assertThat(guests()).hasSize(1);
        assertThat(guests().getFirst().path("people").isNull()).isTrue();
        assertThat(listed().path("taken").asLong()).isEqualTo(2);
    }

    @Test
    void thereIsNothingAtOtherAddresses() {
        String path = form("");
        stranger.get(path + "x").expect(404);
        stranger.get("/api/v1/public/forms/zzzz1/signup").expect(404);
        stranger.get("/api/v1/public/forms/%27;drop/signup").expect(404);
        String other = form("").replace("signup", "guest");
        stranger.get(other).expect(404);
    }

    @Test
    void strangersAndOtherCompaniesListNothing() {
        form("");
        stranger.get("/api/v1/public-forms").expect(401);
        assertThat(TestServer.newWorkspace()
                        .admin()
                        .get("/api/v1/public-forms")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(company.newMember("店员")
                        .client()
                        .get("/api/v1/public-forms")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "fields": [{"field": "name"}, {"field": "host"}]                        | fields[1].field
            "fields": [{"field": "name"}, {"field": "name"}]                        | fields[1].field
            "fields": [{"field": "phone"}]                                          | fields
            "fields": [{"field": "name"}], "opens": "tomorrow"                      | opens
            "fields": [{"field": "name"}], "duplicates": {"by": "phone", "known": "skip"} | duplicates.by
            "fields": [{"field": "name"}], "from_link": ["owner"]                   | from_link[0]
            "fields": [{"field": "name"}], "given": [{"field": "people", "value": 9}] | given[0].value
            "fields": [{"field": "name"}], "given": [{"field": "created_at", "value": "2026-01-01"}] | given[0].field
            "fields": [{"field": "name"}, {"field": "nosuch"}]                      | fields[1].field
            """)
    void aFormThatCannotWorkIsRefusedWithThePlace(String body, String place) {
        JsonNode draft = admin.put(
                        "/api/v1/definitions/public_form/signup",
                        "{\"label\": {\"zh\": \"活动报名\"}, \"entity\": \"guest\", " + body + "}")
                .expect(200)
                .json();
        assertThat(draft.path("issues").valueStream().map(i -> i.path("path").asString()))
                .contains(place);
        admin.post("/api/v1/publish", "{}").expect(400);
    }

    @Test
    void aUniqueFieldIsAskedForOnlyWhereItRecognisesPeople() {
        admin.put("/api/v1/definitions/entity/guest", """
                        {"label": {"zh": "报名"}, "fields": [
                          {"code": "name", "type": "text", "label": {"zh": "姓名"}, "title": true},
                          {"code": "phone", "type": "phone", "label": {"zh": "手机"}, "unique": true}]}""").expect(200);
        String body = """
                {"label": {"zh": "报名"}, "entity": "guest", "fields": [{"field": "name"}, {"field": "phone"}]%s}""";
        assertThat(admin.put("/api/v1/definitions/public_form/signup", body.formatted(""))
                        .expect(200)
                        .text())
                .contains("unique-tells");
        assertThat(admin.put(
                                "/api/v1/definitions/public_form/signup",
                                body.formatted(", \"duplicates\": {\"by\": \"phone\", \"known\": \"skip\"}"))
                        .expect(200)
                        .text())
                .doesNotContain("unique-tells");
    }
}
