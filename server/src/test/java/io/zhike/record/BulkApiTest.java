package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to many says which ones: by id, by what is true of them, or all of them in so many words. */
class BulkApiTest {
    private final Ledger ledger = new Ledger();
    private UUID first;
    private UUID second;

    @BeforeEach
    void twoDeals() {
        first = ledger.make("deal", Map.of("subject", "first"));
        second = ledger.make("deal", Map.of("subject", "second"));
    }

    private long living() {
        return ledger.admin()
                .get("/api/v1/records/deal")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private static void assertNamesTheMend(Answer answer) {
        answer.expect(400, "selection-unclear");
        assertThat(answer.text()).contains("ids", "where", "all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ids\": null}",
                "{\"where\": null}",
                "{\"all\": false}",
                "{\"search\": \" \"}",
                "{\"all\": true, \"ids\": []}",
                "{\"all\": true, \"where\": \"paid = TRUE\"}",
                "{\"ids\": [], \"where\": \"paid = TRUE\"}",
                "{\"ids\": [], \"search\": \"first\"}"
            })
    void refusesAnythingButExactlyOneWayToSayWhich(String which) {
        assertNamesTheMend(ledger.bulk("deal", "bulk-delete", which));
        assertNamesTheMend(ledger.bulk("deal", "restore", which));
        assertNamesTheMend(ledger.bulk("deal", "purge", which));
        String edit = which.equals("{}") ? "{" : which.substring(0, which.length() - 1) + ", ";
        assertNamesTheMend(ledger.bulk("deal", "bulk", edit + "\"set\": {\"subject\": \"x\"}}"));
        assertThat(living()).isEqualTo(2);
        assertThat(ledger.changes(first)).containsExactly("create:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"all\": true}|2",
                "{\"all\": true, \"search\": \"\"}|2",
                "{\"where\": \"subject = \\\"first\\\"\"}|1",
                "{\"where\": {\"field\": \"subject\", \"op\": \"=\", \"value\": \"second\"}, \"ids\": null}|1",
                "{\"ids\": []}|0"
            })
    void deletesAndRestoresWhatIsMeant(String which, int meant) {
        assertThat(ledger.bulk("deal", "bulk-delete", which)
                        .expect(200)
                        .json()
                        .path("deleted")
                        .asInt())
                .isEqualTo(meant);
        assertThat(living()).isEqualTo(2 - meant);
        assertThat(ledger.bulk("deal", "restore", "{\"all\": true}")
                        .expect(200)
                        .json()
                        .path("restored")
                        .asInt())
                .isEqualTo(meant);
        assertThat(living()).isEqualTo(2);
    }

    @Test
    void aSearchAloneSaysWhichAndNarrowsWhatIsSaidBesideIt() {
        UUID buyer = ledger.make("buyer", Map.of("name", "华信"));
        ledger.make("buyer", Map.of("name", "白云"));
        String found = "{\"search\": \"华信\", \"set\": {\"budget\": \"1\"}}";
        assertThat(updated(found)).isEqualTo(1);
        assertThat(updated(
                        found.replace("{\"search", "{\"all\": true, \"search").replace("\"1\"", "\"2\"")))
                .isEqualTo(1);
        assertThat(updated(found.replace("{\"search", "{\"where\": \"name = \\\"白云\\\"\", \"search")))
                .isZero();
        assertThat(ledger.get("buyer", buyer).json().path("budget").asString()).startsWith("2");
    }

    private int updated(String edit) {
        return ledger.bulk("buyer", "bulk", edit)
                .expect(200)
                .json()
                .path("updated")
                .asInt();
    }

    @Test
    void purgesTheWholeBinOnlyWhenTold() {
        ledger.delete("deal", first);
        ledger.bulk("deal", "purge", "{\"all\": true}").expect(200);
        assertThat(ledger.stored("deal")).containsOnlyKeys(second);
    }

    @Test
    void doesARecordThatIsNamedTwiceOnce() {
        Answer answer = ledger.bulk("deal", "bulk-delete", Map.of("ids", List.of(first, first)));
        assertThat(answer.expect(200).json().path("deleted").asInt()).isEqualTo(1);
    }
}
