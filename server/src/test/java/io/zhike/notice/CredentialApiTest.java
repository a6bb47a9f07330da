package io.zhike.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import io.zhike.workspace.ToldLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a credential holds goes in and never out, and belongs to one place. */
class CredentialApiTest {
    private static final String PATH = "/api/v1/credentials";
    private static final String SECRET = "Bearer geheim-4711";

    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();

    private Answer add(@Nullable String name, @Nullable String origin, @Nullable String secret) {
        Map<String, @Nullable String> body = new HashMap<>();
        body.put("name", name);
        body.put("origin", origin);
        body.put("secret", secret);
        return admin.post(PATH, body);
    }

    private JsonNode all() {
        return admin.get(PATH).expect(200).json().path("items");
    }

    private String stored() {
        return TestServer.bean(Database.class)
                .read(ctx -> ctx.select(DSL.field(DSL.name("secret"), String.class))
                        .from(company.workspace().schema().table("call_credential"))
                        .fetchSingle()
                        .value1());
    }

    @Test
    void isKeptSealedAndToldToNobody() {
        Answer made = add(" 金蝶 ", "HTTPS://ERP.example.com:443/api?x=1", SECRET).expect(201);
        assertThat(made.json().path("code").asString()).isEqualTo("jin_die");
        assertThat(made.json().path("name").asString()).isEqualTo("金蝶");
        assertThat(made.json().path("origin").asString()).isEqualTo("https://erp.example.com");
        assertThat(made.text() + admin.get(PATH).text()).doesNotContain("geheim");
        assertThat(stored()).isNotBlank().doesNotContain("geheim");
        JsonNode told = new ToldLog(company).last("credential-added");
        assertThat(told.toString()).contains("金蝶", "https://erp.example.com").doesNotContain("geheim");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, https://a.example.com, x, name",
                "'  ', https://a.example.com, x, name",
                "甲, -, x, origin",
                "甲, ftp://a.example.com, x, origin",
                "甲, https://me:pw@a.example.com, x, origin",
                "甲, a b, x, origin",
                "甲, https://a.example.com, -, secret",
                "甲, https://a.example.com, '', secret",
                "甲, https://a.example.com, 密码, secret",
                "甲, https://a.example.com, 'a\nX-Other: b', secret"
            })
    void whatCannotBeSentIsRefusedAtItsPlace(
            @Nullable String name, @Nullable String origin, @Nullable String secret, String place) {
        Answer refused = add(name, origin, secret).expect(400, "credential-refused");
        assertThat(refused.json().path("errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.path("path").asString()).isEqualTo(place));
        assertThat(all()).isEmpty();
    }

    @Test
    void namesOfOneSoundHaveCodesOfTheirOwnAlsoAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> adding = IntStream.range(0, 8)
                    .<Callable<Answer>>mapToObj(_ -> () -> add("金蝶", "erp.example.com", SECRET))
                    .toList();
            for (Future<Answer> each : threads.invokeAll(adding)) {
                each.get().expect(201);
            }
        }
        assertThat(all().valueStream().map(each -> each.path("code").asString()))
                .hasSize(8)
                .doesNotHaveDuplicates()
                .contains("jin_die", "jin_die_8");
    }

    @Test
    void aSecretThatIsKeptGoesToNoOtherPlace() {
        add("金蝶", "erp.example.com", SECRET).expect(201);
        String before = stored();
        admin.patch(PATH + "/jin_die", Map.of("name", "金蝶云", "origin", "https://erp.example.com/"))
                .expect(200);
        assertThat(stored()).isEqualTo(before);
        admin.patch(PATH + "/jin_die", Map.of("origin", "https://thief.example.com"))
                .expect(400, "credential-refused");
        admin.patch(PATH + "/jin_die", Map.of("origin", "http://erp.example.com"))
                .expect(400, "credential-refused");
        admin.patch(PATH + "/jin_die", Map.of("origin", "https://erp.example.com:8443"))
                .expect(400, "credential-refused");
        assertThat(all().get(0).path("origin").asString()).isEqualTo("https://erp.example.com");
        admin.patch(PATH + "/jin_die", Map.of("origin", "https://new.example.com", "secret", "another"))
                .expect(200);
        assertThat(all().get(0).path("name").asString()).isEqualTo("金蝶云");
        assertThat(all().get(0).path("origin").asString()).isEqualTo("https://new.example.com");
        assertThat(stored()).isNotEqualTo(before);
        assertThat(new ToldLog(company).last("credential-changed").toString())
                .contains("https://erp.example.com", "https://new.example.com")
                .doesNotContain("another");
        admin.patch(PATH + "/nobody", Map.of("name", "x")).expect(404, "no-such-credential");
    }

    @Test
    void oneThatIsUsedIsNotDeletedAndSaysWhere() {
        add("金蝶", "erp.example.com", SECRET).expect(201);
        admin.put("/api/v1/definitions/entity/customer", """
                {"label": {"zh": "客户"}, "fields": [{"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true}]}
                """).expect(200);
        admin.put("/api/v1/definitions/rule/erp", """
                {"label": {"zh": "推给金蝶"}, "entity": "customer", "when": {"created": {}}, "then": [{"code": "s1", "do": "webhook",
                  "with": {"url": "https://erp.example.com/", "headers": [{"name": "Authorization", "credential": "jin_die"}]}}]}
                """).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        assertThat(all().get(0).path("usedBy").toString()).isEqualTo("[\"推给金蝶\"]");
        assertThat(admin.delete(PATH + "/jin_die")
                        .expect(409, "credential-used")
                        .text())
                .contains("推给金蝶");
        admin.delete("/api/v1/definitions/rule/erp").expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        admin.delete(PATH + "/jin_die").expect(204);
        assertThat(all()).isEmpty();
        assertThat(new ToldLog(company).last("credential-removed").toString()).contains("金蝶");
        admin.delete(PATH + "/jin_die").expect(404, "no-such-credential");
    }

    @Test
    void whoBuildsSeesWhichThereAreAndAdministratorsAloneWriteThem() {
        add("金蝶", "erp.example.com", SECRET).expect(201);
        admin.put("/api/v1/definitions/role/builder", "{\"label\": {\"zh\": \"搭建\"}, \"build\": \"all\"}")
                .expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
        TestWorkspace.Person li = company.newMember("李娜");
        li.client().get(PATH).expect(403);
        admin.put("/api/v1/members/" + li.id() + "/roles", "{\"roles\": [\"builder\"]}")
                .expect(200);
        assertThat(li.client().get(PATH).expect(200).text()).contains("jin_die").doesNotContain("geheim");
        li.client()
                .post(PATH, Map.of("name", "a", "origin", "a.example.com", "secret", "x"))
                .expect(403, "admin-needed");
        li.client().patch(PATH + "/jin_die", Map.of("name", "a")).expect(403, "admin-needed");
        li.client().delete(PATH + "/jin_die").expect(403, "admin-needed");
    }
}
