package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Writers at the same time: nothing doubled, nothing lost, nobody stuck. */
class ConcurrentWritesTest {
    private static final int WRITERS = 24;

    private final Ledger ledger = new Ledger();

    private static <T> List<T> atOnce(int count, java.util.function.IntFunction<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                futures.add(threads.submit(work.apply(i)));
            }
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }

    @Test
    void givesEveryNumberOnceToMoreWritersThanThereAreConnections() throws Exception {
        List<List<String>> made = atOnce(WRITERS, writer -> () -> {
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Answer answer =
                        ledger.post("buyer", Map.of("name", writer + "-" + i)).expect(201);
                numbers.add(answer.json().path("number").asString() + " "
                        + answer.json().path("serial").asString());
            }
            return numbers;
        });
        List<String> all = made.stream().flatMap(List::stream).toList();
        assertThat(all.stream().map(number -> number.split(" ")[0])).doesNotHaveDuplicates();
        assertThat(all.stream().map(number -> number.split(" ")[1])).doesNotHaveDuplicates();
    }

    @Test
    void oneOfManyTakesAUniqueValueAndTheOthersAreToldSo() throws Exception {
        List<Integer> statuses = atOnce(8, writer -> () -> {
            Answer answer = ledger.post("buyer", Map.of("name", "w" + writer, "tax_code", "same"));
            if (answer.status() != 201) {
                assertThat(answer.text()).contains("not-unique");
            }
            return answer.status();
        });
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 400)).hasSize(7);
    }

    /** Each reads, adds one and writes on the version it has read, again and again until it is the one that is taken. */
    @Test
    void noneOfEightWritersOverwritesWhatAnotherHasWritten() throws Exception {
        UUID buyer = ledger.make("buyer", Map.of("name", "counter", "budget", "0"));
        List<Integer> conflicts = atOnce(8, _ -> () -> {
            int lost = 0;
            for (int done = 0; done < 5; ) {
                JsonNode seen = ledger.get("buyer", buyer).expect(200).json();
                BigDecimal next = new BigDecimal(seen.path("budget").asString()).add(BigDecimal.ONE);
                Answer answer = ledger.admin()
                        .with("If-Match", "\"" + seen.path("version").asInt() + "\"")
                        .patch("/api/v1/records/buyer/" + buyer, Map.of("budget", next));
                if (answer.status() == 200) {
                    done++;
                } else {
                    assertThat(answer.expect(409, "version-conflict").text()).contains("version");
                    lost++;
                }
            }
            return lost;
        });

        JsonNode end = ledger.get("buyer", buyer).expect(200).json();
        assertThat(new BigDecimal(end.path("budget").asString())).isEqualByComparingTo("40");
        assertThat(end.path("version").asInt()).isEqualTo(41);
        assertThat(ledger.changes(buyer)).hasSize(41).doesNotHaveDuplicates();
        assertThat(conflicts.stream().mapToInt(Integer::intValue).sum()).isPositive();
    }

    @Test
    void oneKeySentManyTimesAtOnceMakesOneRecord() throws Exception {
        String key = "key-" + UUID.randomUUID();
        List<String> ids = atOnce(
                8,
                _ -> () -> ledger.admin()
                        .with("Idempotency-Key", key)
                        .post("/api/v1/records/buyer", Map.of("name", "once"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString());

        assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
        assertThat(ledger.changes(UUID.fromString(ids.getFirst()))).containsExactly("create:1");
    }

    /** One of them may be told to try again; what is published in the end holds both fields. */
    @Test
    void twoPublishesAtOnceEndInOneStateThatHoldsBoth() throws Exception {
        ledger.admin().put("/api/v1/definitions/entity/left", plain("左")).expect(200);
        ledger.admin().put("/api/v1/definitions/entity/right", plain("右")).expect(200);

        List<Integer> statuses = atOnce(
                2, _ -> () -> ledger.admin().post("/api/v1/publish", "{}").status());

        assertThat(statuses).allMatch(status -> status == 200 || status == 409).contains(200);
        ledger.admin().post("/api/v1/publish", "{}").expect(200);
        for (String entity : List.of("left", "right")) {
            assertThat(ledger.make(entity, Map.of("name", "x"))).isNotNull();
        }
    }

    private static String plain(String label) {
        return """
                {"label": {"zh": "%s"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true}]}""".formatted(label);
    }

    @Test
    void childrenOfOneParentAddUp() throws Exception {
        UUID region = ledger.make("region", Map.of("name", "r"));
        UUID buyer = ledger.make("buyer", Map.of("name", "b", "region", region));
        atOnce(8, writer -> () -> {
            for (int i = 0; i < 5; i++) {
                ledger.post("deal", Map.of("buyer", buyer, "amount", "10", "paid", true))
                        .expect(201);
            }
            return writer;
        });
        RecordValues figures = ledger.stored("buyer").get(buyer);
        assertThat((BigDecimal) figures.get("deals")).isEqualByComparingTo("40");
        assertThat((BigDecimal) figures.get("bought")).isEqualByComparingTo("452");
        assertThat((BigDecimal) ledger.stored("region").get(region).get("turnover"))
                .isEqualByComparingTo("452");
    }

    @Test
    void aDeadlockIsTriedAgain() throws Exception {
        UUID one = ledger.make("buyer", Map.of("name", "1"));
        UUID two = ledger.make("buyer", Map.of("name", "2"));
        UUID deal = ledger.make("deal", Map.of("buyer", one, "amount", "1"));
        UUID other = ledger.make("deal", Map.of("buyer", two, "amount", "1"));
        atOnce(4, writer -> () -> {
            for (int i = 0; i < 6; i++) {
                if (writer % 2 == 0) {
                    ledger.write(
                            "buyer", Ledger.update(one, "name", writer + " " + i), Ledger.update(two, "name", "x" + i));
                } else {
                    ledger.write("deal", Ledger.update(other, "buyer", one), Ledger.update(deal, "buyer", two));
                    ledger.write("deal", Ledger.update(deal, "buyer", one), Ledger.update(other, "buyer", two));
                }
            }
            return writer;
        });
        assertThat((BigDecimal) ledger.stored("buyer").get(one).get("deals")).isEqualByComparingTo("1");
        assertThat((BigDecimal) ledger.stored("buyer").get(two).get("deals")).isEqualByComparingTo("1");
    }
}
