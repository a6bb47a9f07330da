package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whose rights an undo of an import runs with, and how it ends when it cannot be done. */
class ImportUndoTest {
    private static final String ROWS = "姓名\n甲\n乙\n丙\n丁\n";

    private final TestWorkspace company = TestServer.newWorkspace();
    private final WorkspaceSchema schema = company.workspace().schema();
    private final Database database = TestServer.bean(Database.class);
    private final ImportStore store = TestServer.bean(ImportStore.class);
    private final ImportUndo undo = TestServer.bean(ImportUndo.class);
    private final Transfers transfers = new Transfers(company.admin());

    @BeforeEach
    void define() {
        transfers.define("person", """
                {"label": {"zh": "人"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "姓名"}, "title": true, "required": true}]}""");
        role("keeper", "\"delete\": \"own\"");
        role("adder", "\"delete\": \"none\"");
        transfers.publish();
    }

    private void role(String code, String delete) {
        company.admin()
                .put("/api/v1/definitions/role/" + code, """
                        {"label": {"zh": "角色"}, "entities": {"person": {"create": true, "import": true, "read": "own",
                          "update": "own", %s}}}""".formatted(delete))
                .expect(200);
    }

    private TestWorkspace.Person member(String... roles) {
        TestWorkspace.Person person = company.newMember("成员");
        roles(person, roles);
        return person;
    }

    private void roles(TestWorkspace.Person person, String... roles) {
        company.admin()
                .put("/api/v1/members/" + person.id() + "/roles", Map.of("roles", roles))
                .expect(200);
    }

    /** An import of four records by {@code person}; its id. */
    private UUID brought(Client person) {
        JsonNode done = new Transfers(person).bring("person", ROWS);
        assertThat(done.path("created").asInt()).isEqualTo(4);
        return UUID.fromString(done.path("id").asString());
    }

    /** Asks for the undo without the job that would begin with it. */
    private void ask(UUID id) {
        boolean moved =
                database.write(ctx -> store.move(ctx, schema, id, List.of(ImportState.DONE), ImportState.UNDOING));
        assertThat(moved).isTrue();
    }

    private ImportUndo.Asked asked(UUID id, TestWorkspace.Person by) {
        return new ImportUndo.Asked(company.workspace().id(), id, by.id());
    }

    private void rename(String from, String to) {
        database.writing(ctx -> ctx.alterTable(schema.table(from)).renameTo(to).execute());
    }

    @Test
    void leavesWhatTheMemberMayNotChangeAnyMoreAndSaysHowMany() {
        TestWorkspace.Person keeper = member("keeper");
        UUID id = brought(keeper.client());
        company.admin()
                .post(
                        "/api/v1/records/person/bulk",
                        Map.of(
                                "where",
                                "name = \"甲\" OR name = \"乙\"",
                                "set",
                                Map.of("owner", company.administrator().id())))
                .expect(200);
        JsonNode undone = new Transfers(keeper.client()).undo(id.toString());
        assertThat(undone.path("state").asString()).isEqualTo("undone");
        assertThat(undone.path("undone").asInt()).isEqualTo(2);
        assertThat(undone.path("kept").asInt()).isEqualTo(2);
        assertThat(transfers.count("person")).isEqualTo(2);
    }

    @Test
    void isRefusedAtOnceToWhomItCouldTakeNothingBackFor() {
        TestWorkspace.Person adder = member("adder");
        UUID id = brought(adder.client());
        adder.client().post("/api/v1/imports/" + id + "/undo", "{}").expect(403, "undo-forbidden");
        assertThat(transfers.status(id.toString()).path("state").asString()).isEqualTo("done");
        JsonNode undone = transfers.undo(id.toString());
        assertThat(undone.path("undone").asInt()).isEqualTo(4);
    }

    @Test
    void endsWhenTheRightsAreGoneBeforeItRuns() {
        TestWorkspace.Person keeper = member("keeper");
        UUID id = brought(keeper.client());
        ask(id);
        roles(keeper);
        undo.run(company.workspace(), asked(id, keeper), 1, () -> false);
        JsonNode status = transfers.status(id.toString());
        assertThat(status.path("state").asString()).isEqualTo("undone");
        assertThat(status.path("kept").asInt()).isEqualTo(4);
        assertThat(transfers.count("person")).isEqualTo(4);
    }

    @Test
    void givesUpInTheEndSaysSoAndCanBeAskedForAgain() {
        UUID id = brought(company.admin());
        ask(id);
        ImportUndo.Asked asked = asked(id, company.administrator());
        rename("batch", "batch_away");
        try {
            assertThatThrownBy(() -> undo.run(company.workspace(), asked, 1, () -> false))
                    .isInstanceOf(RuntimeException.class);
            assertThat(transfers.status(id.toString()).path("state").asString()).isEqualTo("undoing");
            assertThatThrownBy(() -> undo.run(company.workspace(), asked, ImportUndo.ATTEMPTS, () -> false))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            rename("batch_away", "batch");
        }
        JsonNode given = transfers.status(id.toString());
        assertThat(given.path("state").asString()).isEqualTo("undo_failed");
        assertThat(given.path("message").asString()).contains("再次撤销");
        assertThat(given.path("finishedAt").asString()).isNotBlank();
        undo.run(company.workspace(), asked, ImportUndo.ATTEMPTS + 1, () -> false);
        company.admin().post("/api/v1/imports/" + id + "/resume", "{}").expect(409, "import-state");
        JsonNode undone = transfers.undo(id.toString());
        assertThat(undone.path("state").asString()).isEqualTo("undone");
        assertThat(undone.path("message").isNull()).isTrue();
        assertThat(transfers.count("person")).isZero();
    }
}
