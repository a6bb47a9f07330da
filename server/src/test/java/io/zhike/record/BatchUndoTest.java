package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Taking a batch back restores exactly what nobody touched since. */
class BatchUndoTest {
    private static final List<String> FIELDS = List.of("name", "tax_code", "budget");

    private final Ledger ledger = new Ledger();
    private final Random random = new Random(7);

    private Answer undo(String batch) {
        return ledger.admin().post("/api/v1/batches/" + batch + "/undo", "{}");
    }

    @Test
    void restoresTheUntouchedCellsAndNoOthers() {
        for (int round = 0; round < 6; round++) {
            Map<UUID, Map<String, Object>> expected = new LinkedHashMap<>();
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                UUID id = ledger.make("buyer", Map.of("name", "n" + round + i, "budget", i + ".50"));
                ids.add(id);
                expected.put(id, new LinkedHashMap<>(Map.of("name", "n" + round + i, "budget", i + ".50")));
            }
            Map<String, Object> set = Map.of("name", "bulk" + round, "budget", "77.00");
            String batch = ledger.bulk("buyer", "bulk", Map.of("ids", ids, "set", set))
                    .expect(200)
                    .json()
                    .path("batch")
                    .asString();
            for (UUID id : ids) {
                String field = FIELDS.get(random.nextInt(3));
                if (random.nextBoolean() && !field.equals("tax_code")) {
                    Object value = field.equals("budget") ? "123.00" : "later" + random.nextInt(1_000);
                    ledger.patch("buyer", id, Map.of(field, value)).expect(200);
                    expected.get(id).put(field, value);
                }
            }
            undo(batch).expect(200);
            expected.forEach((id, values) -> {
                var json = ledger.get("buyer", id).expect(200).json();
                values.forEach((field, value) -> assertThat(json.path(field).asString())
                        .describedAs(field)
                        .isEqualTo(value));
            });
        }
    }

    @Test
    void bringsBackWhatABulkDeleteTook() {
        UUID one = ledger.make("buyer", Map.of("name", "1"));
        UUID two = ledger.make("buyer", Map.of("name", "2"));
        String batch = ledger.bulk("buyer", "bulk-delete", Map.of("ids", List.of(one, two)))
                .expect(200)
                .json()
                .path("batch")
                .asString();
        ledger.bulk("buyer", "restore", Map.of("ids", List.of(two))).expect(200);
        ledger.delete("buyer", two);
        Answer undone = undo(batch).expect(200);
        assertThat(undone.json().path("undone").asInt()).isEqualTo(1);
        assertThat(undone.json().path("kept").asInt()).isEqualTo(1);
        ledger.get("buyer", one).expect(200);
        ledger.get("buyer", two).expect(404);
    }

    @Test
    void takesBackWhatABatchMadeAndThenChangedItself() {
        UUID batch = UUID.randomUUID();
        WriteBatch making = WriteBatch.of("buyer", ChangeOrigin.IMPORT, List.of(Ledger.create("name", "made")))
                .in(batch);
        UUID made = ledger.writer.write(ledger.company.caller(), making).only().id();
        WriteBatch changing = WriteBatch.of("buyer", ChangeOrigin.IMPORT, List.of(Ledger.update(made, "name", "again")))
                .in(batch);
        ledger.writer.write(ledger.company.caller(), changing);
        undo(batch.toString()).expect(200);
        ledger.get("buyer", made).expect(404);
        assertThat(ledger.changes(made)).containsExactly("create:1", "update:2", "update:3", "delete:4");
    }

    @Test
    void refusesASecondUndoAndThatOfAnothersBatch() {
        UUID id = ledger.make("buyer", Map.of("name", "1"));
        String batch = ledger.bulk("buyer", "bulk", Map.of("ids", List.of(id), "set", Map.of("name", "2")))
                .expect(200)
                .json()
                .path("batch")
                .asString();
        ledger.seller()
                .client()
                .post("/api/v1/batches/" + batch + "/undo", "{}")
                .expect(404, "batch-not-found");
        undo(batch).expect(200);
        undo(batch).expect(409, "batch-undone");
        undo(UUID.randomUUID().toString()).expect(404, "batch-not-found");
    }

    @Test
    void historyMasksFieldsAndSilencesWhatIsLeftOfNothing() {
        var seller = ledger.seller();
        UUID id = ledger.make("buyer", Map.of("name", "1", "owner", seller.id(), "budget", "1"));
        ledger.patch("buyer", id, Map.of("budget", "2")).expect(200);
        ledger.patch("buyer", id, Map.of("name", "2", "budget", "3")).expect(200);
        ledger.patch("buyer", id, Map.of("keeper", seller.id())).expect(200);
        String path = "/api/v1/records/buyer/" + id + "/history";
        assertThat(ledger.admin().get(path).expect(200).json().path("items")).hasSize(4);
        var masked = seller.client().get(path).expect(200);
        assertThat(masked.text()).doesNotContain("budget");
        assertThat(masked.json().path("items")).hasSize(3);
        assertThat(masked.json()
                                .path("items")
                                .get(0)
                                .path("fields")
                                .get(0)
                                .path("after_label")
                                .asString("")
                        + masked.text())
                .contains("销售");
        var first = ledger.admin().get(path + "?limit=3").expect(200).json();
        assertThat(first.path("items")).hasSize(3);
        var rest = ledger.admin()
                .get(path + "?limit=3&after=" + first.path("next").asString())
                .expect(200)
                .json();
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("items").get(0).path("kind").asString()).isEqualTo("create");
    }
}
