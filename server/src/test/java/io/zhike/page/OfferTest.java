package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What roles say of apps, menus and views decides what is offered, and nothing about records. */
class OfferTest {
    private static final String MENU = """
            {"app": "%s", "label": {"zh": "应用"}, "menu": [{"entity": "customer"}, {"view": "team", "roles": ["boss"]},
             {"url": "/x", "label": {"zh": "链接"}, "roles": ["boss", "clerk"]}, {"code": "g", "label": {"zh": "组"},
             "roles": ["boss"], "items": [{"url": "/y", "label": {"zh": "内"}}]}]}""";

    private final ViewWorld world = new ViewWorld();
    private final Client clerk = world.clerk.client();

    @BeforeEach
    void twoApps() {
        world.put("role/boss", ViewWorld.CLERK).expect(200);
        world.put("app/crm", MENU.formatted("crm")).expect(200);
        world.put("app/other", MENU.formatted("other")).expect(200);
        world.put("view/mine", in("other", "")).expect(200);
        world.put("view/team", in("crm", ", \"roles\": [\"boss\"]")).expect(200);
        publish();
    }

    private static String in(String app, String rest) {
        return ViewWorld.view("\"app\": \"" + app + "\"" + rest);
    }

    private void publish() {
        world.admin().post("/api/v1/publish", "{}").expect(200);
    }

    private void say(String role, String apps) {
        world.put("role/" + role, ViewWorld.CLERK.replaceFirst("\\{", "{" + apps + ", "))
                .expect(200);
        publish();
    }

    private void give(TestWorkspace.Person person, String... roles) {
        world.admin()
                .put(
                        "/api/v1/members/" + person.id() + "/roles",
                        "{\"roles\": [\"" + String.join("\", \"", roles) + "\"]}")
                .expect(200);
    }

    private static List<String> views(Client client) {
        return ViewWorld.views(client).map(view -> view.path("code").asString()).toList();
    }

    @Test
    void menusAndViewsForRolesAreThereForThoseWhoHaveOneOfThem() {
        assertThat(HiddenNamesTest.apps(clerk)).containsExactly("crm: customer /x", "other: customer /x");
        assertThat(views(clerk)).containsExactly("mine");
        assertThat(clerk.get("/api/v1/views").expect(200).text()).doesNotContain("boss");
        clerk.put("/api/v1/views/usual/customer", "{\"view\": \"team\"}").expect(404, "unknown-view");
        give(world.clerk, "boss");
        assertThat(HiddenNamesTest.apps(clerk))
                .containsExactly("crm: customer team /x (/y)", "other: customer team /x (/y)");
        assertThat(views(clerk)).containsExactly("mine", "team");
        assertThat(views(world.admin())).containsExactly("mine", "team");
        assertThat(ViewWorld.view(world.admin(), "team").path("roles").toString())
                .isEqualTo("[\"boss\"]");
    }

    @Test
    void anAppThatIsNotUsedIsNotOfferedAndItsRecordsStay() {
        say("clerk", "\"apps\": [\"crm\"]");
        assertThat(HiddenNamesTest.apps(clerk)).containsExactly("crm: customer /x");
        assertThat(views(clerk)).isEmpty();
        clerk.get("/api/v1/records/customer").expect(200);
        say("clerk", "\"apps\": []");
        assertThat(HiddenNamesTest.apps(clerk)).isEmpty();
        clerk.get("/api/v1/records/customer").expect(200);
    }

    @Test
    void ofSeveralRolesTheMostCountsAndWhoBuildsAnAppUsesIt() {
        say("clerk", "\"apps\": [\"crm\"]");
        say("boss", "\"apps\": [], \"build\": [\"other\"]");
        give(world.clerk, "boss");
        assertThat(HiddenNamesTest.apps(clerk)).hasSize(1).first().asString().startsWith("other:");
        give(world.clerk, "clerk", "boss");
        assertThat(HiddenNamesTest.apps(clerk)).hasSize(2);
        say("boss", "\"build\": []");
        give(world.clerk, "clerk");
        assertThat(HiddenNamesTest.apps(clerk)).hasSize(1);
    }

    @Test
    void aPreviewOffersWhatTheRoleIsOffered() {
        Client preview = world.admin().with("Zhike-Preview-Role", "boss");
        assertThat(views(preview)).containsExactly("mine", "team");
        say("clerk", "\"apps\": [\"crm\"]");
        assertThat(HiddenNamesTest.apps(world.admin().with("Zhike-Preview-Role", "clerk")))
                .containsExactly("crm: customer /x");
    }

    @Test
    void aRoleNamesAppsThatAreThereAndLosesNothingWiderByADeletion() {
        String wrong = ViewWorld.CLERK.replaceFirst("\\{", "{\"apps\": [\"gone\"], \"build\": [\"crm\"], ");
        assertThat(world.put("role/clerk", wrong)
                        .expect(200)
                        .json()
                        .path("issues")
                        .path(0)
                        .path("path")
                        .asString())
                .isEqualTo("apps[0]");
        world.put("role/clerk", ViewWorld.CLERK.replaceFirst("\\{", "{\"apps\": \"crm\", "))
                .expect(400, "invalid-definition");
        say("clerk", "\"apps\": [\"other\"]");
        for (String key : List.of("view/mine", "app/other")) {
            world.admin().delete("/api/v1/definitions/" + key).expect(200);
        }
        world.admin().post("/api/v1/publish/release", "{}").expect(200);
        publish();
        assertThat(HiddenNamesTest.apps(clerk)).isEmpty();
    }

    @Test
    void theLastRoleOfAnItemIsNotTakenOutByItself() {
        world.admin().delete("/api/v1/definitions/role/boss").expect(200);
        world.admin().post("/api/v1/publish/release", "{}").expect(200);
        world.admin().post("/api/v1/publish", "{}").expect(400, "cannot-publish");
        world.put("view/none", in("crm", ", \"roles\": []")).expect(400, "invalid-definition");
    }
}
