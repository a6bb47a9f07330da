package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.entity.SealedFields;
import io.zhike.record.transfer.Transfers;
import io.zhike.secret.SealedColumn;
import io.zhike.secret.SealedColumns;
import io.zhike.secret.SealedElsewhere;
import io.zhike.secret.Secrets;
import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Fields whose values the database holds sealed: plain through the gates, unreadable beneath them, never asked by. */
class EncryptedFieldsTest {
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final Client ADMIN = COMPANY.admin();
    private static final WorkspaceSchema SCHEMA = COMPANY.workspace().schema();
    private static final Database DATABASE = TestServer.bean(Database.class);
    private static final String ID_CARD = "110101199003074477";
    private static final String FIELDS = """
            {"code": "name", "type": "text", "label": {"zh": "姓名"}, "title": true},
            {"code": "card", "type": "text", "format": "id_number", "label": {"zh": "身份证"}, "encrypted": true},
            {"code": "phone", "type": "phone", "label": {"zh": "手机"}, "encrypted": true},
            {"code": "mail", "type": "email", "label": {"zh": "邮箱"}, "encrypted": true},
            {"code": "site", "type": "url", "label": {"zh": "网址"}, "encrypted": true},
            {"code": "note", "type": "long_text", "label": {"zh": "病史"}, "encrypted": true},
            {"code": "open", "type": "text", "label": {"zh": "公开"}},
            {"code": "host", "type": "relation", "entity": "patient", "label": {"zh": "家属"}}""";

    static {
        define("patient", FIELDS).expect(200);
        ADMIN.put("/api/v1/definitions/role/desk", """
                {"label": {"zh": "前台"}, "entities": {"patient": {"create": true, "read": "all", "update": "all",
                  "fields": {"*": "write", "card": {"see": "reveal", "change": "fill"}, "note": "none"}}}}
                """).expect(200);
        ADMIN.post("/api/v1/publish", "{}").expect(200);
    }

    private static Answer define(String code, String fields) {
        return ADMIN.put(
                "/api/v1/definitions/entity/" + code,
                "{\"label\": {\"zh\": \"病人\"}, \"fields\": [%s]}".formatted(fields));
    }

    private static String make(Map<String, ?> values) {
        return ADMIN.post("/api/v1/records/patient", values)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static String path(String id) {
        return "/api/v1/records/patient/" + id;
    }

    private static JsonNode whole(String id) {
        return ADMIN.get(path(id)).expect(200).json();
    }

    private static String stored(String id, String field) {
        return DATABASE.read(ctx -> String.valueOf(ctx.select(DSL.field(DSL.name(field), SQLDataType.CLOB))
                .from(SCHEMA.table("patient"))
                .where(DSL.field(DSL.name("id"), SQLDataType.UUID).eq(UUID.fromString(id)))
                .fetchSingle()
                .value1()));
    }

    /** All of the workspace's tables as texts. */
    private static String dump() {
        StringBuilder all = new StringBuilder();
        DATABASE.read(ctx -> {
            for (Table<?> table : ctx.meta().getTables()) {
                if (table.getSchema() != null
                        && table.getSchema()
                                .getName()
                                .equals(SCHEMA.table("patient").getSchema().getName())) {
                    all.append(ctx.selectFrom(table).fetch().formatCSV());
                }
            }
            return all.length();
        });
        return all.toString();
    }

    @Test
    void areWholeThroughTheGateAndNowhereInTheDatabase() {
        String secret = "sealed" + System.nanoTime();
        Map<String, String> values = Map.of(
                "name", "张三丰" + secret.hashCode(),
                "card", ID_CARD,
                "phone", "13812349876",
                "mail", secret + "@example.com",
                "site", "https://example.com/" + secret,
                "note", "旧伤" + secret);
        String id = ADMIN.with("Idempotency-Key", "k" + secret.hashCode())
                .post("/api/v1/records/patient", values)
                .expect(201)
                .json()
                .path("id")
                .asString();
        JsonNode seen = whole(id);
        assertThat(seen.path("card").asString()).isEqualTo(ID_CARD);
        assertThat(seen.path("phone").asString()).isEqualTo("+8613812349876");
        assertThat(seen.path("mail").asString()).isEqualTo(secret + "@example.com");
        assertThat(seen.path("note").asString()).isEqualTo("旧伤" + secret);
        ADMIN.patch(path(id), Map.of("note", "新伤" + secret)).expect(200);
        ADMIN.patch(path(id), Map.of("open", "改了别的")).expect(200);
        assertThat(whole(id).path("note").asString()).isEqualTo("新伤" + secret);
        assertThat(stored(id, "note")).startsWith("s1.");
        String dump = dump();
        assertThat(dump).contains("改了别的", id).doesNotContain(secret, "13812349876", ID_CARD);
    }

    @Test
    void areToldOfInTheHistory() {
        String id = make(Map.of("name", "李四", "note", "第一次"));
        ADMIN.patch(path(id), Map.of("note", "第二次")).expect(200);
        assertThat(ADMIN.get(path(id) + "/history").expect(200).text())
                .contains("第一次", "第二次")
                .doesNotContain("s1.");
    }

    @Test
    void staySameWhenWhatIsSavedIsTheSame() {
        String id = make(Map.of("name", "王五", "note", "不变"));
        String before = stored(id, "note");
        ADMIN.patch(path(id), Map.of("note", "不变", "open", "变")).expect(200);
        assertThat(stored(id, "note")).isEqualTo(before);
        ADMIN.patch(path(id), "{\"note\": null}").expect(200);
        assertThat(whole(id).path("note").isNull()).isTrue();
        assertThat(stored(id, "note")).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?sort=note",
                "?sort=-phone",
                "?sort=host.note",
                "?where=note%20%3D%20%22x%22",
                "?where=ISBLANK(phone)",
                "?where=host.mail%20%3D%20%22x%22"
            })
    void answerNoQuestion(String question) {
        String text =
                ADMIN.get("/api/v1/records/patient" + question).expect(400).text();
        assertThat(text).doesNotContain("s1.");
    }

    @Test
    void groupAndMeasureNothing() {
        ADMIN.post("/api/v1/query", "{\"entity\": \"patient\", \"groups\": [{\"by\": \"note\"}]}")
                .expect(400, "encrypted");
        ADMIN.post(
                        "/api/v1/query",
                        "{\"entity\": \"patient\", \"groups\": [], \"measures\": [{\"fn\": \"max\", \"of\": \"note\"}]}")
                .expect(400, "encrypted");
    }

    @Test
    void areNotFoundBySearch() {
        String word = "xun" + System.nanoTime();
        make(Map.of("name", "找不到", "note", word));
        assertThat(ADMIN.get("/api/v1/records/patient?search=" + word).text()).doesNotContain("找不到");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unique", "searchable", "indexed", "lookalike", "title"})
    void areRefusedWhatTheDatabaseWouldHaveToRead(String flag) {
        String field =
                "{\"code\": \"a\", \"type\": \"text\", \"label\": {\"zh\": \"甲\"}, \"encrypted\": true, \"%s\": true}";
        Answer answer = define("wrong", field.formatted(flag));
        assertThat(answer.text()).contains("encrypted-cannot", "fields[0]." + flag);
        ADMIN.delete("/api/v1/definitions/entity/wrong");
    }

    @Test
    void standInNoExpression() {
        String more = """
                {"code": "a", "type": "text", "label": {"zh": "甲"}, "encrypted": true},
                {"code": "b", "type": "formula", "label": {"zh": "乙"}, "formula": "UPPER(a)"}""";
        Answer answer = define("wrong", more);
        assertThat(answer.text()).contains("fields[1].formula");
        ADMIN.delete("/api/v1/definitions/entity/wrong");
        assertThat(define(
                                "wrong",
                                "{\"code\": \"n\", \"type\": \"number\", \"label\": {\"zh\": \"数\"}, \"encrypted\": true}")
                        .text())
                .contains("fields[0]");
        ADMIN.delete("/api/v1/definitions/entity/wrong");
    }

    @Test
    void areMaskedAndRevealedAsOthersAre() {
        TestWorkspace.Person person = COMPANY.newMember("前台");
        ADMIN.put("/api/v1/members/" + person.id() + "/roles", Map.of("roles", List.of("desk")))
                .expect(200);
        String id = make(Map.of("name", "赵六", "card", ID_CARD, "note", "机密病史"));
        JsonNode seen = person.client().get(path(id)).expect(200).json();
        assertThat(seen.path("card").asString()).isEqualTo("1101**********4477");
        assertThat(seen.has("note")).isFalse();
        Answer shown = person.client().post(path(id) + "/reveal", Map.of("field", "card"));
        assertThat(shown.expect(200).json().path("card").asString()).isEqualTo(ID_CARD);
        String history = person.client().get(path(id) + "/history").expect(200).text();
        assertThat(history).contains("1101**********4477").doesNotContain(ID_CARD, "机密病史", "s1.");
    }

    @Test
    void areReadThroughRelations() {
        String host = make(Map.of("name", "母亲", "phone", "13700001111"));
        String id = make(Map.of("name", "孩子", "host", host));
        JsonNode list = ADMIN.get("/api/v1/records/patient?fields=name,host.phone&limit=200")
                .expect(200)
                .json();
        assertThat(list.path("items")
                        .valueStream()
                        .filter(row -> row.path("id").asString().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .toString())
                .contains("+8613700001111");
    }

    @Test
    void areOpenedForTheirOwnRecordAlone() {
        String from = make(Map.of("name", "甲", "note", "甲的病史"));
        String to = make(Map.of("name", "乙", "note", "乙的病史"));
        move(to, "note", stored(from, "note"));
        ADMIN.get(path(to)).expect(500);
        move(to, "note", stored(from, "mail"));
        String mail = make(Map.of("name", "丙", "mail", "c@example.com"));
        move(mail, "note", stored(mail, "mail"));
        assertThat(ADMIN.get(path(mail)).expect(500).text()).doesNotContain("c@example.com");
        for (String id : List.of(to, mail)) {
            DATABASE.write(ctx -> ctx.deleteFrom(SCHEMA.table("patient"))
                    .where(DSL.field(DSL.name("id"), SQLDataType.UUID).eq(UUID.fromString(id)))
                    .execute());
        }
    }

    private static void move(String id, String field, String sealed) {
        DATABASE.write(ctx -> ctx.update(SCHEMA.table("patient"))
                .set(DSL.field(DSL.name(field), SQLDataType.CLOB), sealed)
                .where(DSL.field(DSL.name("id"), SQLDataType.UUID).eq(UUID.fromString(id)))
                .execute());
    }

    @Test
    void areChangedInBulkAndTakenBack() {
        String one = make(Map.of("name", "一", "note", "原来一"));
        String two = make(Map.of("name", "二"));
        String batch = ADMIN.post(
                        "/api/v1/records/patient/bulk", Map.of("ids", List.of(one, two), "set", Map.of("note", "一起改的")))
                .expect(200)
                .json()
                .path("batch")
                .asString();
        assertThat(whole(two).path("note").asString()).isEqualTo("一起改的");
        assertThat(stored(one, "note")).startsWith("s1.").isNotEqualTo(stored(two, "note"));
        ADMIN.post("/api/v1/batches/" + batch + "/undo", "{}").expect(200);
        assertThat(whole(one).path("note").asString()).isEqualTo("原来一");
        assertThat(whole(two).path("note").isNull()).isTrue();
        assertThat(dump()).doesNotContain("一起改的", "原来一");
    }

    @Test
    void areImportedAndExportedAndMatchNothing() {
        Transfers transfers = new Transfers(ADMIN);
        JsonNode done = transfers.bring(
                "patient",
                "in.csv",
                "姓名,手机\n导入甲,13655556666\n".getBytes(StandardCharsets.UTF_8),
                Map.of("mode", "create", "mapping", "{\"姓名\": \"name\", \"手机\": \"phone\"}"));
        assertThat(done.path("created").asInt()).as(done.toString()).isEqualTo(1);
        assertThat(ADMIN.get("/api/v1/records/patient?fields=name,phone&limit=200")
                        .text())
                .contains("+8613655556666");
        assertThat(ADMIN.get("/api/v1/exports/patient?format=csv&fields=name,phone")
                        .expect(200)
                        .text())
                .contains("136 5555 6666");
        Answer matched = transfers.send(
                "/api/v1/imports",
                "m.csv",
                "手机,姓名\n13655556666,新名\n".getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "entity",
                        "patient",
                        "mode",
                        "update",
                        "match",
                        "[\"phone\"]",
                        "mapping",
                        "{\"手机\": \"phone\"}"));
        matched.expect(400);
    }

    @Test
    void keepWhetherTheyAreEncryptedOnceTheyHadAValue() {
        String plain = "{\"code\": \"a\", \"type\": \"text\", \"label\": {\"zh\": \"甲\"}}";
        String sealed = plain.replace("}}", "}, \"encrypted\": true}");
        define("turned", plain).expect(200);
        ADMIN.post("/api/v1/publish", "{}").expect(200);
        define("turned", sealed).expect(200);
        ADMIN.post("/api/v1/publish", "{}").expect(200);
        String id = ADMIN.post("/api/v1/records/turned", Map.of("a", "有值了"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        define("turned", plain).expect(200);
        ADMIN.post("/api/v1/publish", "{}").expect(409, "sealing-held");
        ADMIN.patch("/api/v1/records/turned/" + id, "{\"a\": null}").expect(200);
        ADMIN.post("/api/v1/publish", "{}").expect(409, "sealing-held");
        define("turned", sealed.replace("\"type\": \"text\"", "\"type\": \"long_text\""))
                .expect(200);
        ADMIN.post("/api/v1/publish", "{}").expect(200);
        ADMIN.patch("/api/v1/records/turned/" + id, Map.of("a", "再来")).expect(200);
        assertThat(ADMIN.get("/api/v1/records/turned/" + id).text()).contains("再来");
    }

    @Test
    void areFoundByAChangeOfTheKeyInRowsInTheTrashAndInTheFeed() {
        define("moved", """
                {"code": "a", "type": "text", "label": {"zh": "甲"}, "encrypted": true},
                {"code": "b", "type": "text", "label": {"zh": "乙"}, "encrypted": true}""").expect(200);
        ADMIN.post("/api/v1/publish", "{}").expect(200);
        String id = ADMIN.post("/api/v1/records/moved", Map.of("a", "留下的", "b", "删掉的"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        ADMIN.patch("/api/v1/records/moved/" + id, Map.of("a", "后来的")).expect(200);
        define("moved", "{\"code\": \"a\", \"type\": \"text\", \"label\": {\"zh\": \"甲\"}, \"encrypted\": true}")
                .expect(200);
        ADMIN.post("/api/v1/publish", "{\"accept\": [\"trash-field:moved.b\"]}").expect(200);
        UUID record = UUID.fromString(id);
        Secrets secrets = TestServer.bean(Secrets.class);
        List<String> opened = new ArrayList<>();
        TestServer.context().getBeansOfType(SealedColumns.class).values().stream()
                .flatMap(each -> each.all().stream())
                .filter(column -> column.place().startsWith("record.moved."))
                .forEach(column -> opened.add(secrets.open(column, record, sealedIn(column, record))));
        assertThat(opened).containsExactlyInAnyOrder("后来的", "删掉的");
        List<String> told = new ArrayList<>();
        for (SealedElsewhere feed : TestServer.bean(SealedFeed.class).elsewhere()) {
            feed.replace("s1.", (column, row, text) -> {
                if (!row.equals(record)) {
                    return Optional.empty();
                }
                String plain = secrets.open(column, row, text);
                told.add(plain);
                return Optional.of(DATABASE.write(ctx -> secrets.seal(ctx, column, row, plain)));
            });
        }
        assertThat(told).containsExactlyInAnyOrder("留下的", "删掉的", "留下的", "后来的");
        assertThat(ADMIN.get("/api/v1/records/moved/" + id + "/history").text()).contains("留下的", "后来的");
        assertThat(SealedFields.column(SCHEMA, "moved", "a").place()).isEqualTo("record.moved.a");
    }

    private static String sealedIn(SealedColumn column, UUID record) {
        return DATABASE.read(ctx -> ctx.select(column.sealed())
                .from(column.table())
                .where(column.id().eq(record))
                .fetchSingle()
                .value1());
    }
}
