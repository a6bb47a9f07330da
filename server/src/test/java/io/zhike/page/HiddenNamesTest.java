package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is hidden from somebody is not named to them either, by no endpoint that tells what there is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenNamesTest {
    private static final String HIDDEN = "机密";

    private final ViewWorld world = new ViewWorld();
    private final Client clerk = world.clerk.client();

    HiddenNamesTest() {
        world.put("app/crm", """
                {"app": "crm", "label": {"zh": "客户管理"}, "menu": [{"entity": "customer"}, {"entity": "payroll"},
                 {"view": "rich"}, {"view": "all"}, {"code": "more", "label": {"zh": "更多"}, "items": [{"entity": "payroll"}]},
                 {"url": "/help", "label": {"zh": "帮助"}}]}""").expect(200);
        world.put("app/hr", """
                {"app": "hr", "label": {"zh": "机密应用"}, "menu": [{"entity": "payroll", "label": {"zh": "机密工资"}}]}""").expect(200);
        world.put("app/bare", "{\"app\": \"bare\", \"label\": {\"zh\": \"机密表\"}}")
                .expect(200);
        world.put("entity/payroll", entity("bare", "机密工资表")).expect(200);
        world.put("view/all", ViewWorld.view("\"type\": \"list\"")).expect(200);
        world.put("view/rich", ViewWorld.view("\"where\": \"worth > 5\"").replace("视图", "机密视图"))
                .expect(200);
        for (String kind : List.of("form", "print_template", "public_form", "record_page", "button")) {
            document(kind);
        }
        world.admin().post("/api/v1/publish", "{}").expect(200);
    }

    private static String entity(String app, String label) {
        return "{\"app\": \"" + app + "\", \"label\": {\"zh\": \"" + label
                + "\"}, \"fields\": [{\"code\": \"name\", \"type\": \"text\", \"label\": {\"zh\": \"机密栏\"}, \"title\": true}]}";
    }

    private void document(String kind) {
        String rest = switch (kind) {
            case "form" -> "\"layout\": [{\"field\": \"name\"}]";
            case "print_template" -> "\"body\": {\"type\": \"doc\", \"content\": []}";
            case "public_form" -> "\"fields\": [{\"field\": \"name\"}]";
            case "record_page" -> "\"main\": []";
            default -> "\"open\": {\"url\": \"https://a.example\"}";
        };
        world.put(
                        kind + "/payroll",
                        "{\"app\": \"bare\", \"label\": {\"zh\": \"机密的\"}, \"entity\": \"payroll\", " + rest + "}")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "definitions",
                "definitions?kind=entity",
                "definitions?kind=role",
                "definitions?state=published",
                "definitions?state=draft",
                "definitions?state=trash",
                "definitions/entity/payroll",
                "definitions/entity/customer",
                "definitions/role/clerk",
                "definitions/role/clerk?state=published",
                "definitions/entity/nothing",
                "revisions",
                "revisions/0/compare/1",
                "apps/crm/package"
            })
    void definitionsAreForThoseWhoBuild(String path) {
        String told = clerk.get("/api/v1/" + path).expect(403, "admin-needed").text();
        assertThat(told).doesNotContain(HIDDEN);
        assertThat(world.admin().get("/api/v1/" + path).status()).isNotEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apps",
                "templates",
                "entities",
                "views",
                "views/personal",
                "views/usual",
                "forms",
                "record-pages",
                "buttons",
                "public-forms",
                "print-templates",
                "me/favourites",
                "me/recents",
                "me/home",
                "openapi.json",
                "expressions/names?entity=customer"
            })
    void nothingHiddenIsNamed(String path) {
        assertThat(clerk.get("/api/v1/" + path).expect(200).text())
                .doesNotContain(HIDDEN)
                .doesNotContain("payroll")
                .doesNotContain("worth");
    }

    @Test
    void aMenuLeadsOnlyWhereItsReaderMayGo() {
        assertThat(apps(clerk)).containsExactly("crm: customer all /help");
        assertThat(apps(world.admin()))
                .containsExactly("bare: payroll", "crm: customer payroll rich all (payroll) /help", "hr: payroll");
    }

    static List<String> apps(Client client) {
        return client.get("/api/v1/apps")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(app -> app.path("code").asString() + ": " + String.join(" ", menu(app.path("menu"))))
                .toList();
    }

    private static List<String> menu(JsonNode items) {
        return items.valueStream()
                .map(item -> item.has("items")
                        ? "(" + String.join(" ", menu(item.path("items"))) + ")"
                        : Stream.of("entity", "view", "url")
                                .map(item::path)
                                .filter(JsonNode::isString)
                                .map(JsonNode::stringValue)
                                .findFirst()
                                .orElse("?"))
                .toList();
    }
}
