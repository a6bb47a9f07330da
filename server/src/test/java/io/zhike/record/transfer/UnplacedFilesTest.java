package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.record.file.Files;
import io.zhike.store.Database;
import io.zhike.store.Jobs;
import io.zhike.store.SettableClock;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import io.zhike.workspace.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that nothing came to use go after a day, and no others. */
class UnplacedFilesTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Transfers transfers = new Transfers(company.admin());
    private final Database database = TestServer.bean(Database.class);
    private final SettableClock clock = SettableClock.at(Instant.now());
    private final UnplacedFiles unplaced = new UnplacedFiles(
            TestServer.bean(Files.class),
            TestServer.bean(ImportStore.class),
            TestServer.bean(Jobs.class),
            TestServer.bean(Workspaces.class),
            clock);

    @BeforeEach
    void define() {
        transfers.define("person", """
                {"label": {"zh": "人"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "姓名"}, "title": true},
                  {"code": "paper", "type": "file", "label": {"zh": "文件"}}]}""");
        transfers.publish();
    }

    private UUID send(String text) {
        return UUID.fromString(transfers
                .send("/api/v1/files", "note.txt", text.getBytes(StandardCharsets.UTF_8), Map.of())
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private int sweep() {
        return unplaced.sweep(company.workspace(), UnplacedFiles.KEPT, () -> false);
    }

    private int rows(String table) {
        return database.read(ctx -> ctx.fetchCount(company.workspace().schema().table(table), DSL.noCondition()));
    }

    @Test
    void goAfterADayWithTheirContentAndNotBefore() {
        UUID lost = send("lost");
        clock.advance(Duration.ofHours(23));
        assertThat(sweep()).isZero();
        company.admin().get("/api/v1/files/" + lost).expect(200);
        clock.advance(Duration.ofHours(2));
        assertThat(sweep()).isEqualTo(1);
        company.admin().get("/api/v1/files/" + lost).expect(404, "file-not-found");
        assertThat(rows("file_part")).isZero();
    }

    @Test
    void stayWhereARecordOrAnImportHasThem() {
        UUID paper = send("kept");
        company.admin()
                .post("/api/v1/records/person", Map.of("name", "甲", "paper", List.of(paper)))
                .expect(201);
        String refusing =
                transfers.bring("person", "姓名,多余\n乙,1\n丙\n").path("id").asString();
        clock.advance(Duration.ofDays(400));
        assertThat(sweep()).isZero();
        company.admin().get("/api/v1/files/" + paper).expect(200);
        assertThat(transfers.refusedText(refusing)).contains("丙");
    }

    @Test
    void goToTheLastOneHoweverMany() {
        List<UUID> lost = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            lost.add(send("lost " + i));
        }
        clock.advance(Duration.ofDays(2));
        assertThat(sweep()).isEqualTo(lost.size());
        assertThat(rows("file")).isZero();
    }

    @Test
    void stopInTheMiddleWhenTheNodeShutsDown() {
        send("lost");
        clock.advance(Duration.ofDays(2));
        assertThat(unplaced.sweep(company.workspace(), UnplacedFiles.KEPT, () -> true))
                .isZero();
        assertThat(sweep()).isEqualTo(1);
    }

    @Test
    void anUploadThatIsGoneCannotBeImported() {
        String upload = transfers
                .upload("rows.csv", "姓名\n甲\n".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .path("id")
                .asString();
        clock.advance(Duration.ofDays(2));
        assertThat(sweep()).isEqualTo(1);
        company.admin()
                .post("/api/v1/imports", Map.of("upload", upload, "entity", "person"))
                .expect(404, "file-not-found");
    }
}
