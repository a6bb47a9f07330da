package io.zhike.record;

import static io.zhike.workspace.ToldLog.fact;
import static io.zhike.workspace.ToldLog.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.record.transfer.Transfers;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import io.zhike.workspace.ToldLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Fields that go out as their masks, come in as new values, and are shown whole for one record at a time. */
class MaskedFieldsTest {
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final Client ADMIN = COMPANY.admin();
    private static final ToldLog LOG = new ToldLog(COMPANY);
    private static final String ID_CARD = "110101199003074477";

    static {
        ADMIN.put("/api/v1/definitions/entity/guest", """
                {"label": {"zh": "来宾"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "姓名"}, "title": true, "searchable": true},
                  {"code": "phone", "type": "phone", "label": {"zh": "手机"}, "searchable": true},
                  {"code": "mail", "type": "email", "label": {"zh": "邮箱"}},
                  {"code": "card", "type": "text", "format": "id_number", "label": {"zh": "身份证"}},
                  {"code": "note", "type": "long_text", "label": {"zh": "备注"}},
                  {"code": "tags", "type": "multi_select", "label": {"zh": "标签"}, "options": [
                    {"code": "vip", "label": {"zh": "贵宾"}}]},
                  {"code": "spent", "type": "money", "label": {"zh": "消费"}},
                  {"code": "host", "type": "relation", "entity": "guest", "label": {"zh": "同来"}},
                  {"code": "shout", "type": "formula", "formula": "UPPER(mail)", "label": {"zh": "大写"}}]}
                """).expect(200);
        ADMIN.put("/api/v1/definitions/role/caller", """
                {"label": {"zh": "外呼"}, "entities": {"guest": {"create": true, "read": "all", "update": "all",
                  "import": true, "export": true, "fields": {"*": "write",
                    "name": {"see": "masked", "change": "fill"}, "phone": {"see": "reveal", "change": "fill"},
                    "mail": {"see": "masked"}, "card": {"see": "reveal"}, "note": {"see": "read", "change": "fill"},
                    "tags": {"see": "reveal", "change": "fill"}, "spent": {"see": "masked"},
                    "shout": {"see": "masked"}}}}}
                """).expect(200);
        ADMIN.put("/api/v1/definitions/role/reader", """
                {"label": {"zh": "主管"}, "entities": {"guest": {"read": "own", "fields": {"*": "none", "mail": "read"}}}}
                """).expect(200);
        ADMIN.post("/api/v1/publish", "{}").expect(200);
    }

    private final TestWorkspace.Person caller = person("caller");
    private final Client client = caller.client();

    private static TestWorkspace.Person person(String... roles) {
        TestWorkspace.Person person = COMPANY.newMember(roles[0]);
        ADMIN.put("/api/v1/members/" + person.id() + "/roles", Map.of("roles", List.of(roles)))
                .expect(200);
        return person;
    }

    private static String make(Map<String, ?> values) {
        return ADMIN.post("/api/v1/records/guest", values)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static String zhang() {
        return make(Map.of(
                "name", "张三丰",
                "phone", "13812341234",
                "mail", "zhang@example.com",
                "card", ID_CARD,
                "note", "常客",
                "tags", List.of("vip"),
                "spent", "99.50"));
    }

    private static String path(String id) {
        return "/api/v1/records/guest/" + id;
    }

    private static JsonNode whole(String id) {
        return ADMIN.get(path(id)).expect(200).json();
    }

    private Answer reveal(String id, String field) {
        return client.post(path(id) + "/reveal", Map.of("field", field));
    }

    private static JsonNode field(Client client, String code) {
        return client.get("/api/v1/entities/guest")
                .expect(200)
                .json()
                .path("fields")
                .valueStream()
                .filter(field -> field.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goOutAsTheMasksOfTheirTypes() {
        JsonNode seen = client.get(path(zhang())).expect(200).json();
        assertThat(seen.path("name").asString()).isEqualTo("张**");
        assertThat(seen.path("phone").asString()).isEqualTo("138****1234");
        assertThat(seen.path("mail").asString()).isEqualTo("z***@example.com");
        assertThat(seen.path("card").asString()).isEqualTo("1101**********4477");
        assertThat(seen.path("tags").asString()).isEqualTo("***");
        assertThat(seen.path("spent").asString()).isEqualTo("***");
        assertThat(seen.path("note").asString()).isEqualTo("常客");
        assertThat(seen.has("shout")).isFalse();
    }

    @Test
    void callRelatedRecordsByTheMaskOfTheirTitle() {
        String host = zhang();
        String id = make(Map.of("name", "李四", "host", host));
        JsonNode seen = client.get(path(id)).expect(200).json();
        assertThat(seen.path("labels").path("host").asString()).isEqualTo("张**");
        String list = client.get("/api/v1/records/guest?fields=name,host.name,host.phone&sort=host")
                .expect(200)
                .text();
        assertThat(list).contains("张**", "138****1234").doesNotContain("张三丰", "李四", "13812341234");
    }

    @Test
    void areSaidToBeMaskedInTheDescriptionOfTheEntity() {
        JsonNode phone = field(client, "phone");
        assertThat(phone.path("masked").booleanValue()).isTrue();
        assertThat(phone.path("reveals").booleanValue()).isTrue();
        assertThat(phone.path("keeps").booleanValue()).isTrue();
        assertThat(phone.path("readonly").booleanValue()).isFalse();
        assertThat(phone.path("searchable").booleanValue()).isFalse();
        JsonNode mail = field(client, "mail");
        assertThat(mail.path("reveals").booleanValue()).isFalse();
        assertThat(mail.path("readonly").booleanValue()).isTrue();
        assertThat(field(client, "note").path("keeps").booleanValue()).isTrue();
        assertThat(field(client, "note").has("masked")).isFalse();
        assertThat(field(ADMIN, "phone").has("masked")).isFalse();
        assertThat(field(ADMIN, "phone").has("keeps")).isFalse();
    }

    @Test
    void answerNoSearch() {
        String mail = "wei" + System.nanoTime();
        String id = make(Map.of("name", "卫" + mail, "phone", "13900007777"));
        for (String words : List.of(mail, "13900007777", "7777")) {
            String list = client.get("/api/v1/records/guest?search=" + words)
                    .expect(200)
                    .text();
            assertThat(list).doesNotContain(id);
        }
        assertThat(ADMIN.get("/api/v1/records/guest?search=" + mail).text()).contains(id);
    }

    @Test
    void areSetToANewValueWithoutBeingSeen() {
        String id = zhang();
        JsonNode saved = client.patch(path(id), Map.of("phone", "13900001111", "name", "赵敏"))
                .expect(200)
                .json();
        assertThat(saved.path("phone").asString()).isEqualTo("139****1111");
        assertThat(whole(id).path("phone").asString()).isEqualTo("+8613900001111");
        Answer made = client.post("/api/v1/records/guest", Map.of("name", "周芷若", "phone", "13700002222"));
        assertThat(made.expect(201).json().path("phone").asString()).isEqualTo("137****2222");
        assertThat(made.text()).doesNotContain("13700002222", "周芷若");
    }

    @ParameterizedTest
    @CsvSource({"phone, 138****1234", "name, 张**", "name, '***'", "tags, '***'"})
    void areNotOverwrittenByTheirMask(String field, String mask) {
        String id = zhang();
        JsonNode before = whole(id);
        Answer answer = client.patch(path(id), Map.of(field, mask));
        answer.expect(400, "input-refused");
        assertThat(answer.json().path("errors").get(0).path("path").asString()).isEqualTo(field);
        assertThat(whole(id)).isEqualTo(before);
    }

    @Test
    void sayThatAMaskWasSentBack() {
        Answer answer = client.post("/api/v1/records/guest", Map.of("name", "王**"));
        assertThat(answer.expect(400).json().path("errors").get(0).path("code").asString())
                .isEqualTo("mask-sent-back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"phone\": null}", "{\"phone\": \"\"}", "{\"tags\": []}", "{\"note\": \"  \"}"})
    void thatMayOnlyBeFilledInAreNotEmptied(String values) {
        String id = zhang();
        JsonNode error = client.patch(path(id), values)
                .expect(400, "input-refused")
                .json()
                .path("errors")
                .get(0);
        assertThat(error.path("code").asString()).isEqualTo("not-to-be-emptied");
        assertThat(values).contains("\"" + error.path("path").asString() + "\"");
        assertThat(whole(id).path("version").asInt()).isEqualTo(1);
        Answer bulk =
                client.post("/api/v1/records/guest/bulk", "{\"ids\": [\"%s\"], \"set\": %s}".formatted(id, values));
        assertThat(bulk.text()).contains("not-to-be-emptied");
        assertThat(whole(id).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void thatAreBlankMayStayBlank() {
        String id = make(Map.of("name", "无名氏"));
        client.patch(path(id), "{\"phone\": null, \"spent\": null}").expect(400);
        client.patch(path(id), "{\"phone\": null}").expect(200);
        ADMIN.patch(path(zhang()), "{\"phone\": null}").expect(200);
    }

    @Test
    void areFilledInByImportsAndNotEmptiedOrMatchedByThem() {
        String id = make(Map.of("name", "孙不二", "phone", "13600003333"));
        Transfers transfers = new Transfers(client);
        Answer matched = transfers.send(
                "/api/v1/imports",
                "one.csv",
                "手机,备注\n13600003333,回访\n".getBytes(StandardCharsets.UTF_8),
                Map.of("entity", "guest", "mode", "update", "match", "[\"phone\"]", "mapping", "{\"手机\": \"phone\"}"));
        assertThat(matched.expect(400).text()).contains("match-hidden");
        int number = whole(id).path("number").asInt();
        JsonNode done = transfers.bring(
                "guest",
                "two.csv",
                "姓名,手机\n钱**,13600004444\n李莫愁,13600005555\n".getBytes(StandardCharsets.UTF_8),
                Map.of("mode", "create", "mapping", "{\"姓名\": \"name\", \"手机\": \"phone\"}"));
        assertThat(done.path("created").asInt()).as(done.toString()).isEqualTo(1);
        assertThat(done.path("refused").asInt()).isEqualTo(1);
        assertThat(number).isPositive();
    }

    @Test
    void areMaskedInTheHistoryOfTheRecord() {
        String id = zhang();
        ADMIN.patch(path(id), Map.of("phone", "13900001111", "spent", "120")).expect(200);
        String history = client.get(path(id) + "/history").expect(200).text();
        assertThat(history)
                .contains("138****1234", "139****1111", "张**", "常客")
                .doesNotContain("13812341234", "13900001111", "张三丰", ID_CARD, "99.50", "120", "zhang@");
    }

    @Test
    void areShownForOneRecordAndTheAuditLogKnowsFirst() {
        String id = zhang();
        Answer shown = reveal(id, "phone").expect(200);
        assertThat(shown.json().path("phone").asString()).isEqualTo("+8613812341234");
        assertThat(shown.text()).doesNotContain("张三丰", ID_CARD);
        JsonNode told = LOG.last("field-revealed");
        assertThat(sentence(told))
                .isEqualTo("caller 查看了「来宾」第 %s 号记录的「手机」".formatted(whole(id).path("number")));
        assertThat(fact(told, "records")).isEqualTo(id);
        assertThat(told.toString()).doesNotContain("13812341234");
    }

    @Test
    void areShownToNobodyWhoMayOnlySeeTheMask() {
        String id = zhang();
        int told = LOG.read("?action=field-revealed").size();
        for (String field : List.of("mail", "spent", "note", "shout", "nosuch", "number")) {
            String answer = reveal(id, field).expect(404, "nothing-to-reveal").text();
            assertThat(answer.replace(field, "nosuch"))
                    .isEqualTo(reveal(id, "nosuch").text());
        }
        client.post(path(id) + "/reveal", "{}").expect(404, "nothing-to-reveal");
        reveal("00000000-0000-7000-8000-000000000000", "phone").expect(404, "nothing-to-reveal");
        person("reader")
                .client()
                .post(path(id) + "/reveal", Map.of("field", "phone"))
                .expect(404, "nothing-to-reveal");
        assertThat(LOG.read("?action=field-revealed")).hasSize(told);
    }

    @Test
    void areReadWhereAnotherRoleReadsThem() {
        Client both = person("caller", "reader").client();
        JsonNode seen = both.get(path(zhang())).expect(200).json();
        assertThat(seen.path("mail").asString()).isEqualTo("zhang@example.com");
        assertThat(seen.path("phone").asString()).isEqualTo("138****1234");
        assertThat(field(both, "mail").has("masked")).isFalse();
    }

    @Test
    void areShownSoOftenAMinuteAndNoMore() {
        String id = zhang();
        Client other = person("caller").client();
        int shown = 0;
        Answer answer = other.post(path(id) + "/reveal", Map.of("field", "phone"));
        // The limit fills up again while the test runs: by one a second.
        for (; answer.status() == 200; shown++) {
            assertThat(shown).isLessThan(1_000);
            answer = other.post(path(id) + "/reveal", Map.of("field", "phone"));
        }
        answer.expect(429, "too-many-requests");
        assertThat(shown).isGreaterThanOrEqualTo(60);
        reveal(id, "phone").expect(200);
    }
}
