package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** S24: somebody in sales asks an expert by the starter template alone, with nothing that a customer could not change. */
class CollaborationTest {
    private static final String REQUESTS = "/api/v1/records/collaboration";

    private final RuleWorld world = RuleWorld.empty();
    private final TestWorkspace.Person sales = world.workspace.newMember("李销售");
    private final TestWorkspace.Person expert = world.workspace.newMember("王专家");
    private final TestWorkspace.Person other = world.workspace.newMember("赵专家");
    private String customer = "";
    private String topic = "";

    @BeforeEach
    void install() {
        world.admin().post("/api/v1/apps", "{\"template\": \"starter\"}").expect(201);
        role(sales, "sales");
        role(expert, "expert");
        role(other, "expert");
        topic = world.create("help_topic", Map.of("name", "接口", "expert", expert.id()));
        world.create("help_topic", Map.of("name", "安装", "expert", other.id()));
        customer = make(sales.client(), "/api/v1/records/customer", Map.of("name", "恒泰贸易"));
    }

    private void role(TestWorkspace.Person person, String role) {
        world.admin()
                .put("/api/v1/members/" + person.id() + "/roles", Map.of("roles", List.of(role)))
                .expect(200);
    }

    private static String make(Client client, String path, Map<String, ?> values) {
        return client.post(path, values).expect(201).json().path("id").asString();
    }

    private static JsonNode items(Client client, String path) {
        return client.get(path).expect(200).json().path("items");
    }

    private String ask() {
        String id = make(
                sales.client(),
                REQUESTS,
                Map.of("question", "能和金蝶对接吗", "customer", customer, "topic", topic, "detail", "订单要每天同步"));
        world.settle();
        return id;
    }

    @Test
    void aRequestGoesToTheExpertOfItsTopicWithATodo() {
        String id = ask();

        JsonNode todos = items(expert.client(), "/api/v1/todos");
        assertThat(todos).hasSize(1);
        assertThat(todos.path(0).path("title").asString()).isEqualTo("协作请求：能和金蝶对接吗");
        assertThat(todos.path(0).path("note").asString()).contains("恒泰贸易", "订单要每天同步");
        assertThat(todos.path(0).path("about").path("record").asString()).isEqualTo(id);
        assertThat(world.record("collaboration", id).path("expert").asString())
                .isEqualTo(expert.id().toString());
        assertThat(items(other.client(), "/api/v1/todos")).isEmpty();
    }

    @Test
    void anExpertThatWasChosenIsNotReplaced() {
        make(
                sales.client(),
                REQUESTS,
                Map.of("question", "谁来装", "customer", customer, "topic", topic, "expert", other.id()));
        world.settle();

        assertThat(items(other.client(), "/api/v1/todos")).hasSize(1);
        assertThat(items(expert.client(), "/api/v1/todos")).isEmpty();
    }

    @Test
    void whoAskedIsToldOfTheSolutionWhichAllConcernedFindAgain() {
        String id = ask();
        expert.client()
                .post(REQUESTS + "/" + id + "/comments", Map.of("text", "用哪个版本？"))
                .expect(201);
        sales.client()
                .post(REQUESTS + "/" + id + "/comments", Map.of("text", "云星空"))
                .expect(201);
        expert.client()
                .with("If-Match", "*")
                .patch(REQUESTS + "/" + id, Map.of("solution", "用开放平台的接口，按天拉取"))
                .expect(200);
        world.settle();

        JsonNode told = items(sales.client(), "/api/v1/notices").path(0);
        assertThat(told.path("title").asString()).isEqualTo("已答复：能和金蝶对接吗");
        assertThat(told.path("text").asString()).contains("开放平台");
        assertThat(told.path("about").path("record").asString()).isEqualTo(id);
        assertThat(world.record("collaboration", id).path("state").asString()).isEqualTo("answered");
        assertThat(items(sales.client(), REQUESTS + "/" + id + "/comments")).hasSize(2);
        assertThat(items(other.client(), REQUESTS + "?search=开放平台")).hasSize(1);
    }

    @Test
    void anExpertAnswersOnlyWhatCameToThemAndSeesNoCustomers() {
        String id = ask();

        other.client()
                .with("If-Match", "*")
                .patch(REQUESTS + "/" + id, Map.of("solution", "我来"))
                .expect(403);
        expert.client().get("/api/v1/records/customer/" + customer).expect(404);
    }
}
