package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Who may build what, asked of every endpoint that builders have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuilderRightsTest {
    private static final String FIELD = "{\"code\": \"%s\", \"type\": \"%s\", \"label\": {\"zh\": \"%s\"}%s}";
    private static final List<String> PEOPLE = List.of("member", "crm", "shop", "all", "admin");
    private static final String SHARING = "{\"app\": \"crm\", \"label\": {\"zh\": \"共享\"}, \"entity\": \"customer\","
            + " \"where\": \"name = \\\"x\\\"\", \"with\": [{\"role\": \"shop\"}], \"level\": \"read\"}";
    /** A status for each of {@link #PEOPLE}. */
    private static final String ADMINISTRATORS = "403 403 403 403 ";

    private static final String BUILDERS = "403 200 200 200 200";
    private static final String OF_CRM = "403 200 403 200 200";
    private static final String OF_SHOP = "403 403 200 200 200";

    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();
    private final TestWorkspace.Person crm = company.newMember("crm");
    private final List<Client> people;

    BuilderRightsTest() {
        put("app/crm", app("crm"));
        put("app/shop", app("shop"));
        put("app/hr", app("hr"));
        put("entity/customer", customer(""));
        put("entity/order", entity("shop", FIELD.formatted("name", "text", "名称", ", \"title\": true")));
        put("role/clerk", role(""));
        put("role/crm", role(", \"build\": [\"crm\"]"));
        put("role/shop", role(", \"build\": [\"shop\"]"));
        put("role/all", role(", \"build\": \"all\""));
        admin.post("/api/v1/publish", "{}").expect(200);
        give(crm, "crm");
        people = List.of(newMember("clerk"), crm.client(), newMember("shop"), newMember("all"), admin);
    }

    private Client newMember(String role) {
        TestWorkspace.Person person = company.newMember(role);
        give(person, role);
        return person.client();
    }

    private void give(TestWorkspace.Person person, String role) {
        admin.put("/api/v1/members/" + person.id() + "/roles", "{\"roles\": [\"" + role + "\"]}")
                .expect(200);
    }

    private static String app(String code) {
        return "{\"app\": \"" + code + "\", \"label\": {\"zh\": \"应用\"}}";
    }

    private static String entity(String app, String fields) {
        return "{\"app\": \"" + app + "\", \"label\": {\"zh\": \"表\"}, \"fields\": [" + fields + "]}";
    }

    private static String customer(String more) {
        return entity(
                "crm",
                FIELD.formatted("name", "text", "名称", ", \"title\": true") + ","
                        + FIELD.formatted("worth", "text", "价值", "") + more);
    }

    private static String role(String more) {
        return "{\"app\": \"crm\", \"label\": {\"zh\": \"角色\"}, \"entities\": {\"customer\": {\"read\": \"own\","
                + " \"create\": true, \"update\": \"own\", \"fields\": {\"*\": \"write\", \"worth\": \"none\"}}}" + more
                + "}";
    }

    private static String over(String app, String entity, String rest) {
        return "{\"app\": \"" + app + "\", \"label\": {\"zh\": \"它\"}, \"entity\": \"" + entity + "\"" + rest + "}";
    }

    private void put(String key, String document) {
        admin.put("/api/v1/definitions/" + key, document).expect(200);
    }

    /** @param statuses for each of {@link #PEOPLE} */
    record Deed(String method, String path, String body, String statuses) {
        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    private static Deed get(String path, String statuses) {
        return new Deed("GET", path, "", statuses);
    }

    private static Deed save(String key, String body, String statuses) {
        return new Deed("PUT", "definitions/" + key, body, statuses);
    }

    private static Deed send(String path, String body, String statuses) {
        return new Deed("POST", path, body, statuses);
    }

    static Stream<Deed> deeds() {
        return Stream.of(
                get("definitions", BUILDERS),
                get("definitions?state=draft", BUILDERS),
                get("definitions?state=trash", BUILDERS),
                get("definitions/entity/order", BUILDERS),
                get("definitions/role/clerk", BUILDERS),
                get("roles", BUILDERS),
                get("schemas/entity", "200 200 200 200 200"),
                get("apps", "200 200 200 200 200"),
                get("templates", "200 200 200 200 200"),
                get("revisions", BUILDERS),
                get("revisions/0/compare/1", BUILDERS),
                get("trash", ADMINISTRATORS + 200),
                get("apps/crm/package", ADMINISTRATORS + 200),
                get("entities/customer?draft=true", BUILDERS),
                get("expressions/names?entity=customer&draft=true", BUILDERS),
                save("entity/order", entity("shop", FIELD.formatted("name", "text", "新名", "")), OF_SHOP),
                save("entity/fresh", entity("crm", FIELD.formatted("name", "text", "新名", "")), OF_CRM),
                save("entity/homeless", "{\"label\": {\"zh\": \"无主\"}, \"fields\": []}", "403 403 403 200 200"),
                save("view/seen", over("crm", "customer", ""), OF_CRM),
                save("view/far", over("crm", "order", ""), OF_CRM),
                save("form/order", over("crm", "order", ", \"layout\": []"), "403 403 403 200 200"),
                save("record_page/order", over("crm", "order", ", \"main\": []"), "403 403 403 200 200"),
                save(
                        "public_form/in",
                        over("crm", "order", ", \"fields\": [{\"field\": \"name\"}]"),
                        "403 403 403 200 200"),
                save(
                        "button/go",
                        over("crm", "order", ", \"open\": {\"url\": \"https://a.example\"}"),
                        "403 403 403 200 200"),
                save(
                        "print_template/paper",
                        over("crm", "order", ", \"body\": {\"type\": \"doc\", \"content\": []}"),
                        "403 403 403 200 200"),
                // Out of an app of others, and into one.
                save("entity/order", entity("crm", FIELD.formatted("name", "text", "抢", "")), "403 403 403 200 200"),
                save(
                        "entity/customer",
                        customer("").replace("\"app\": \"crm\"", "\"app\": \"shop\""),
                        "403 403 403 200 200"),
                save("app/crm", app("crm"), OF_CRM),
                save("app/brandnew", app("brandnew"), ADMINISTRATORS + 200),
                save("role/clerk", role(", \"apps\": [\"crm\"]"), ADMINISTRATORS + 200),
                save("sharing/mine", SHARING, ADMINISTRATORS + 200),
                save("role/mine", role(", \"build\": \"all\""), ADMINISTRATORS + 200),
                new Deed("DELETE", "definitions/entity/fresh", "", "403 204 403 204 204"),
                new Deed("DELETE", "definitions/role/clerk?state=draft", "", ADMINISTRATORS + 204),
                new Deed("DELETE", "definitions/role/shop", "", ADMINISTRATORS + 200),
                new Deed("DELETE", "definitions/app/hr", "", ADMINISTRATORS + 200),
                send("publish?dry=true", "{\"app\": \"crm\", \"only\": []}", OF_CRM),
                send("publish?dry=true", "{\"app\": \"shop\", \"only\": []}", OF_SHOP),
                send("publish?dry=true", "{\"only\": []}", BUILDERS),
                send("publish/release?dry=true", "{\"app\": \"crm\", \"only\": []}", OF_CRM),
                send("revisions/1/restore", "", ADMINISTRATORS + 200),
                send("apps", "{\"label\": \"新应用\"}", ADMINISTRATORS + 201),
                send("apps", "{\"copyOf\": \"crm\", \"label\": \"新应用\"}", ADMINISTRATORS + 201),
                send("apps", "{\"template\": \"nothing\"}", "404 404 404 404 404"),
                new Deed("DELETE", "apps/crm/sample", "", ADMINISTRATORS + 404),
                send("trash/00000000-0000-0000-0000-000000000001/restore", "", ADMINISTRATORS + 404),
                new Deed("DELETE", "trash/00000000-0000-0000-0000-000000000001", "", ADMINISTRATORS + 404),
                get("public-forms/in/draft", BUILDERS),
                send("print-templates/preview", "{\"template\": {}}", "403 400 400 400 400"));
    }

    /** Each does it in turn, and what is saved is thrown away again. */
    @ParameterizedTest
    @MethodSource("deeds")
    void everybodyMayDoWhatIsTheirs(Deed deed) {
        String[] wanted = deed.statuses.split(" ");
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < PEOPLE.size(); i++) {
            String version = "*";
            if (deed.path.equals("public-forms/in/draft")) {
                put("public_form/in", over("crm", "customer", ", \"fields\": [{\"field\": \"name\"}]"));
            }
            if (deed.path.equals("definitions/entity/fresh") && deed.method.equals("DELETE")) {
                version = admin.put("/api/v1/definitions/entity/fresh", entity("crm", ""))
                        .expect(200)
                        .header("ETag");
            }
            if (deed.path.endsWith("role/clerk?state=draft")) {
                put("role/clerk", role(", \"apps\": []"));
            }
            Client client = version.equals("*") ? people.get(i) : people.get(i).with("If-Match", version);
            Answer answer = deed.body.isEmpty() && deed.method.equals("GET")
                    ? client.get("/api/v1/" + deed.path)
                    : client.send(deed.method, "/api/v1/" + deed.path, deed.body.isEmpty() ? null : deed.body);
            found.append(PEOPLE.get(i)).append(' ').append(answer.status()).append(' ');
            if (answer.status() == 403) {
                assertThat(answer.code()).isIn("admin-needed", "not-yours-to-build", "not-your-app");
            }
            discard();
        }
        String expected = Stream.iterate(0, i -> i < wanted.length, i -> i + 1)
                .map(i -> PEOPLE.get(i) + " " + wanted[i] + " ")
                .collect(Collectors.joining());
        assertThat(found.toString()).as(deed.toString()).isEqualTo(expected);
    }

    private void discard() {
        for (JsonNode draft :
                admin.get("/api/v1/definitions?state=draft").expect(200).json().path("items")) {
            String key =
                    draft.path("kind").asString() + "/" + draft.path("code").asString();
            admin.with("If-Match", "\"" + draft.path("version").asLong() + "\"")
                    .delete("/api/v1/definitions/" + key + "?state=draft")
                    .expect(204);
        }
    }

    @Test
    void noEndpointOfBuildersIsForgotten() {
        Set<String> controllers = Set.of("DefinitionsApi", "AppsApi", "PublishApi", "TrashApi");
        Set<String> asked = deeds().map(deed -> deed.method + " " + deed.path.replaceAll("\\?.*", ""))
                .collect(Collectors.toSet());
        Set<String> forgotten = new TreeSet<>();
        TestServer.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> {
                    if (controllers.contains(handler.getBeanType().getSimpleName())) {
                        info.getPatternValues()
                                .forEach(pattern -> info.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method -> forgotten.add(method + " " + pattern)));
                    }
                });
        assertThat(forgotten).hasSizeGreaterThan(15);
        forgotten.removeIf(endpoint -> asked.stream()
                .anyMatch(deed -> deed.matches(endpoint.toUpperCase(Locale.ROOT).substring(0, endpoint.indexOf(' '))
                        + endpoint.substring(endpoint.indexOf(' '))
                                .replace("/api/v1/", "")
                                .replaceAll("\\{[a-z]+}", "[^/]+"))));
        assertThat(forgotten).isEmpty();
    }

    @Test
    void meSaysWhatOneBuilds() {
        assertThat(people.stream()
                        .map(one -> one.get("/api/v1/me")
                                .expect(200)
                                .json()
                                .path("builds")
                                .toString()))
                .containsExactly("[]", "[\"crm\"]", "[\"shop\"]", "\"all\"", "\"all\"");
    }

    @Test
    void aPublishTakesOnlyWhatIsOnesOwnAndSaysWhatIsLeft() {
        Client client = crm.client();
        put("entity/customer", customer("," + FIELD.formatted("city", "text", "城市", "")));
        put("entity/order", entity("shop", FIELD.formatted("name", "text", "改", ", \"title\": true")));
        put("role/secret", role(""));

        JsonNode done = client.post("/api/v1/publish", "{}").expect(200).json();

        assertThat(done.path("left")
                        .valueStream()
                        .map(left -> left.path("kind").asString() + " "
                                + left.path("code").asString("-")))
                .containsExactly("entity order", "role -");
        assertThat(client.get("/api/v1/entities/customer").expect(200).text()).contains("city");
        assertThat(codes(client, "draft")).containsExactly("order");
        assertThat(codes(admin, "draft")).containsExactlyInAnyOrder("order", "secret");
        client.get("/api/v1/definitions/role/secret").expect(404, "unknown-definition");
        assertThat(client.get("/api/v1/definitions").expect(200).text()).doesNotContain("secret");
        client.post("/api/v1/publish", "{\"app\": \"shop\"}").expect(403, "not-your-app");
        assertThat(client.post("/api/v1/publish", "{\"app\": \"crm\", \"also\": [\"entity/order\"]}")
                        .expect(200)
                        .json()
                        .path("left"))
                .hasSize(2);
        assertThat(codes(admin, "draft")).contains("order");
        discard();
    }

    private static List<String> codes(Client client, String state) {
        return client.get("/api/v1/definitions?state=" + state)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("code").asString())
                .toList();
    }

    @Test
    void whatIsHiddenFromABuilderIsNotBroughtOutByAnExpression() {
        Client client = crm.client();
        String taking = "," + FIELD.formatted("copy", "text", "抄", ", \"default\": \"worth\"");
        Answer refused = client.put("/api/v1/definitions/entity/customer", customer(taking))
                .expect(403, "not-yours-to-read");
        assertThat(refused.json().path("errors").path(0).path("code").asString())
                .isEqualTo("hidden-from-builder");
        client.put(
                        "/api/v1/definitions/entity/customer",
                        customer("," + FIELD.formatted("copy", "text", "抄", ", \"default\": \"name\"")))
                .expect(200);
        discard();
        // What an administrator wrote may stay when somebody else goes on.
        String version = admin.put("/api/v1/definitions/entity/customer", customer(taking))
                .expect(200)
                .header("ETag");
        String both = taking + "," + FIELD.formatted("more", "text", "另", "");
        client.with("If-Match", version)
                .put("/api/v1/definitions/entity/customer", customer(both))
                .expect(200);
        discard();
    }

    @Test
    void triesOfDraftsShowABuilderNoOtherRecordsThanTheirs() {
        Client client = crm.client();
        String own = client.post("/api/v1/records/customer", "{\"name\": \"我的\"}")
                .expect(201)
                .json()
                .path("id")
                .asString();
        String other = admin.post("/api/v1/records/customer", "{\"name\": \"别人的\", \"worth\": \"机密\"}")
                .expect(201)
                .json()
                .path("id")
                .asString();
        put("button/spy", over("crm", "customer", ", \"open\": {\"url\": \"https://a.example/{worth}\"}"));
        put("button/call", over("crm", "customer", ", \"open\": {\"url\": \"https://a.example/{name}\"}"));
        String path = "/api/v1/records/customer/";

        client.get(path + other + "/buttons/call?draft=true").expect(404, "record-not-found");
        assertThat(client.get(path + own + "/buttons/call?draft=true")
                        .expect(200)
                        .text())
                .contains("a.example");
        client.get(path + own + "/buttons/spy?draft=true").expect(404, "unknown-button");
        client.post("/api/v1/print-templates/preview", print(other)).expect(404, "nothing-to-print");
        assertThat(client.post("/api/v1/print-templates/preview", print(own))
                        .expect(200)
                        .text())
                .contains("我的")
                .doesNotContain("机密");
        for (String text : Arrays.asList("worth", "name")) {
            String check = "{\"entity\": \"customer\", \"draft\": true, \"text\": \"" + text + "\", \"record\": \"";
            assertThat(client.post("/api/v1/expressions/check", check + other + "\"}")
                            .expect(200)
                            .text())
                    .doesNotContain("机密")
                    .doesNotContain("别人的");
        }
        String figures = "{\"entity\": \"customer\", \"record\": \"" + other
                + "\", \"figures\": [{\"code\": \"a\", \"label\": {\"zh\": \"数\"}, \"value\": \"worth\"}]}";
        assertThat(client.post("/api/v1/record-pages/figures", figures).text()).doesNotContain("机密");
        Client preview = client.with("Zhike-Preview-Role", "all");
        assertThat(preview.get("/api/v1/entities").expect(200).json().path("items"))
                .isEmpty();
        discard();
    }

    private static String print(String record) {
        return "{\"template\": {\"code\": \"paper\", \"label\": {\"zh\": \"单\"}, \"entity\": \"customer\", \"body\":"
                + " {\"type\": \"doc\", \"content\": [{\"type\": \"paragraph\", \"content\": ["
                + "{\"type\": \"field\", \"attrs\": {\"path\": \"name\"}}, {\"type\": \"field\", \"attrs\": {\"path\": \"worth\"}}]}]}},"
                + " \"record\": \"" + record + "\"}";
    }
}
