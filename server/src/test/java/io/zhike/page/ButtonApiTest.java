package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pressing buttons over HTTP: what is written, as whom, under which refusals. */
class ButtonApiTest {
    private static final String WIN = "'set': {'values': [{'field': 'stage', 'value': '`won`'},"
            + " {'field': 'won_at', 'value': 'NOW()'}, {'field': 'keeper', 'value': 'ME()'},"
            + " {'field': 'why', 'value': 'name & `!`', 'ask': true}]}, 'shown': 'stage <> `won`'";

    private final ButtonWorld world = new ButtonWorld();
    private final Client clerk = world.clerk.client();
    private String customer = "";

    @BeforeEach
    void define() {
        world.publish("win", WIN);
        customer = world.customer(clerk, Map.of("name", "甲"));
    }

    private Answer press(Client client, String id, String code, Object body) {
        return client.post(ButtonWorld.way(id, code), body);
    }

    @Test
    void settingWritesWhatIsWorkedOutAndWhatWasAskedAsTheCaller() {
        JsonNode done = press(clerk, customer, "win", Map.of("values", Map.of("why", "价格合适")))
                .expect(200)
                .json();
        JsonNode now = world.read(customer);
        assertThat(now.path("stage").asString()).isEqualTo("won");
        assertThat(now.path("why").asString()).isEqualTo("价格合适");
        assertThat(now.path("won_at").isNull()).isFalse();
        assertThat(now.path("keeper").asString()).isEqualTo(world.clerk.id().toString());
        assertThat(now.path("version")).isEqualTo(done.path("version"));
        JsonNode change = world.newest(customer);
        assertThat(change.path("by").path("name").asString()).isEqualTo("文员");
        assertThat(change.path("because").path("kind").asString()).isEqualTo("button");
        assertThat(change.path("because").path("code").asString()).isEqualTo("win");
        assertThat(change.path("because").path("label").path("zh").asString()).isEqualTo("按钮");
        clerk.post("/api/v1/batches/" + done.path("batch").asString() + "/undo", "{}")
                .expect(200);
        assertThat(world.read(customer).path("stage").asString()).isEqualTo("new");
    }

    @Test
    void whatIsNotAnsweredIsAsItWasProposed() {
        press(clerk, customer, "win", "{}").expect(200);
        assertThat(world.read(customer).path("why").asString()).isEqualTo("甲!");
    }

    @Test
    void aPreviewSaysWhatWouldBeSetAndChangesNothing() {
        JsonNode preview =
                clerk.get(ButtonWorld.way(customer, "win")).expect(200).json();
        assertThat(preview.path("shown").asBoolean()).isTrue();
        assertThat(preview.path("values").path("stage").asString()).isEqualTo("won");
        assertThat(preview.path("values").path("why").asString()).isEqualTo("甲!");
        assertThat(preview.path("labels").path("keeper").asString()).isEqualTo("文员");
        assertThat(world.read(customer).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aButtonThatIsNotThereForTheRecordIsRefusedAndSaysWhy() {
        press(clerk, customer, "win", "{}").expect(200);
        JsonNode refused = press(clerk, customer, "win", "{}").expect(409).json();
        assertThat(refused.path("code").asString()).isEqualTo("button-hidden");
        assertThat(refused.path("detail").asString()).contains("阶段").contains("成交");
        assertThat(clerk.get(ButtonWorld.way(customer, "win"))
                        .expect(200)
                        .json()
                        .path("shown")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aConditionThatIsBlankDoesNotHold() {
        world.publish("rich", "'set': {'values': [{'field': 'why', 'value': '`x`'}]}, 'shown': 'won_at < NOW()'");
        press(clerk, customer, "rich", "{}").expect(409);
    }

    @Test
    void whoSawAnotherVersionIsToldOfTheConflict() {
        world.admin()
                .patch("/api/v1/records/customer/" + customer, Map.of("why", "改过"))
                .expect(200);
        JsonNode refused = clerk.with("If-Match", "1")
                .post(ButtonWorld.way(customer, "win"), "{}")
                .expect(409)
                .json();
        assertThat(refused.path("code").asString()).isEqualTo("version-conflict");
        clerk.with("If-Match", "2").post(ButtonWorld.way(customer, "win"), "{}").expect(200);
    }

    @Test
    void thePressThatIsSentAgainHasItsEffectOnce() {
        world.publish(
                "order",
                "'create': {'entity': 'order', 'back': 'customer', 'at_once': true,"
                        + " 'values': [{'field': 'title', 'value': 'name & ` 的订单`'}]}");
        Client again = clerk.with("Idempotency-Key", "press-1");
        String first = press(again, customer, "order", "{}").expect(200).text();
        assertThat(press(again, customer, "order", "{}").expect(200).text()).isEqualTo(first);
        JsonNode orders = clerk.get("/api/v1/records/order").expect(200).json().path("items");
        assertThat(orders).hasSize(1);
        assertThat(orders.get(0).path("title").asString()).isEqualTo("甲 的订单");
        assertThat(orders.get(0).path("customer").asString()).isEqualTo(customer);
        assertThat(world.read(customer).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsAskedForAndRequiredKeepsItFromBeingDone() {
        world.publish(
                "lose",
                "'set': {'values': [{'field': 'stage', 'value': '`lost`'}, {'field': 'why', 'ask': true, 'required': true}]}");
        JsonNode refused = press(clerk, customer, "lose", "{}").expect(400).json();
        assertThat(refused.path("errors").get(0).path("path").asString()).isEqualTo("why");
        assertThat(refused.path("errors").get(0).path("code").asString()).isEqualTo("value-required");
        assertThat(world.read(customer).path("version").asInt()).isEqualTo(1);
        press(clerk, customer, "lose", Map.of("values", Map.of("why", "太贵"))).expect(200);
    }

    @Test
    void theLogicOfTheFormHoldsAndWhatItAsksForCanBeGiven() {
        world.publish("lose", "'set': {'values': [{'field': 'stage', 'value': '`lost`'}]}");
        JsonNode refused = press(clerk, customer, "lose", "{}").expect(400).json();
        assertThat(refused.path("errors").get(0).path("code").asString()).isEqualTo("value-required");
        press(clerk, customer, "lose", Map.of("values", Map.of("why", "太贵"))).expect(200);
        assertThat(world.read(customer).path("why").asString()).isEqualTo("太贵");
    }

    @Test
    void whatTheButtonFillsInNobodyGives() {
        JsonNode refused = press(clerk, customer, "win", Map.of("values", Map.of("stage", "lost")))
                .expect(400)
                .json();
        assertThat(refused.path("errors").get(0).path("code").asString()).isEqualTo("value-fixed");
        press(clerk, customer, "win", Map.of("values", Map.of("worth", "5"))).expect(400);
        press(clerk, customer, "win", Map.of("values", Map.of("score", "5"))).expect(400);
    }

    @Test
    void aValueThatNobodyCouldTypeIsRefused() {
        world.publish("rate", "'set': {'values': [{'field': 'score', 'value': '11'}]}");
        JsonNode refused =
                press(world.admin(), customer, "rate", "{}").expect(400).json();
        assertThat(refused.path("errors").get(0).path("path").asString()).isEqualTo("score");
    }

    @Test
    void onlyThoseUseAButtonWhoMayDoAllThatItDoes() {
        world.publish("rate", "'set': {'values': [{'field': 'score', 'value': '1'}]}");
        assertThat(ButtonWorld.seen(clerk)).containsExactly("win");
        assertThat(ButtonWorld.seen(world.reader.client())).isEmpty();
        assertThat(ButtonWorld.seen(world.admin())).containsExactlyInAnyOrder("win", "rate");
        press(clerk, customer, "rate", "{}").expect(404);
        press(world.reader.client(), customer, "win", "{}").expect(404);
    }

    @Test
    void theRecordsRightsHoldForEachRecord() {
        String other = world.customer(world.admin(), Map.of("name", "乙"));
        assertThat(press(clerk, other, "win", "{}")
                        .expect(403)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("record-forbidden");
        press(clerk, UUID.randomUUID().toString(), "win", "{}").expect(404);
        clerk.delete("/api/v1/records/customer/" + customer);
        world.admin().delete("/api/v1/records/customer/" + customer);
        press(clerk, customer, "win", "{}").expect(404);
        clerk.get(ButtonWorld.way(customer, "win")).expect(404);
    }

    @Test
    void aButtonBelongsToItsEntityAlone() {
        String order = clerk.post("/api/v1/records/order", Map.of("title", "x"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        clerk.post("/api/v1/records/order/" + order + "/buttons/win", "{}").expect(404);
    }

    @Test
    void whatOnlyOpensOrCallsHasNothingToRun() {
        world.publish("call", "'call': {'field': 'phone'}");
        assertThat(press(clerk, customer, "call", "{}")
                        .expect(400)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("nothing-to-run");
    }

    @Test
    void severalRecordsAreDoneTogetherAndThoseItIsNotThereForAreLeft() {
        String second = world.customer(clerk, Map.of("name", "乙"));
        String won = world.customer(clerk, Map.of("name", "丙", "stage", "won"));
        JsonNode done = clerk.post(
                        "/api/v1/records/customer/buttons/win", Map.of("ids", List.of(customer, second, won)))
                .expect(200)
                .json();
        assertThat(done.path("done").asInt()).isEqualTo(2);
        assertThat(done.path("left").asInt()).isEqualTo(1);
        assertThat(world.read(second).path("why").asString()).isEqualTo("乙!");
        clerk.post("/api/v1/batches/" + done.path("batch").asString() + "/undo", "{}")
                .expect(200);
        assertThat(world.read(second).path("stage").asString()).isEqualTo("new");
    }

    @Test
    void ofSeveralRecordsNoneIsDoneWhereOneIsRefused() {
        String other = world.customer(world.admin(), Map.of("name", "别人的"));
        clerk.post("/api/v1/records/customer/buttons/win", Map.of("ids", List.of(customer, other)))
                .expect(400);
        assertThat(world.read(customer).path("stage").asString()).isEqualTo("new");
        clerk.post("/api/v1/records/customer/buttons/win", Map.of("ids", List.of()))
                .expect(400);
        clerk.post("/api/v1/records/customer/buttons/win", "{}").expect(400);
    }

    @Test
    void buttonsStandInTheirOrder() {
        world.publish("b", "'call': {'field': 'phone'}, 'order': 2");
        world.publish("a", "'call': {'field': 'phone'}, 'order': 2");
        world.publish("c", "'call': {'field': 'phone'}, 'order': 1");
        assertThat(ButtonWorld.seen(clerk)).containsExactly("win", "c", "a", "b");
    }

    @Test
    void aDraftIsTriedByThoseWhoBuildAndByNobodyElse() {
        world.put("button/tried", ButtonWorld.button("'set': {'values': [{'field': 'why', 'value': '`试`'}]}"))
                .expect(200);
        String way = ButtonWorld.way(customer, "tried");
        world.admin().get(way).expect(404);
        assertThat(world.admin()
                        .get(way + "?draft=true")
                        .expect(200)
                        .json()
                        .path("values")
                        .path("why")
                        .asString())
                .isEqualTo("试");
        clerk.get(way + "?draft=true").expect(403);
        world.put("button/tried", ButtonWorld.button("'set': {'values': [{'field': 'nobody', 'value': '1'}]}"))
                .expect(200);
        assertThat(world.admin()
                        .get(way + "?draft=true")
                        .expect(400)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("button-drafted");
    }
}
