package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.TestWorkspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may change a record may give it away, and is told that it is saved, and nothing about it any more. */
class HandOverTest {
    private static final Ledger LEDGER = new Ledger();

    private final TestWorkspace.Person giver = LEDGER.seller();
    private final TestWorkspace.Person taker = LEDGER.seller();

    private UUID own(String name) {
        return UUID.fromString(giver.client()
                .post("/api/v1/records/buyer", Map.of("name", name))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private static String path(UUID id) {
        return "/api/v1/records/buyer/" + id;
    }

    @Test
    void answersWithNothingWhenTheRecordLeftTheCallersScope() {
        UUID id = own("转出");
        Answer given = giver.client().patch(path(id), Map.of("owner", taker.id()));
        given.expect(204);
        assertThat(given.text()).isEmpty();
        assertThat(given.header("ETag")).isEqualTo("\"2\"");
        giver.client().get(path(id)).expect(404, "record-not-found");
        assertThat(taker.client().get(path(id)).expect(200).json().path("name").asString())
                .isEqualTo("转出");
        assertThat(LEDGER.changes(id)).containsExactly("create:1", "update:2");
    }

    @Test
    void stillAnswersWithTheRecordThatStays() {
        UUID id = own("留下");
        Answer kept = giver.client().patch(path(id), Map.of("owner", giver.id(), "name", "还在"));
        assertThat(kept.expect(200).json().path("name").asString()).isEqualTo("还在");
        assertThat(kept.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void savesNothingWhenTheHandOverIsRefused() {
        UUID id = own("不成");
        giver.client().patch(path(id), Map.of("owner", UUID.randomUUID())).expect(400);
        giver.client()
                .with("If-Match", "\"7\"")
                .patch(path(id), Map.of("owner", taker.id()))
                .expect(409, "version-conflict");
        giver.client().get(path(id)).expect(200);
        taker.client().get(path(id)).expect(404, "record-not-found");
    }

    @Test
    void handsManyOverAtOnceEvenWhenOneIsNamedTwice() {
        UUID one = own("一");
        UUID two = own("二");
        Set<UUID> both = new LinkedHashSet<>(List.of(one, two));
        Answer given = giver.client()
                .post(
                        "/api/v1/records/buyer/bulk",
                        Map.of("ids", List.of(one, two, one), "set", Map.of("owner", taker.id())));
        assertThat(given.expect(200).json().path("updated").asInt()).isEqualTo(2);
        both.forEach(id -> taker.client().get(path(id)).expect(200));
        both.forEach(id -> giver.client().get(path(id)).expect(404));
    }
}
