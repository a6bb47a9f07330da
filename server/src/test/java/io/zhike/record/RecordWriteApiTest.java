package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestWorkspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The gate in over HTTP: what is written, and what is refused where. */
class RecordWriteApiTest {
    private static final Ledger LEDGER = new Ledger();

    private static List<String> paths(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error ->
                        error.path("path").asString() + " " + error.path("code").asString())
                .toList();
    }

    @Test
    void answersCreatesWithDefaultsNumbersAndFormulasOverTheRecord() {
        JsonNode made = LEDGER.post("buyer", Map.of("name", "华信", "budget", "60"))
                .expect(201)
                .json();
        assertThat(made.path("version").asInt()).isEqualTo(1);
        assertThat(made.path("stage").asString()).isEqualTo("lead");
        assertThat(made.path("keeper").asString())
                .isEqualTo(LEDGER.company.administrator().id().toString());
        assertThat(made.path("owner")).isEqualTo(made.path("keeper"));
        assertThat(made.path("met").asString()).isNotBlank();
        assertThat(made.path("serial").asString()).startsWith("B-");
        assertThat(made.path("twice").asString()).startsWith("120");
        assertThat(made.path("big").asBoolean()).isTrue();
        assertThat(made.has("region_name")).isFalse();
        JsonNode read = LEDGER.get("buyer", UUID.fromString(made.path("id").asString()))
                .expect(200)
                .json();
        made.properties()
                .forEach(property -> assertThat(read.path(property.getKey()))
                        .describedAs(property.getKey())
                        .isEqualTo(property.getValue()));
    }

    @Test
    void givesOwnersDepartmentUnlessOneIsGiven() {
        UUID east = UUID.fromString(LEDGER.admin()
                .post("/api/v1/departments", Map.of("name", "华东"))
                .expect(201)
                .json()
                .path("id")
                .asString());
        TestWorkspace.Person seller = LEDGER.seller();
        LEDGER.admin()
                .patch("/api/v1/members/" + seller.id(), Map.of("department", east))
                .expect(200);
        JsonNode made = LEDGER.post("buyer", Map.of("name", "甲", "owner", seller.id()))
                .expect(201)
                .json();
        assertThat(made.path("department").asString()).isEqualTo(east.toString());
    }

    @Test
    void namesEveryPlaceThatIsWrongAndSavesNothing() {
        long before = LEDGER.stored("buyer").size();
        Answer answer = LEDGER.post(
                "buyer",
                "{\"items\": [{\"name\": \"好\"}, {\"budget\": 1}, {\"name\": \"x\", \"budget\": \"many\", \"nope\": 1}]}");
        answer.expect(400);
        assertThat(paths(answer)).anyMatch(path -> path.startsWith("items[2].budget"));
        assertThat(paths(answer)).contains("items[2].nope unknown-field");
        Answer required = LEDGER.post("buyer", "{\"items\": [{\"name\": \"好\"}, {\"budget\": 1}]}");
        assertThat(paths(required.expect(400))).containsExactly("items[1].name value-required");
        assertThat(LEDGER.stored("buyer")).hasSize((int) before);
    }

    @Test
    void refusesValuesThatAreTakenInTheTableAndInTheBatch() {
        LEDGER.make("buyer", Map.of("name", "a", "tax_code", "T-1"));
        assertThat(paths(LEDGER.post("buyer", Map.of("name", "b", "tax_code", "T-1"))
                        .expect(400)))
                .containsExactly("tax_code not-unique");
        Answer batch = LEDGER.post(
                "buyer",
                "{\"items\": [{\"name\": \"c\", \"tax_code\": \"T-2\"}, {\"name\": \"d\", \"tax_code\": \"T-2\"}]}");
        assertThat(paths(batch.expect(400))).containsExactly("items[1].tax_code not-unique");
    }

    @Test
    void aValueIsFreeOnceItsRecordIsDeletedAndRestoringItThenIsRefused() {
        UUID first = LEDGER.make("buyer", Map.of("name", "a", "tax_code", "T-3"));
        LEDGER.delete("buyer", first);
        LEDGER.make("buyer", Map.of("name", "b", "tax_code", "T-3"));
        LEDGER.bulk("buyer", "restore", Map.of("ids", List.of(first))).expect(400);
    }

    @Test
    void refusesFieldsThatNobodyOrNotThisMemberMaySet() {
        Client seller = LEDGER.seller().client();
        assertThat(paths(LEDGER.post("buyer", Map.of("name", "a", "serial", "B-1"))
                        .expect(400)))
                .containsExactly("serial read-only-field");
        assertThat(paths(seller.post("/api/v1/records/buyer", Map.of("name", "a", "stage", "won"))
                        .expect(400)))
                .containsExactly("stage read-only-field");
        assertThat(paths(seller.post("/api/v1/records/buyer", Map.of("name", "a", "budget", 1))
                        .expect(400)))
                .containsExactly("budget unknown-field");
        JsonNode made = seller.post("/api/v1/records/buyer", Map.of("name", "a"))
                .expect(201)
                .json();
        assertThat(made.has("budget")).isFalse();
        assertThat(made.has("twice")).isFalse();
        seller.post("/api/v1/records/deal", Map.of("subject", "a")).expect(404, "unknown-entity");
    }

    @Test
    void refusesCreatesWithoutTheRightAloneAndInABatch() {
        LEDGER.admin().put("/api/v1/definitions/role/looker", """
                {"label": {"zh": "旁观"}, "entities": {"buyer": {"read": "all", "update": "all"}}}""").expect(200);
        LEDGER.admin().post("/api/v1/publish", "{}").expect(200);
        TestWorkspace.Person looker = LEDGER.company.newMember("旁观者");
        LEDGER.admin()
                .put("/api/v1/members/" + looker.id() + "/roles", Map.of("roles", List.of("looker")))
                .expect(200);
        for (String body : List.of("{\"name\": \"x\"}", "{\"items\": [{\"name\": \"x\"}, {\"name\": \"y\"}]}")) {
            Answer answer = looker.client().post("/api/v1/records/buyer", body);
            assertThat(answer.status()).as(answer.text()).isBetween(400, 403);
            assertThat(answer.text()).contains("create-forbidden");
        }
        assertThat(looker.client()
                        .get("/api/v1/records/buyer?where=created_by%20%3D%20ME()")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void hidesAndProtectsRecordsOutsideTheScope() {
        Client seller = LEDGER.seller().client();
        UUID foreign = LEDGER.make("buyer", Map.of("name", "别人的"));
        String path = "/api/v1/records/buyer/" + foreign;
        seller.patch(path, Map.of("name", "x")).expect(404, "record-not-found");
        seller.delete(path).expect(404, "record-not-found");
        UUID own = UUID.fromString(seller.post("/api/v1/records/buyer", Map.of("name", "我的"))
                .expect(201)
                .json()
                .path("id")
                .asString());
        seller.delete("/api/v1/records/buyer/" + own).expect(403, "record-forbidden");
        UUID region = LEDGER.make("region", Map.of("name", "华东"));
        assertThat(paths(seller.patch("/api/v1/records/buyer/" + own, Map.of("region", region))
                        .expect(400)))
                .containsExactly("region target-missing");
    }

    @Test
    void refusesTargetsThatAreDeletedAndMembersThatAreNotThere() {
        UUID region = LEDGER.make("region", Map.of("name", "华北"));
        UUID buyer = LEDGER.make("buyer", Map.of("name", "a", "region", region));
        LEDGER.delete("region", region);
        assertThat(paths(LEDGER.post("buyer", Map.of("name", "b", "region", region))
                        .expect(400)))
                .containsExactly("region target-missing");
        LEDGER.patch("buyer", buyer, Map.of("name", "c", "region", region)).expect(200);
        assertThat(paths(LEDGER.post("buyer", Map.of("name", "b", "keeper", UUID.randomUUID()))
                        .expect(400)))
                .containsExactly("keeper member-missing");
    }

    @Test
    void refusesAWriteThatSawAnOlderVersion() {
        UUID id = LEDGER.make("buyer", Map.of("name", "a"));
        LEDGER.patch("buyer", id, Map.of("name", "b")).expect(200);
        String path = "/api/v1/records/buyer/" + id;
        LEDGER.admin()
                .with("If-Match", "\"1\"")
                .patch(path, Map.of("name", "c"))
                .expect(409, "version-conflict");
        LEDGER.admin().with("If-Match", "\"1\"").delete(path).expect(409, "version-conflict");
        LEDGER.admin()
                .with("If-Match", "\"2\"")
                .patch(path, Map.of("name", "c"))
                .expect(200);
        assertThat(LEDGER.changes(id)).containsExactly("create:1", "update:2", "update:3");
    }

    @Test
    void whatChangesNothingMakesNoVersion() {
        UUID id = LEDGER.make("buyer", Map.of("name", "a", "budget", "5"));
        JsonNode same = LEDGER.patch("buyer", id, Map.of("name", "a", "budget", "5.00"))
                .expect(200)
                .json();
        assertThat(same.path("version").asInt()).isEqualTo(1);
        assertThat(LEDGER.changes(id)).containsExactly("create:1");
    }

    @Test
    void theRecycleBinHasItsOwnStates() {
        UUID id = LEDGER.make("buyer", Map.of("name", "a"));
        LEDGER.purge("buyer", id).expect(409, "record-not-in-bin");
        LEDGER.delete("buyer", id);
        LEDGER.patch("buyer", id, Map.of("name", "b")).expect(409, "record-in-bin");
        LEDGER.get("buyer", id).expect(404);
        LEDGER.bulk("buyer", "restore", Map.of("ids", List.of(id))).expect(200);
        LEDGER.get("buyer", id).expect(200);
        LEDGER.delete("buyer", id);
        LEDGER.purge("buyer", id).expect(200);
        LEDGER.purge("buyer", id).expect(404, "record-not-found");
        assertThat(LEDGER.changes(id)).containsExactly("create:1", "delete:2", "restore:3", "delete:4", "purge:5");
    }

    @Test
    void aPurgeReleasesWhatPointsThereAndTellsTheFeed() {
        UUID region = LEDGER.make("region", Map.of("name", "华中"));
        UUID gone = LEDGER.make("buyer", Map.of("name", "gone"));
        UUID other = LEDGER.make("buyer", Map.of("name", "other"));
        UUID friend = LEDGER.make("buyer", Map.of("name", "friend", "friends", List.of(gone, other), "region", region));
        UUID deal = LEDGER.make("deal", Map.of("subject", "s", "buyer", gone));
        LEDGER.delete("buyer", gone);
        LEDGER.delete("deal", deal);
        LEDGER.purge("buyer", gone).expect(200);
        LEDGER.delete("region", region);
        LEDGER.purge("region", region).expect(200);
        JsonNode left = LEDGER.get("buyer", friend).expect(200).json();
        assertThat(left.path("friends").valueStream().map(JsonNode::asString)).containsExactly(other.toString());
        assertThat(left.path("region").isNull()).isTrue();
        assertThat(LEDGER.changes(friend)).containsExactly("create:1", "update:2", "update:3");
        assertThat(LEDGER.changes(deal)).containsExactly("create:1", "delete:2", "update:3");
    }

    @Test
    void aRequiredRelationKeepsItsTargetFromBeingPurged() {
        UUID buyer = LEDGER.make("buyer", Map.of("name", "a"));
        UUID contract = LEDGER.make("contract", Map.of("subject", "s", "buyer", buyer));
        LEDGER.delete("buyer", buyer);
        LEDGER.purge("buyer", buyer).expect(409, "still-referenced");
        LEDGER.delete("contract", contract);
        LEDGER.purge("contract", contract).expect(200);
        LEDGER.purge("buyer", buyer).expect(200);
    }

    @Test
    void aRetriedCreateIsDoneOnce() {
        Client retrying = LEDGER.admin().with("Idempotency-Key", "k-" + UUID.randomUUID());
        Answer first =
                retrying.post("/api/v1/records/buyer", Map.of("name", "once")).expect(201);
        Answer second =
                retrying.post("/api/v1/records/buyer", Map.of("name", "once")).expect(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void takesFiveThousandAtOnceAndNotOneMore() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            items.add(Map.of("subject", "deal " + i, "amount", i));
        }
        JsonNode made = LEDGER.post("deal", Map.of("items", items)).expect(201).json();
        assertThat(made.path("items")
                        .valueStream()
                        .map(item -> item.path("number").asLong())
                        .distinct())
                .hasSize(5_000);
        items.add(Map.of("subject", "one too many"));
        LEDGER.post("deal", Map.of("items", items)).expect(413, "too-many-writes");
    }

    @Test
    void bulkEditsSayWhatIsWrongWithTheirValues() {
        LEDGER.bulk("buyer", "bulk", "{\"ids\": []}").expect(400);
        LEDGER.bulk("buyer", "bulk", "{\"ids\": [null], \"set\": {\"name\": \"x\"}}")
                .expect(400, "wrong-value-type");
        assertThat(paths(LEDGER.bulk("buyer", "bulk", "{\"ids\": [], \"set\": {\"nope\": 1}}")
                        .expect(400)))
                .containsExactly("set.nope unknown-field");
    }
}
