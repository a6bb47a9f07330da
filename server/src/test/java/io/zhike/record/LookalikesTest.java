package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What might be there already, and that nobody learns more by it than by reading. */
class LookalikesTest {
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final Client ADMIN = COMPANY.admin();

    static {
        ADMIN.put("/api/v1/definitions/entity/firm", """
                {"label": {"zh": "公司"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true, "lookalike": true},
                  {"code": "phone", "type": "phone", "label": {"zh": "电话"}, "lookalike": true},
                  {"code": "mail", "type": "email", "label": {"zh": "邮箱"}, "lookalike": true},
                  {"code": "note", "type": "text", "label": {"zh": "备注"}}]}
                """).expect(200);
        ADMIN.put("/api/v1/definitions/role/clerk", """
                {"label": {"zh": "职员"}, "entities": {"firm": {"create": true, "read": "own",
                  "fields": {"*": "write", "mail": "none"}}}}
                """).expect(200);
        ADMIN.put("/api/v1/definitions/role/nameless", """
                {"label": {"zh": "无名"}, "entities": {"firm": {"read": "all",
                  "fields": {"*": "read", "name": "none"}}}}
                """).expect(200);
        ADMIN.post("/api/v1/publish", "{}").expect(200);
    }

    private static UUID make(Client client, Map<String, ?> values) {
        return UUID.fromString(client.post("/api/v1/records/firm", values)
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private static Answer ask(Client client, Map<String, ?> values) {
        return client.post("/api/v1/records/firm/lookalikes", Map.of("values", values));
    }

    private static List<String> titles(Client client, Map<String, ?> values) {
        return ask(client, values)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("title").asString())
                .toList();
    }

    private static TestWorkspace.Person person(String role) {
        TestWorkspace.Person person = COMPANY.newMember(role);
        ADMIN.put("/api/v1/members/" + person.id() + "/roles", Map.of("roles", List.of(role)))
                .expect(200);
        return person;
    }

    @ParameterizedTest
    @CsvSource({
        "深圳市云帆科技有限公司, 深圳市云帆科技股份有限公司",
        "云海贸易（集团）有限公司, 云海贸易",
        "杭州·星河 有限责任公司, 杭州星河公司",
        "'Acme Trading Co., Ltd.', ＡＣＭＥ trading limited",
        "'Beta Inc.', beta",
        "【总部】北山集团, 北山股份公司"
    })
    void namesOfCompaniesAreAlikeButForWhatAllHave(String there, String typed) {
        make(ADMIN, Map.of("name", there));
        assertThat(titles(ADMIN, Map.of("name", typed))).containsExactly(there);
    }

    @Test
    void namesThatDifferAreNotAlike() {
        make(ADMIN, Map.of("name", "青山科技有限公司"));
        make(ADMIN, Map.of("name", "集团"));
        assertThat(titles(ADMIN, Map.of("name", "青山贸易有限公司"))).isEmpty();
        assertThat(titles(ADMIN, Map.of("name", "青山科技深圳分公司"))).isEmpty();
        assertThat(titles(ADMIN, Map.of("name", "公司"))).isEmpty();
        assertThat(titles(ADMIN, Map.of("name", "集团"))).containsExactly("集团");
    }

    @Test
    void phonesAndMailsAreComparedInOneForm() {
        make(ADMIN, Map.of("name", "电话甲", "phone", "+86 138-1111-2222", "mail", "Li.Lei@Example.com"));
        assertThat(titles(ADMIN, Map.of("phone", "１３８１１１１２２２２"))).containsExactly("电话甲");
        assertThat(titles(ADMIN, Map.of("mail", "li.lei@example.COM"))).containsExactly("电话甲");
        assertThat(titles(ADMIN, Map.of("phone", "1381111"))).isEmpty();
    }

    @Test
    void tellsByWhatTheyAreAlikeTheMostFirst() {
        UUID one = make(ADMIN, Map.of("name", "白鹭有限公司"));
        UUID both = make(ADMIN, Map.of("name", "白鹭", "phone", "13911112222"));
        JsonNode items = ask(ADMIN, Map.of("name", "白鹭公司", "phone", "13911112222", "note", "x"))
                .expect(200)
                .json()
                .path("items");
        assertThat(items.valueStream().map(item -> item.path("id").asString()))
                .containsExactly(both.toString(), one.toString());
        assertThat(items.path(0).path("matches").toString()).contains("name", "phone");
        assertThat(items.path(1).path("matches").toString()).isEqualTo("[\"name\"]");
    }

    @Test
    void leavesOutTheRecordItselfAndWhatIsInTheBin() {
        UUID here = make(ADMIN, Map.of("name", "孤雁"));
        UUID gone = make(ADMIN, Map.of("name", "孤雁"));
        ADMIN.delete("/api/v1/records/firm/" + gone).expect(204);
        Answer answer =
                ADMIN.post("/api/v1/records/firm/lookalikes", Map.of("values", Map.of("name", "孤雁"), "except", here));
        assertThat(answer.expect(200).json().path("items").isEmpty()).isTrue();
        assertThat(titles(ADMIN, Map.of("name", "孤雁"))).hasSize(1);
    }

    @Test
    void aClerkNeverLearnsOfTheRecordsOfOthers() {
        Client clerk = person("clerk").client();
        make(ADMIN, Map.of("name", "机密有限公司", "phone", "13722223333", "mail", "a@secret.cn"));
        assertThat(titles(clerk, Map.of("name", "机密公司", "phone", "13722223333")))
                .isEmpty();
        make(clerk, Map.of("name", "机密公司"));
        assertThat(titles(clerk, Map.of("name", "机密"))).containsExactly("机密公司");
        ask(clerk, Map.of("mail", "a@secret.cn")).expect(400, "unknown-field");
        clerk.post("/api/v1/records/nothing/lookalikes", Map.of("values", Map.of()))
                .expect(404);
    }

    @Test
    void aHiddenTitleIsNotTold() {
        make(ADMIN, Map.of("name", "无名氏公司", "phone", "13733334444"));
        Client nameless = person("nameless").client();
        assertThat(ask(nameless, Map.of("phone", "13733334444")).expect(200).text())
                .doesNotContain("无名氏");
        ask(nameless, Map.of("name", "无名氏")).expect(400, "unknown-field");
    }

    @Test
    void refusesBodiesThatSayNothing() {
        ADMIN.post("/api/v1/records/firm/lookalikes", "{}").expect(400);
        ADMIN.post("/api/v1/records/firm/lookalikes", "{\"values\": []}").expect(400);
        assertThat(titles(ADMIN, Map.of())).isEmpty();
    }

    @Test
    void findsByIndexes() {
        String schema = COMPANY.workspace().schema().name();
        TestServer.bean(Database.class).write(ctx -> {
            ctx.execute(
                    "insert into {0} (id, number, version, name, search, created_at, updated_at) select "
                            + "gen_random_uuid(), 100000 + n, 1, 'bulk ' || n, '', now(), now() from generate_series(1, 5000) n",
                    org.jooq.impl.DSL.name(schema, "firm"));
            ctx.execute("analyze {0}", org.jooq.impl.DSL.name(schema, "firm"));
            String plan = ctx.fetch(
                            "explain select * from {0} r where r.deleted_at is null and "
                                    + "(zhike.bare_name(r.name) = zhike.bare_name('bulk 7') or r.phone = '+8613812345678' or "
                                    + "zhike.folded(r.mail) = zhike.folded('A@b.cn')) limit 10",
                            org.jooq.impl.DSL.name(schema, "firm"))
                    .format();
            assertThat(plan)
                    .contains("firm__name__alike", "firm__phone__alike", "firm__mail__alike")
                    .doesNotContain("Seq Scan");
            ctx.execute("delete from {0} where number > 100000", org.jooq.impl.DSL.name(schema, "firm"));
            return null;
        });
    }
}
