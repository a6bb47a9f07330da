package io.zhike.rule;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Other systems send to a rule's address: a record is made or changed, the rule works for it, once. */
class WebhookRulesTest {
    private static final String FIELDS =
            "'fields': {'name': '/data/name', 'mail': '/data/mail', 'worth': '/data/amount', 'source': '/from', 'tags': '/tags', 'until': '/until'}";
    private static final String THEN =
            "'then': [{'code': 's1', 'do': 'set', 'with': {'values': [{'field': 'note', 'value': '`from ` & name'}]}}]";

    private final RuleWorld world = new RuleWorld();
    private final Client stranger = TestServer.stranger();

    private void hook(String more) {
        world.rule("shop", "customer", "'when': {'webhook': {" + more + FIELDS + "}}, " + THEN);
    }

    private String path() {
        return world.admin()
                .get("/api/v1/rules/shop/hook")
                .expect(200)
                .json()
                .path("path")
                .asString();
    }

    private Answer send(String body) {
        return stranger.post(path(), body);
    }

    private List<JsonNode> deliveries() {
        return world.admin()
                .get("/api/v1/rules/shop/deliveries")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static String code(Answer answer) {
        return answer.json().path("code").asString();
    }

    @Test
    void whatComesMakesARecordAndTheRuleWorksForItOnce() {
        hook("");
        Answer answer = send("""
                {"data": {"name": "甲", "mail": "jia@example.com", "amount": 12.5}, "from": "官网", "tags": ["hot"], "more": {"x": 1}}""").expect(200);
        assertThat(answer.json().path("result").asString()).isEqualTo("created");
        assertThat(answer.json().path("run").asBoolean()).isTrue();
        assertThat(answer.text()).doesNotContain("jia@example.com");
        world.settle();
        JsonNode made = world.all("customer").getFirst();
        assertThat(world.all("customer")).hasSize(1);
        assertThat(made.path("name").asString()).isEqualTo("甲");
        assertThat(made.path("worth").asString()).startsWith("12.5");
        assertThat(made.path("source").asString()).isEqualTo("website");
        assertThat(made.path("note").asString()).isEqualTo("from 甲");
        assertThat(world.runs("shop")).singleElement().satisfies(run -> {
            assertThat(run.path("state").asString()).isEqualTo("done");
            JsonNode told = world.admin()
                    .get("/api/v1/rule-runs/" + run.path("id").asString())
                    .expect(200)
                    .json();
            assertThat(told.path("setOff").path("kind").asString()).isEqualTo("webhook");
            assertThat(told.path("setOff").has("by")).isFalse();
        });
        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.path("result").asString()).isEqualTo("created");
            assertThat(delivery.path("record").path("title").asString()).isEqualTo("甲");
            assertThat(delivery.path("body").asString()).contains("\"more\"");
        });
        JsonNode history = world.admin()
                .get("/api/v1/records/customer/" + made.path("id").asString() + "/history")
                .expect(200)
                .json();
        assertThat(history.toString()).contains("\"webhook\"");
    }

    @Test
    void theRecordThatMatchesIsChangedAndWhatIsNotSentStays() {
        hook("'match': 'mail', ");
        String id = world.create("customer", Map.of("name", "旧", "mail", "a@example.com", "worth", "7"));
        Answer answer = send("{\"data\": {\"name\": \"新\", \"mail\": \" a@example.com \"}}")
                .expect(200);
        assertThat(answer.json().path("result").asString()).isEqualTo("updated");
        world.settle();
        assertThat(world.all("customer")).hasSize(1);
        JsonNode changed = world.record("customer", id);
        assertThat(changed.path("name").asString()).isEqualTo("新");
        assertThat(changed.path("worth").asString()).startsWith("7");
        assertThat(changed.path("note").asString()).isEqualTo("from 新");
        send("{\"data\": {\"name\": null, \"mail\": \"b@example.com\"}}").expect(200);
        assertThat(world.all("customer")).hasSize(2);
    }

    @Test
    void severalThatMatchAndNoneToMatchByAreRefused() {
        hook("'match': 'name', ");
        world.create("customer", Map.of("name", "同名"));
        world.create("customer", Map.of("name", "同名"));
        Answer several = send("{\"data\": {\"name\": \"同名\", \"amount\": 3}}").expect(409);
        assertThat(code(several)).isEqualTo("several-match");
        Answer missing = send("{\"data\": {\"amount\": 3}}").expect(400);
        assertThat(missing.json().path("errors").get(0).path("code").asString()).isEqualTo("match-missing");
        assertThat(world.all("customer"))
                .hasSize(2)
                .allMatch(each -> each.path("worth").isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{\"data\": {\"name\": \"x\", \"amount\": \"viel\"}}; 400; hook-refused; worth",
                "{\"data\": {\"name\": \"x\", \"mail\": \"nobody\"}}; 400; hook-refused; mail",
                "{\"data\": {\"name\": {\"first\": 1}}}; 400; hook-refused; name",
                "{\"from\": \"nowhere\", \"data\": {\"name\": \"x\"}}; 400; hook-refused; source",
                "{\"data\": {\"name\": \"x\", \"amount\": -3}}; 400; hook-refused; worth",
                "{\"nothing\": 1}; 400; nothing-found; ~~",
                "[]; 400; nothing-found; ~~",
                "{\"data\": ; 400; malformed-json; ~~",
                "17; 400; not-an-object; ~~",
                "~~; 400; missing-body; ~~"
            })
    void whatIsWrongIsRefusedWholeSaysWhereAndCanBeReadLater(String body, int status, String code, String field) {
        hook("");
        Answer answer = send(body).expect(status);
        assertThat(code(answer)).as(answer.text()).isEqualTo(code);
        if (!field.isEmpty()) {
            assertThat(answer.json().path("errors").get(0).path("path").asString())
                    .isEqualTo(field);
        }
        world.settle();
        assertThat(world.all("customer")).isEmpty();
        assertThat(world.runs()).isEmpty();
        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.path("result").asString()).isEqualTo("refused");
            assertThat(delivery.path("message").asString()).isNotEmpty();
            assertThat(delivery.path("body").asString().replace(" ", "")).isEqualTo(body.replace(" ", ""));
        });
    }

    @Test
    void whatTheGateRefusesIsRefusedHereAndLeavesNothing() {
        world.rule(
                "guard",
                "customer",
                "'at': 'save', 'when': {'saved': {}}, 'where': 'worth > 100', 'then': [{'code': 's1', 'do': 'refuse', 'with': "
                        + "{'field': 'worth', 'message': '太贵了'}}]");
        hook("");
        Answer answer = send("{\"data\": {\"name\": \"甲\", \"amount\": 500}}").expect(400);
        assertThat(answer.text()).contains("太贵了");
        world.settle();
        assertThat(world.all("customer")).isEmpty();
        assertThat(world.runs("shop")).isEmpty();
        assertThat(deliveries().getFirst().toString()).contains("太贵了");
    }

    @Test
    void whatComesBeforeAnythingIsMappedIsKeptToMapItBy() {
        world.rule("shop", "customer", "'when': {'webhook': {}}, " + THEN);
        assertThat(code(send("{\"data\": {\"name\": \"甲\"}}").expect(409))).isEqualTo("not-mapped");
        assertThat(deliveries().getFirst().path("body").asString()).isEqualTo("{\"data\":{\"name\":\"甲\"}}");
        assertThat(world.all("customer")).isEmpty();
    }

    @Test
    void formsAreTakenToo() {
        world.rule("shop", "customer", "'when': {'webhook': {'fields': {'name': '/name', 'tags': '/tag'}}}, " + THEN);
        stranger.with("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .post(path(), "name=%E7%94%B2+%26&tag=hot&tag=cold")
                .expect(200);
        assertThat(world.all("customer")).singleElement().satisfies(made -> {
            assertThat(made.path("name").asString()).isEqualTo("甲 &");
            assertThat(made.path("tags")).hasSize(2);
        });
        Answer other = stranger.with("Content-Type", "application/xml")
                .post(path(), "<a/>")
                .expect(415);
        assertThat(code(other)).isEqualTo("unsupported-media-type");
    }

    @Test
    void oneThatIsSentAgainUnderItsKeyCountsOnce() {
        hook("");
        String body = "{\"data\": {\"name\": \"甲\"}}";
        Answer first =
                stranger.with("Idempotency-Key", "d-1").post(path(), body).expect(200);
        Answer again =
                stranger.with("Idempotency-Key", "d-1").post(path(), body).expect(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        stranger.with("Idempotency-Key", "d-1")
                .post(path(), "{\"data\": {\"name\": \"乙\"}}")
                .expect(422);
        world.settle();
        assertThat(world.all("customer")).hasSize(1);
        assertThat(world.runs("shop")).hasSize(1);
        stranger.with("Idempotency-Key", "d-2").post(path(), body).expect(200);
        assertThat(world.all("customer")).hasSize(2);
    }

    @Test
    void oneWhoseIdTheRuleNamesCountsOnceThoughItHasNoKey() {
        hook("'id': '/event', ");
        send("{\"event\": 77, \"data\": {\"name\": \"甲\"}, \"sent\": 1}").expect(200);
        send("{\"event\": 77, \"data\": {\"name\": \"甲\"}, \"sent\": 2}").expect(200);
        assertThat(world.all("customer")).hasSize(1);
        send("{\"event\": 78, \"data\": {\"name\": \"甲\"}}").expect(200);
        send("{\"data\": {\"name\": \"甲\"}}").expect(200);
        assertThat(world.all("customer")).hasSize(3);
    }

    @Test
    void oneThatWasRefusedMayComeAgainUnderItsKeyOnceItIsMended() {
        hook("");
        stranger.with("Idempotency-Key", "d-1")
                .post(path(), "{\"data\": {\"amount\": \"x\"}}")
                .expect(400);
        stranger.with("Idempotency-Key", "d-1")
                .post(path(), "{\"data\": {\"name\": \"甲\"}}")
                .expect(200);
        assertThat(world.all("customer")).hasSize(1);
    }

    @Test
    void manyAtOnceWithOneNewValueMakeOneRecord() throws Exception {
        hook("'match': 'mail', ");
        String path = path();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String body = "{\"data\": {\"name\": \"n" + i + "\", \"mail\": \"a@example.com\"}}";
            calls.add(() -> stranger.post(path, body));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                answer.get().expect(200);
            }
        }
        world.settle();
        assertThat(world.all("customer")).hasSize(1);
        assertThat(world.runs("shop")).hasSize(12);
    }

    @Test
    void aConditionThatDoesNotHoldKeepsTheRecordAndLetsTheRuleRest() {
        world.rule("shop", "customer", "'when': {'webhook': {" + FIELDS + "}}, 'where': 'worth > 100', " + THEN);
        assertThat(send("{\"data\": {\"name\": \"小\", \"amount\": 5}}")
                        .expect(200)
                        .json()
                        .path("run")
                        .asBoolean())
                .isFalse();
        send("{\"data\": {\"name\": \"大\", \"amount\": 500}}").expect(200);
        world.settle();
        assertThat(world.all("customer")).hasSize(2);
        assertThat(world.runs("shop")).hasSize(1);
    }

    @Test
    void anAddressThatWasReplacedIsGoneAndTheNewOneWorks() {
        hook("");
        String old = path();
        String fresh = world.admin()
                .post("/api/v1/rules/shop/hook", "{}")
                .expect(200)
                .json()
                .path("path")
                .asString();
        assertThat(fresh).isNotEqualTo(old).isEqualTo(path());
        assertThat(code(stranger.post(old, "{\"data\": {\"name\": \"甲\"}}").expect(404)))
                .isEqualTo("unknown-hook");
        stranger.post(fresh, "{\"data\": {\"name\": \"甲\"}}").expect(200);
        assertThat(world.admin().get("/api/v1/audit?limit=5").expect(200).text())
                .contains("接收地址");
    }

    @Test
    void unknownAddressesForeignPlacesAndGoneRulesAreAllAnsweredAlike() {
        hook("");
        String path = path();
        TestWorkspace other = TestServer.newWorkspace();
        String secret = path.substring(path.lastIndexOf('/') + 1);
        String elsewhere = "/api/v1/hooks/" + other.workspace().schema().name().substring(2) + "/" + secret;
        List<String> texts = new ArrayList<>();
        for (String address : List.of(
                elsewhere,
                "/api/v1/hooks/nowhere/" + secret,
                path.substring(0, path.length() - 1) + "x",
                path + "/more")) {
            Answer answer =
                    stranger.post(address, "{\"data\": {\"name\": \"甲\"}}").expect(404);
            texts.add(answer.text());
        }
        assertThat(texts).noneMatch(text -> text.contains(secret) && text.contains("规则"));
        world.admin().delete("/api/v1/definitions/rule/shop").expect(200);
        world.publish();
        stranger.post(path, "{\"data\": {\"name\": \"甲\"}}").expect(404);
        hook("");
        stranger.post(path, "{\"data\": {\"name\": \"甲\"}}").expect(404);
        assertThat(world.all("customer")).isEmpty();
    }

    @Test
    void aRuleThatIsOffOrRestsTakesNothing() {
        hook("");
        String body = "{\"data\": {\"name\": \"甲\"}}";
        world.admin().post("/api/v1/rules/shop/stop", "{}").expect(204);
        assertThat(code(send(body).expect(409))).isEqualTo("hook-off");
        world.admin().post("/api/v1/rules/shop/start", "{}").expect(204);
        world.admin().post("/api/v1/rules/pause", "{}").expect(204);
        assertThat(code(send(body).expect(503))).isEqualTo("hook-paused");
        world.admin().post("/api/v1/rules/resume", "{}").expect(204);
        send(body).expect(200);
        assertThat(world.all("customer")).hasSize(1);
    }

    @Test
    void tooMuchIsNotTaken() {
        hook("");
        String body = "{\"data\": {\"name\": \"" + "x".repeat(1_100_000) + "\"}}";
        assertThat(code(send(body).expect(413))).isEqualTo("body-too-large");
        assertThat(world.all("customer")).isEmpty();
    }

    @Test
    void tooManyAreToldToWait() {
        try (var strict = TestServer.start(Map.of("zhike.rate.per-hook", 3))) {
            hook("");
            Client at = new Client(TestServer.address(strict));
            int taken = 0;
            Answer answer = at.post(path(), "{\"data\": {\"name\": \"甲\"}}");
            // One more for each twenty seconds that this takes.
            while (answer.status() == 200 && taken < 20) {
                taken++;
                answer = at.post(path(), "{\"data\": {\"name\": \"甲\"}}");
            }
            assertThat(code(answer.expect(429))).isEqualTo("too-many-requests");
            assertThat(answer.header("Retry-After")).isNotBlank();
            assertThat(taken).isBetween(3, 19);
            assertThat(world.all("customer")).hasSize(taken);
        }
    }

    @Test
    void theSigningKeyIsReplacedByAPressAndGoesWithItsRule() {
        hook("");
        String key = signingKey();
        assertThat(key).startsWith("whsec_").isEqualTo(signingKey());
        world.admin().post("/api/v1/rules/shop/signing-key", "{}").expect(200);
        String fresh = signingKey();
        assertThat(fresh).isNotEqualTo(key);
        world.admin().delete("/api/v1/definitions/rule/shop").expect(200);
        world.publish();
        hook("");
        assertThat(signingKey()).isNotEqualTo(fresh);
    }

    private String signingKey() {
        return world.admin()
                .get("/api/v1/rules/shop/signing-key")
                .expect(200)
                .json()
                .path("key")
                .asString();
    }

    @Test
    void onlyTheLastDeliveriesAreKept() {
        hook("");
        for (int i = 0; i < 53; i++) {
            send("{\"data\": {\"name\": \"n" + i + "\"}}").expect(200);
        }
        JsonNode page =
                world.admin().get("/api/v1/rules/shop/deliveries").expect(200).json();
        assertThat(page.path("items")).hasSize(50);
        assertThat(page.path("next").isNull()).as("these are all").isTrue();
        assertThat(deliveries().getFirst().path("record").path("title").asString())
                .isEqualTo("n52");
    }

    @Test
    void whoDoesNotBuildTheRuleLearnsNeitherAddressNorDeliveriesNorKey() {
        hook("");
        Client member = world.workspace.newMember("王芳").client();
        member.get("/api/v1/rules/shop/hook").expect(403);
        member.post("/api/v1/rules/shop/hook", "{}").expect(403);
        member.get("/api/v1/rules/shop/deliveries").expect(403);
        member.get("/api/v1/rules/shop/signing-key").expect(403);
        world.rule("other", "customer", "'when': {'created': {}}, " + THEN);
        assertThat(code(world.admin().get("/api/v1/rules/other/hook").expect(400)))
                .isEqualTo("not-by-webhook");
    }

    @Test
    void aSecretValueIsNotKeptWithTheDeliveries() {
        world.put("entity/person", """
                {"label": {"zh": "人"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "姓名"}, "title": true},
                  {"code": "card", "type": "text", "encrypted": true, "label": {"zh": "证件"}}]}""").expect(200);
        world.rule(
                "shop",
                "person",
                "'when': {'webhook': {'fields': {'name': '/name', 'card': '/ids/0'}}}, 'then': [{'code': 's1', 'do': 'set', 'with': "
                        + "{'values': [{'field': 'name', 'value': 'name & `!`'}]}}]");
        send("{\"name\": \"甲\", \"ids\": [\"310101199001011234\"]}").expect(200);
        send("{\"name\": \"乙\", \"ids\": [\"310101199001011234\"").expect(400);
        assertThat(deliveries().toString()).contains("甲", "***").doesNotContain("310101199001011234");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "'fields': {}; ~~",
                "'fields': {'name': 'data'}; when.webhook.fields.name",
                "'fields': {'name': '/'}; ~~",
                "'fields': {'name': ''}; when.webhook.fields.name",
                "'fields': {'double': '/a'}; when.webhook.fields.double",
                "'fields': {'gone': '/a'}; when.webhook.fields.gone",
                "'match': 'mail', 'fields': {'name': '/a'}; when.webhook.match",
                "'match': 'tags', 'fields': {'tags': '/a'}; when.webhook.match",
                "'id': 'event', 'fields': {'name': '/a'}; when.webhook.id"
            })
    void aMappingThatCannotWorkIsToldBeforeItIsPublished(String webhook, String place) {
        Answer saved = world.draft("r", "customer", "'when': {'webhook': {" + webhook + "}}, " + THEN)
                .expect(200);
        List<String> places = saved.json()
                .path("issues")
                .valueStream()
                .map(issue -> issue.path("path").asString())
                .toList();
        if (place.isEmpty()) {
            assertThat(places).isEmpty();
        } else {
            assertThat(places).as(saved.text()).contains(place);
        }
    }
}
