package io.zhike.workspace;

import static io.zhike.workspace.ToldLog.change;
import static io.zhike.workspace.ToldLog.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.audit.AuditChain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is done to people is told in the log, and administrators alone read it. */
class AuditApiTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final ToldLog told = new ToldLog(company);

    private List<JsonNode> log(String query) {
        return told.read(query);
    }

    private JsonNode last(String action) {
        return told.last(action);
    }

    private void seal() {
        long patience = System.nanoTime() + 60_000_000_000L;
        AuditChain chain = TestServer.bean(AuditChain.class);
        while (chain.state(company.workspace().schema()).waiting() > 0) {
            assertThat(System.nanoTime()).isLessThan(patience);
            chain.seal(company.workspace().schema());
        }
    }

    @Test
    void peopleAreToldOfWithWhatChanged() {
        TestWorkspace.Person li = company.newMember("李娜");
        String department = company.admin()
                .post("/api/v1/departments", Map.of("name", "销售部"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        company.admin()
                .patch("/api/v1/members/" + li.id(), Map.of("name", "李娜娜", "department", department, "admin", true))
                .expect(200);
        JsonNode changed = last("member-changed");
        assertThat(changed.path("sentence").asString())
                .isEqualTo(company.administrator().member().name() + " 修改了成员「李娜娜」");
        assertThat(change(changed, "名称")).isEqualTo("李娜 → 李娜娜");
        assertThat(change(changed, "主部门")).isEqualTo("- → 销售部");
        assertThat(changed.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(changed.path("origin").asString()).isEqualTo("session");
        assertThat(last("admin-granted").path("title").asString()).isEqualTo("李娜娜");
        company.admin()
                .patch("/api/v1/members/" + li.id(), Map.of("active", false))
                .expect(200);
        assertThat(last("member-deactivated").path("object").asString())
                .isEqualTo(li.id().toString());
        assertThat(last("department-added").path("title").asString()).isEqualTo("销售部");
    }

    @Test
    void aSignInThatFailsIsToldOfWhereTheAccountIsAMemberAndThePasswordIsNot() {
        TestWorkspace.Person li = company.newMember("李娜");
        for (int i = 0; i < 3; i++) {
            TestServer.stranger()
                    .post("/api/v1/session", Map.of("account", li.account(), "password", "wrong guess"))
                    .expect(401);
        }
        TestServer.stranger()
                .post("/api/v1/session", Map.of("account", "nobody at all", "password", "wrong guess"))
                .expect(401);
        List<JsonNode> failed = log("?action=sign-in-failed");
        assertThat(failed).hasSize(1);
        assertThat(fact(failed.getFirst(), "times")).isEqualTo("3");
        assertThat(failed.getFirst().path("title").asString()).isEqualTo(li.account());
        assertThat(failed.getFirst().path("origin").asString()).isEqualTo("stranger");
        assertThat(log("?text=wrong%20guess")).isEmpty();
    }

    @Test
    void tooManyTriesAreToldOf() {
        TestWorkspace.Person li = company.newMember("李娜");
        for (int i = 0; i < 7; i++) {
            TestServer.stranger().post("/api/v1/session", Map.of("account", li.account(), "password", "wrong guess"));
        }
        assertThat(log("?action=sign-in-throttled")).isNotEmpty();
    }

    @Test
    void signingInAndOutAndPasswordsAreToldOf() {
        TestWorkspace.Person li = company.newMember("李娜");
        li.client()
                .patch(
                        "/api/v1/me",
                        Map.of("password", Map.of("old", TestServer.PASSWORD, "wanted", "another long secret")))
                .expect(200);
        li.client().delete("/api/v1/session").expect(204);
        assertThat(log("?member=" + li.id()))
                .extracting(entry -> entry.path("action").asString())
                .containsExactly("signed-out", "password-changed", "signed-in");
        company.admin()
                .post("/api/v1/members/" + li.id() + "/password", Map.of("password", "a third long secret"))
                .expect(204);
        assertThat(last("password-reset").path("title").asString()).isEqualTo("李娜");
        assertThat(log("?text=long%20secret")).isEmpty();
    }

    @Test
    void keysAreToldOfAndSoIsWhatTheyCall() {
        String key = company.admin()
                .post("/api/v1/keys", Map.of("name", "同步脚本"))
                .expect(201)
                .json()
                .path("key")
                .asString();
        Client script = TestServer.stranger().with("Authorization", "Bearer " + key);
        script.get("/api/v1/members").expect(200);
        script.get("/api/v1/members").expect(200);
        script.get("/api/v1/members/" + company.administrator().id()).expect(200);
        assertThat(last("key-made").path("title").asString()).isEqualTo("同步脚本");
        List<JsonNode> calls = log("?action=key-called");
        assertThat(calls)
                .extracting(call -> fact(call, "call"))
                .containsExactlyInAnyOrder("GET /api/v1/members", "GET /api/v1/members/{id}");
        JsonNode list = calls.stream()
                .filter(call -> fact(call, "call").equals("GET /api/v1/members"))
                .findFirst()
                .orElseThrow();
        assertThat(fact(list, "times")).isEqualTo("2");
        assertThat(fact(list, "rows")).isEqualTo("2");
        assertThat(list.path("via").asString()).startsWith("同步脚本 zk_");
        assertThat(log("?text=" + key)).isEmpty();
    }

    @Test
    void refusalsAndPreviewsAreToldOf() {
        TestWorkspace.Person li = company.newMember("李娜");
        li.client().post("/api/v1/departments", Map.of("name", "x")).expect(403);
        JsonNode refused = last("refused");
        assertThat(refused.path("who").asString()).isEqualTo("李娜");
        assertThat(fact(refused, "call")).isEqualTo("POST /api/v1/departments");
        assertThat(fact(refused, "reason")).isEqualTo("admin-needed");
        Client preview = company.admin().with("Zhike-Preview-Role", "sales");
        preview.get("/api/v1/me").expect(200);
        preview.get("/api/v1/me").expect(200);
        assertThat(log("?action=previewed")).hasSize(1);
        assertThat(last("previewed").path("title").asString()).isEqualTo("sales");
    }

    @Test
    void onlyAdministratorsReadTheLog() {
        TestWorkspace.Person li = company.newMember("李娜");
        for (String path : List.of("", "/actions", "/export", "/state")) {
            li.client().get("/api/v1/audit" + path).expect(403, "admin-needed");
        }
        li.client().post("/api/v1/audit/verify", Map.of()).expect(403, "admin-needed");
        li.client().put("/api/v1/audit/retention", Map.of("keepDays", 200)).expect(403, "admin-needed");
        TestServer.stranger().get("/api/v1/audit").expect(401);
        company.admin().with("Zhike-Preview-Role", "sales").get("/api/v1/audit").expect(403);
    }

    @Test
    void theLogIsReadInPagesAndBySeveralConditions() {
        for (int i = 0; i < 5; i++) {
            company.admin()
                    .post("/api/v1/departments", Map.of("name", "部门" + i))
                    .expect(201);
        }
        List<String> titles = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = company.admin()
                    .get("/api/v1/audit?action=department-added&limit=2" + after)
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> titles.add(item.path("title").asString()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(titles).containsExactly("部门4", "部门3", "部门2", "部门1", "部门0");
        assertThat(log("?kind=department&text=%E9%83%A8%E9%97%A83")).hasSize(1);
        assertThat(log("?kind=department&to=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(log("?kind=department&from=" + Instant.now().minusSeconds(600)))
                .hasSize(5);
        assertThat(log("?action=department-added,signed-in")).hasSizeGreaterThan(5);
        company.admin().get("/api/v1/audit?action=nonsense").expect(400, "unknown-action");
        company.admin()
                .get("/api/v1/audit?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                .expect(400, "bad-period");
        company.admin().get("/api/v1/audit?after=nonsense").expect(400, "cursor-invalid");
        company.admin().get("/api/v1/audit?limit=501").expect(400, "limit-out-of-bounds");
    }

    @Test
    void theLogIsHandedOutAsAFileAndThatIsTold() {
        company.admin().post("/api/v1/departments", Map.of("name", "=1+1")).expect(201);
        Answer csv = company.admin()
                .get("/api/v1/audit/export?action=department-added")
                .expect(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text()).contains("新增部门").contains("'=1+1");
        JsonNode told = last("log-exported");
        assertThat(fact(told, "rows")).isEqualTo("1");
        assertThat(fact(told, "format")).isEqualTo("csv");
        assertThat(company.admin()
                        .get("/api/v1/audit/export?format=xlsx")
                        .expect(200)
                        .text())
                .startsWith("PK");
        company.admin().get("/api/v1/audit/export?format=pdf").expect(400, "bad-format");
    }

    @Test
    void theChainIsSealedAndVerifiedAndItsEndCanBeNoted() {
        seal();
        JsonNode state = company.admin().get("/api/v1/audit/state").expect(200).json();
        assertThat(state.path("sealed").asLong()).isPositive();
        assertThat(state.path("keepDays").asInt()).isEqualTo(1095);
        String end = state.path("end").asString();
        JsonNode holds = company.admin()
                .post("/api/v1/audit/verify", Map.of("end", end))
                .expect(200)
                .json();
        assertThat(holds.path("holds").asBoolean()).isTrue();
        assertThat(holds.path("end").asString()).isEqualTo(end);
        String forged = end.substring(0, end.length() - 1) + (end.endsWith("0") ? "1" : "0");
        JsonNode broken = company.admin()
                .post("/api/v1/audit/verify", Map.of("end", forged))
                .expect(200)
                .json();
        assertThat(broken.path("holds").asBoolean()).isFalse();
        assertThat(broken.path("why").asString()).isEqualTo("not-as-noted");
        company.admin().post("/api/v1/audit/verify", Map.of("end", "x")).expect(400, "bad-noted-end");
    }

    @Test
    void daysKeptAreSetWithinTheLaw() {
        company.admin().put("/api/v1/audit/retention", Map.of("keepDays", 30)).expect(400, "keep-out-of-bounds");
        JsonNode state = company.admin()
                .put("/api/v1/audit/retention", Map.of("keepDays", 400))
                .expect(200)
                .json();
        assertThat(state.path("keepDays").asInt()).isEqualTo(400);
        assertThat(last("retention-changed").path("sentence").asString()).contains("400 天");
    }

    @Test
    void aWriteThatIsRefusedIsNotToldOfAsDone() {
        company.admin().post("/api/v1/departments", Map.of("name", "销售部")).expect(201);
        company.admin().post("/api/v1/departments", Map.of("name", "销售部")).expect(409);
        assertThat(log("?action=department-added")).hasSize(1);
    }
}
