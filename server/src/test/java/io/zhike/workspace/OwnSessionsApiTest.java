package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everybody sees and ends the sessions of their own account, and of no other. */
class OwnSessionsApiTest {
    private static final String PATH = "/api/v1/me/sessions";

    private final TestWorkspace acme = TestServer.newWorkspace();
    private final TestWorkspace.Person li = acme.newMember("李");

    private Client further() {
        return TestServer.signedIn(acme.workspace(), li.member());
    }

    private static List<JsonNode> items(Client client) {
        List<JsonNode> items = new ArrayList<>();
        client.get(PATH).expect(200).json().path("items").forEach(items::add);
        return items;
    }

    private static String id(Client client) {
        return items(client).stream()
                .filter(item -> item.path("current").asBoolean())
                .map(item -> item.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsWhereOneIsSignedInNewestFirstAndWhichOneAsks() {
        Client phone = further();
        List<JsonNode> seen = items(phone);
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0).path("current").asBoolean()).isTrue();
        assertThat(seen.get(1).path("current").asBoolean()).isFalse();
        JsonNode first = seen.get(0);
        assertThat(first.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(first.path("agent").asString()).isEqualTo("test");
        assertThat(first.path("createdAt").asString())
                .isEqualTo(first.path("seenAt").asString());
        assertThat(first.path("expiresAt").asString()).isNotBlank();
        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder("id", "createdAt", "seenAt", "expiresAt", "address", "agent", "current");
    }

    @Test
    void turnsPages() {
        further();
        further();
        JsonNode page = li.client().get(PATH + "?limit=2").expect(200).json();
        assertThat(page.path("items")).hasSize(2);
        JsonNode rest = li.client()
                .get(PATH + "?limit=2&after=" + page.path("next").asString())
                .expect(200)
                .json();
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(rest.path("items").get(0).path("current").asBoolean()).isTrue();
        li.client().get(PATH + "?after=nonsense").expect(400, "cursor-invalid");
        li.client().get(PATH + "?limit=0").expect(400, "limit-out-of-bounds");
    }

    @Test
    void endsAnotherOneOfOnesOwn() {
        Client lost = further();
        li.client().delete(PATH + "/" + id(lost)).expect(204);
        lost.get("/api/v1/me").expect(401);
        li.client().get("/api/v1/me").expect(200);
        assertThat(items(li.client())).hasSize(1);
    }

    @Test
    void endingTheOneThatAsksSignsOut() {
        Client here = further();
        here.delete(PATH + "/" + id(here)).expect(204);
        here.get(PATH).expect(401);
    }

    @Test
    void neverShowsOrEndsThoseOfAnotherAccountNotEvenToAdministrators() {
        String session = id(li.client());
        acme.admin().delete(PATH + "/" + session).expect(404, "no-such-session");
        acme.newMember("王").client().delete(PATH + "/" + session).expect(404, "no-such-session");
        acme.admin().delete(PATH + "/" + UUID.randomUUID()).expect(404, "no-such-session");
        assertThat(items(acme.admin()))
                .extracting(item -> item.path("id").asString())
                .doesNotContain(session);
        li.client().get("/api/v1/me").expect(200);
    }

    @Test
    void endsAllOthersAtOnceAndKeepsTheOneThatAsks() {
        Client phone = further();
        Client desk = further();
        Client hers = acme.newMember("王").client();
        desk.delete(PATH).expect(204);
        phone.get("/api/v1/me").expect(401);
        li.client().get("/api/v1/me").expect(401);
        assertThat(items(desk)).hasSize(1);
        hers.get("/api/v1/me").expect(200);
        assertThat(ToldLog.sentence(new ToldLog(acme).last("other-sessions-ended")))
                .contains("李");
    }

    @Test
    void endingAllOthersWhereThereAreNoneDoesAndTellsNothing() {
        li.client().delete(PATH).expect(204);
        li.client().get("/api/v1/me").expect(200);
        assertThat(new ToldLog(acme).read("?action=other-sessions-ended")).isEmpty();
    }

    @Test
    void isNothingForKeys() {
        Client key = acme.keyOf(li);
        key.get(PATH).expect(403, "session-needed");
        key.delete(PATH + "/" + id(li.client())).expect(403, "session-needed");
        key.delete(PATH).expect(403, "session-needed");
        li.client().get("/api/v1/me").expect(200);
    }
}
