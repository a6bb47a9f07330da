package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestWorkspace;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PersonalViewApiTest {
    private static final String PERSONAL = "/api/v1/views/personal";

    private final ViewWorld world = new ViewWorld();
    private final Client clerk = world.clerk.client();

    @Test
    void keepsAViewForItsOwnerOnly() {
        String code = create(clerk, "\"type\": \"board\", \"by\": \"stage\"");
        TestWorkspace.Person colleague = world.workspace.newMember("同事");

        assertThat(own(clerk)).hasSize(1);
        assertThat(own(clerk).get(0).path("personal").booleanValue()).isTrue();
        for (Client other : java.util.List.of(world.admin(), colleague.client())) {
            assertThat(own(other)).isEmpty();
            other.put(PERSONAL + "/" + code, ViewWorld.view("")).expect(404);
            other.delete(PERSONAL + "/" + code).expect(404);
        }
        assertThat(ViewWorld.views(world.admin())).isEmpty();
        assertThat(own(clerk)).hasSize(1);
    }

    @Test
    void refusesWhatAPublishedViewWouldBeRefusedFor() {
        Answer refused = clerk.post(PERSONAL, ViewWorld.view("\"type\": \"board\", \"columns\": [\"nobody\"]"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("view-refused");
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(issue -> issue.path("path").asString()))
                .containsExactlyInAnyOrder("by", "columns[0]");
        assertThat(clerk.post(PERSONAL, ViewWorld.view("\"type\": \"pie\"")).status())
                .isEqualTo(400);
        assertThat(clerk.post(PERSONAL, "{\"label\": {\"zh\": \"x\"}, \"entity\": \"nothing\"}")
                        .status())
                .isEqualTo(400);
        assertThat(own(clerk)).isEmpty();
    }

    /** The words are those for a field that does not exist, so that nothing is learned of one that does. */
    @Test
    void speaksOfHiddenFieldsAsOfNoFields() {
        Answer hidden = clerk.post(PERSONAL, ViewWorld.view("\"columns\": [\"worth\"], \"where\": \"worth > 5\""));
        Answer missing = clerk.post(PERSONAL, ViewWorld.view("\"columns\": [\"wroth\"]"));

        assertThat(hidden.status()).isEqualTo(400);
        assertThat(message(hidden, "columns[0]"))
                .isEqualTo(message(missing, "columns[0]").replace("wroth", "worth"));
        assertThat(hidden.json()
                        .path("errors")
                        .valueStream()
                        .map(issue -> issue.path("path").asString()))
                .contains("where");
        clerk.post(PERSONAL, "{\"label\": {\"zh\": \"x\"}, \"entity\": \"visit\"}")
                .expect(400);
    }

    @Test
    void leavesOutWhatIsGoneAndSaysSo() {
        create(world.admin(), "\"columns\": [\"name\", \"note\"], \"quick\": [\"note\"]");
        create(world.admin(), "\"type\": \"gantt\", \"from\": \"begins\", \"to\": \"ends\"");
        String without = ViewWorld.CUSTOMER
                .replace(",\n  {\"code\": \"note\", \"type\": \"long_text\", \"label\": {\"zh\": \"备注\"}}", "")
                .replace("  {\"code\": \"ends\", \"type\": \"date\", \"label\": {\"zh\": \"结束\"}},\n", "");
        world.put("entity/customer", without).expect(200);
        world.admin().post("/api/v1/publish?dry=true", "{}").expect(200).json();
        String accepted = "{\"accept\": [" + steps() + "]}";
        world.admin().post("/api/v1/publish", accepted).expect(200);

        JsonNode list = own(world.admin()).get(0);
        JsonNode gantt = own(world.admin()).get(1);

        assertThat(list.path("columns").valueStream().map(JsonNode::asString)).containsExactly("name");
        assertThat(list.path("usable").booleanValue()).isTrue();
        assertThat(list.path("leftOut")
                        .valueStream()
                        .map(part -> part.path("path").asString()))
                .containsExactly("columns[1]", "quick[0]");
        assertThat(list.path("leftOut").get(0).path("message").asString()).contains("note");
        assertThat(gantt.path("usable").booleanValue()).isFalse();
    }

    private String steps() {
        return world.admin()
                .post("/api/v1/publish?dry=true", "{}")
                .json()
                .path("steps")
                .valueStream()
                .map(step -> "\"" + step.path("key").asString() + "\"")
                .collect(java.util.stream.Collectors.joining(", "));
    }

    @Test
    void changesAndDeletes() {
        String code = create(clerk, "");

        Answer changed = clerk.put(PERSONAL + "/" + code, ViewWorld.view("\"type\": \"board\", \"by\": \"owner\""))
                .expect(200);

        assertThat(changed.json().path("code").asString()).isEqualTo(code);
        assertThat(own(clerk).get(0).path("by").asString()).isEqualTo("owner");
        clerk.delete(PERSONAL + "/" + code).expect(204);
        clerk.delete(PERSONAL + "/" + code).expect(404);
        clerk.put(PERSONAL + "/" + code, ViewWorld.view("")).expect(404);
        assertThat(own(clerk)).isEmpty();
    }

    @Test
    void makesOneViewOfARequestThatIsSentTwice() {
        Client again = clerk.with("Idempotency-Key", "same");

        String first = again.post(PERSONAL, ViewWorld.view(""))
                .expect(201)
                .json()
                .path("code")
                .asString();
        String second =
                again.post(PERSONAL, ViewWorld.view("")).json().path("code").asString();

        assertThat(second).isEqualTo(first);
        assertThat(own(clerk)).hasSize(1);
    }

    @Test
    void opensWithTheViewThatItsOwnerChose() {
        world.publish("shared", "");
        String mine = create(clerk, "");
        String usual = "/api/v1/views/usual";

        clerk.put(usual + "/customer", "{\"view\": \"" + mine + "\"}").expect(204);
        world.admin().put(usual + "/customer", "{\"view\": \"shared\"}").expect(204);

        assertThat(first(clerk, usual)).isEqualTo(mine);
        assertThat(first(world.admin(), usual)).isEqualTo("shared");
        world.admin().put(usual + "/customer", "{\"view\": \"" + mine + "\"}").expect(404);
        clerk.put(usual + "/visit", "{\"view\": null}").expect(404);
        clerk.put(usual + "/customer", "{\"view\": \"nobody\"}").expect(404);
        clerk.put(usual + "/customer", "{\"view\": \"shared\"}").expect(204);
        assertThat(first(clerk, usual)).isEqualTo("shared");
        clerk.put(usual + "/customer", "{\"view\": null}").expect(204);
        assertThat(clerk.get(usual).json().path("items")).isEmpty();
    }

    @Test
    void noLongerOpensWithAViewThatWasDeleted() {
        String mine = create(clerk, "");
        clerk.put("/api/v1/views/usual/customer", "{\"view\": \"" + mine + "\"}")
                .expect(204);

        clerk.delete(PERSONAL + "/" + mine).expect(204);

        assertThat(clerk.get("/api/v1/views/usual").json().path("items")).isEmpty();
    }

    @Test
    void tellsAtAFirstVisitThatThereWasNoneBefore() {
        Answer first = clerk.post("/api/v1/views/visits/customer", "{}").expect(200);

        assertThat(first.json().path("since").isNull()).isTrue();
        clerk.post("/api/v1/views/visits/visit", "{}").expect(404);
        clerk.post("/api/v1/views/visits/nothing", "{}").expect(404);
    }

    private static String first(Client client, String path) {
        return client.get(path)
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("view")
                .asString();
    }

    private static String message(Answer answer, String path) {
        return answer.json()
                .path("errors")
                .valueStream()
                .filter(issue -> issue.path("path").asString().equals(path))
                .findFirst()
                .orElseThrow()
                .path("message")
                .asString();
    }

    private static String create(Client client, String rest) {
        return client.post(PERSONAL, ViewWorld.view(rest))
                .expect(201)
                .json()
                .path("code")
                .asString();
    }

    private static JsonNode own(Client client) {
        return client.get(PERSONAL).expect(200).json().path("items");
    }
}
