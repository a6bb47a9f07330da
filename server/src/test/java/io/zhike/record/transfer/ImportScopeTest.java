package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.record.file.Files;
import io.zhike.record.file.StoredFile;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.workspace.Caller;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * An import has the eyes of who sends it: what is outside the sender's rows and fields is neither matched, nor changed, nor told
 * of, but for the refusal of a value that must be unique.
 */
class ImportScopeTest {
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final Transfers ADMIN = new Transfers(COMPANY.admin());
    private static final TestWorkspace.Person SELLER = COMPANY.newMember("销售");
    private final Transfers seller = new Transfers(SELLER.client());

    @BeforeAll
    static void define() {
        ADMIN.define("secret", """
                {"label": {"zh": "密案", "en": "Secret"}, "fields": [
                  {"code": "alias", "type": "text", "label": {"zh": "化名"}, "title": true}]}""");
        ADMIN.define("client", """
                {"label": {"zh": "客户", "en": "Client"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "tax", "type": "text", "label": {"zh": "税号"}, "unique": true},
                  {"code": "phone", "type": "text", "label": {"zh": "私号"}},
                  {"code": "city", "type": "text", "label": {"zh": "城市"}},
                  {"code": "spot", "type": "location", "label": {"zh": "位置"}},
                  {"code": "friends", "type": "relation", "many": true, "label": {"zh": "朋友"}, "entity": "client"},
                  {"code": "parent", "type": "relation", "label": {"zh": "上级"}, "entity": "client"},
                  {"code": "case", "type": "relation", "label": {"zh": "案卷"}, "entity": "secret"}]}""");
        COMPANY.admin().put("/api/v1/definitions/role/seller", """
                {"label": {"zh": "销售"}, "entities": {"client": {"create": true, "read": "own",
                  "update": {"where": "city <> \\"锁定\\""}, "import": true,
                  "fields": {"*": "write", "phone": "none"}}}}""").expect(200);
        ADMIN.publish();
        COMPANY.admin()
                .put("/api/v1/members/" + SELLER.id() + "/roles", Map.of("roles", List.of("seller")))
                .expect(200);
    }

    @BeforeEach
    void clear() {
        COMPANY.admin()
                .post("/api/v1/records/client/bulk-delete", Map.of("where", "NOT ISBLANK(name)"))
                .expect(200);
    }

    private static String add(Map<String, Object> values) {
        return COMPANY.admin()
                .post("/api/v1/records/client", values)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static void own(String name, String tax) {
        add(Map.of("name", name, "tax", tax, "city", "京", "owner", SELLER.id()));
    }

    private static void foreign(String name, String tax) {
        add(Map.of("name", name, "tax", tax, "city", "京", "phone", "139"));
    }

    private JsonNode upsert(String csv, String match) {
        return seller.bring("client", csv, Map.of("match", match, "mode", "upsert"));
    }

    private String refused(JsonNode done) {
        return seller.refusedText(done.path("id").asString());
    }

    private static List<Integer> tally(JsonNode done) {
        return Transfers.tally(done);
    }

    @Test
    void updatesTheOwnRecordAlthoughOthersHaveTheSameKey() {
        own("甲", "T1");
        foreign("甲", "T2");

        assertThat(tally(upsert("name,city\n甲,沪\n", "name"))).containsExactly(1, 0, 1, 0, 0);
        assertThat(ADMIN.count("client", "city = \"沪\"")).isOne();
        assertThat(ADMIN.count("client", "city = \"沪\" AND tax = \"T1\"")).isOne();
    }

    @Test
    void takesARecordOfOthersForOneThatIsNotThere() {
        foreign("乙", "T3");

        assertThat(tally(upsert("name,city\n乙,沪\n丙,沪\n", "name"))).containsExactly(2, 2, 0, 0, 0);
        assertThat(ADMIN.count("client", "name = \"乙\" AND city = \"京\"")).isOne();
    }

    @Test
    void saysOfARecordOfOthersWhatItSaysOfNone() {
        foreign("丁", "T4");

        JsonNode done = seller.bring("client", "name,city\n丁,沪\n无,沪\n", Map.of("match", "name", "mode", "update"));

        assertThat(tally(done)).containsExactly(2, 0, 0, 0, 2);
        List<String> rows = refused(done).lines().skip(1).toList();
        assertThat(rows.get(0).replace("丁", "无").replace(",2,", ",3,")).isEqualTo(rows.get(1));
    }

    @Test
    void refusesAValueThatMustBeUniqueAndSaysNothingMore() {
        foreign("戊公司", "T5");

        JsonNode done = upsert("name,tax\n新,T5\n", "tax");

        assertThat(tally(done)).containsExactly(1, 0, 0, 0, 1);
        assertThat(refused(done)).contains("税号", "T5").doesNotContain("戊", "139", "京");
        assertThat(ADMIN.count("client", "tax = \"T5\" AND name = \"戊公司\"")).isOne();
    }

    @Test
    void refusesToUpdateWhatItMayOnlyRead() {
        add(Map.of("name", "己", "city", "锁定", "owner", SELLER.id()));

        JsonNode done = upsert("name,tax\n己,T6\n", "name");

        assertThat(tally(done)).containsExactly(1, 0, 0, 0, 1);
        assertThat(ADMIN.count("client", "ISBLANK(tax)")).isOne();
    }

    @Test
    void findsNoDeletedRecords() {
        own("庚", "T7");
        clear();

        assertThat(tally(upsert("name,city\n庚,沪\n", "name"))).containsExactly(1, 1, 0, 0, 0);
    }

    @Test
    void looksUpOnlyRecordsThatItReads() {
        own("辛", "T8");
        foreign("壬", "T9");
        foreign("辛", "T10");

        JsonNode done = seller.bring("client", "name,parent\n子一,辛\n子二,壬\n子三,无\n");

        assertThat(tally(done)).containsExactly(3, 1, 0, 0, 2);
        List<String> rows = refused(done).lines().skip(1).toList();
        assertThat(rows.get(0).replace("子二", "子三").replace("壬", "无").replace(",3,", ",4,"))
                .isEqualTo(rows.get(1));
        assertThat(ADMIN.count("client", "parent.tax = \"T8\"")).isOne();
    }

    @Test
    void tellsNoNameOfAnEntityThatItDoesNotSee() {
        JsonNode done = seller.bring("client", "name,case\n癸,沙漠\n");

        assertThat(tally(done)).containsExactly(1, 0, 0, 0, 1);
        assertThat(refused(done)).contains("案卷", "沙漠").doesNotContain("化名", "密案");
    }

    @Test
    void leavesOutAColumnNamedLikeAFieldThatItDoesNotSee() {
        JsonNode done = seller.bring("client", "name,私号\n子,13900001111\n");

        assertThat(tally(done)).containsExactly(1, 1, 0, 0, 0);
        assertThat(ADMIN.count("client", "NOT ISBLANK(phone)")).isZero();
    }

    @Test
    void refusesKeysThatNothingCanBeFoundBy() {
        Map<String, String> parts = Map.of("entity", "client", "mode", "upsert");
        for (String field : List.of("spot", "friends")) {
            Map<String, String> matched = new HashMap<>(parts);
            matched.put("match", field);
            byte[] file = (field + "\n1\n").getBytes(StandardCharsets.UTF_8);
            assertThat(seller.send("/api/v1/imports", "a.csv", file, matched)
                            .expect(400, "input-refused")
                            .text())
                    .contains("match-not-a-key", field);
        }
        for (String by : List.of("phone", "nothing", "friends", "spot")) {
            byte[] file = "a\n1\n".getBytes(StandardCharsets.UTF_8);
            String mapping = "{\"a\": {\"field\": \"parent\", \"by\": \"%s\"}}".formatted(by);
            assertThat(seller.send("/api/v1/imports", "a.csv", file, Map.of("entity", "client", "mapping", mapping))
                            .expect(400, "input-refused")
                            .text())
                    .contains("unknown-lookup", "mapping.a", by);
        }
    }

    /** Only who has sent a file and administrators see what became of it, and steer it. */
    @Test
    void anImportBelongsToWhoSentIt() {
        TestWorkspace.Person other = COMPANY.newMember("同事");
        COMPANY.admin()
                .put("/api/v1/members/" + other.id() + "/roles", Map.of("roles", List.of("seller")))
                .expect(200);
        String id = seller.bring("client", "name\n甲一\n").path("id").asString();
        for (String end : List.of("", "/refused")) {
            other.client().get("/api/v1/imports/" + id + end).expect(404, "import-not-found");
        }
        for (String verb : List.of("pause", "resume", "cancel", "undo")) {
            other.client().post("/api/v1/imports/" + id + "/" + verb, "{}").expect(404, "import-not-found");
        }
        assertThat(other.client().get("/api/v1/imports").expect(200).text()).doesNotContain(id);
        assertThat(COMPANY.admin().get("/api/v1/imports").expect(200).text()).contains(id);
        assertThat(SELLER.client().get("/api/v1/imports").expect(200).text()).contains(id);
    }

    /** The rights are those of the moment when the rows are written, not of when the file was sent. */
    @Test
    void rightsTakenAwayMeanwhileStopTheRows() {
        TestWorkspace.Person leaver = COMPANY.newMember("离职");
        String roles = "/api/v1/members/" + leaver.id() + "/roles";
        COMPANY.admin().put(roles, Map.of("roles", List.of("seller"))).expect(200);
        UUID id = waiting(COMPANY.caller(leaver), "name\n甲三\n");
        COMPANY.admin().put(roles, Map.of("roles", List.of())).expect(200);

        TestServer.bean(ImportRunner.class).run(COMPANY.workspace(), id, () -> false);

        JsonNode done = COMPANY.admin().get("/api/v1/imports/" + id).expect(200).json();
        assertThat(done.path("created").asInt()).as(done.toString()).isZero();
        assertThat(ADMIN.count("client", "name = \"甲三\"")).isZero();
    }

    /** An import that no job runs: the test does. */
    private static UUID waiting(Caller caller, String csv) {
        StoredFile file = TestServer.bean(Files.class)
                .store(caller, "rows.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        UUID id = Ids.at(Instant.now());
        ImportPlan plan = new ImportPlan(
                file.id(),
                "rows.csv",
                "rows",
                1,
                "client",
                Map.of("name", new ColumnTarget("name", Optional.empty())),
                List.of(),
                ImportMode.CREATE);
        TestServer.bean(Database.class)
                .writing(ctx -> TestServer.bean(ImportStore.class).add(ctx, caller, id, plan, OptionalLong.empty()));
        return id;
    }
}
