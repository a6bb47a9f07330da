package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestWorkspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules give to-dos, tell members and send mail, each once. */
class TellingRulesTest {
    private final RuleWorld world = new RuleWorld();
    private final TestWorkspace.Person li = world.workspace.newMember("李雷");
    private final TestWorkspace.Person wang = world.workspace.newMember("王芳");

    private static JsonNode items(Client client, String path) {
        return client.get(path).expect(200).json().path("items");
    }

    private static List<String> all(JsonNode items, String property) {
        return items.valueStream().map(each -> each.path(property).asString("")).toList();
    }

    @Test
    void eachWebsiteLeadGivesItsOwnerOneTodoAndOthersNone() {
        world.rule(
                "leads",
                "customer",
                "'when': {'created': {}}, 'where': 'source = `website`', 'then': [{'code': 's1', 'do': 'todo', 'with': "
                        + "{'to': [{'who': 'owner'}], 'title': '联系 {name}', 'note': '来自官网', 'due': 'NOW() + HOURS(4)'}}]");
        List<Map<String, ?>> leads = new ArrayList<>();
        List<String> ofLi = new ArrayList<>();
        List<String> ofWang = new ArrayList<>();
        // So many that a step is done for several of them together, however workers share them.
        for (int i = 0; i < 10; i++) {
            leads.add(Map.of("name", "甲" + i, "source", "website", "owner", li.id()));
            leads.add(Map.of("name", "乙" + i, "source", "website", "owner", wang.id()));
            leads.add(Map.of("name", "丙" + i, "source", "fair", "owner", li.id()));
            ofLi.add("联系 甲" + i);
            ofWang.add("联系 乙" + i);
        }
        world.createAll("customer", leads);
        world.settle();
        JsonNode todo = items(li.client(), "/api/v1/todos").path(0);
        assertThat(all(items(li.client(), "/api/v1/todos"), "title")).containsExactlyInAnyOrderElementsOf(ofLi);
        assertThat(all(items(wang.client(), "/api/v1/todos"), "title")).containsExactlyInAnyOrderElementsOf(ofWang);
        assertThat(todo.path("source").asString()).isEqualTo("rule:leads");
        assertThat(todo.path("note").asString()).isEqualTo("来自官网");
        assertThat(todo.path("due").isNull()).isFalse();
        assertThat(todo.path("about").path("entity").asString()).isEqualTo("customer");
        assertThat(all(items(li.client(), "/api/v1/notices"), "title"))
                .containsExactlyInAnyOrderElementsOf(
                        ofLi.stream().map(title -> "新待办：" + title).toList());
        world.settle();
        assertThat(items(li.client(), "/api/v1/todos")).hasSize(10);
    }

    @Test
    void aNoticeGoesToWhomTheRuleNamesWithTheValuesOfItsText() {
        world.rule(
                "won",
                "customer",
                "'when': {'entered': {'field': 'stage', 'values': ['won']}}, 'then': [{'code': 's1', 'do': 'notify', 'with': "
                        + "{'to': [{'who': 'owner'}, {'who': 'member', 'id': '" + wang.id()
                        + "'}], 'title': '{name} 成交', 'text': '价值 {worth}'}}]");
        String id = world.create("customer", Map.of("name", "甲", "worth", "88", "owner", li.id()));
        world.settle();
        assertThat(items(li.client(), "/api/v1/notices")).isEmpty();
        world.change("customer", id, Map.of("stage", "won"));
        world.settle();
        for (TestWorkspace.Person person : List.of(li, wang)) {
            JsonNode told = items(person.client(), "/api/v1/notices").path(0);
            assertThat(told.path("title").asString()).isEqualTo("甲 成交");
            assertThat(told.path("text").asString()).startsWith("价值 88");
            assertThat(told.path("topic").asString()).isEqualTo("rules");
        }
        JsonNode log = world.runs().getLast().path("log");
        assertThat(log.toString()).contains("通知 2 人");
    }

    @Test
    void mailGoesToTheCustomersAddressAndToMembersOneToEach() {
        wang.client()
                .put("/api/v1/me/notice-preferences", Map.of("address", "wang@example.com"))
                .expect(200);
        world.rule(
                "hello",
                "customer",
                "'when': {'created': {}}, 'then': [{'code': 's1', 'do': 'mail', 'with': {'to': [{'who': 'field', 'field': 'mail'}, "
                        + "{'who': 'owner'}], 'subject': '您好，{name}', 'text': '感谢您的来信。'}}]");
        world.create("customer", Map.of("name", "甲", "mail", "jia@example.com", "owner", wang.id()));
        world.create("customer", Map.of("name", "乙", "owner", li.id()));
        world.settle();
        JsonNode messages = items(world.admin(), "/api/v1/messages");
        assertThat(all(messages, "to")).containsExactlyInAnyOrder("jia@example.com", "wang@example.com");
        assertThat(all(messages, "subject")).containsOnly("您好，甲");
        assertThat(all(messages, "source")).containsOnly("rule:hello");
        assertThat(world.runs().toString()).contains("找不到收件地址");
    }

    private static final String LINKED = "'when': {'created': {}}, 'then': [{'code': 's1', 'do': 'mail', 'with': "
            + "{'to': [{'who': 'field', 'field': 'mail'}], 'subject': '{name}', 'text': '{name}：{ record.link }，请查看'}}]";

    private String textOfOnlyMail() {
        JsonNode messages = items(world.admin(), "/api/v1/messages");
        assertThat(messages).hasSize(1);
        String id = messages.get(0).path("id").asString();
        long patience = System.nanoTime() + 60_000_000_000L;
        while (world.admin().get("/api/v1/caught-mail/" + id).status() != 200) {
            assertThat(System.nanoTime()).as("the mail is caught").isLessThan(patience);
            Thread.onSpinWait();
        }
        return world.admin()
                .get("/api/v1/caught-mail/" + id)
                .json()
                .path("text")
                .asString();
    }

    @Test
    void textsHoldTheLinkToTheirRecord() {
        world.admin()
                .put("/api/v1/settings/address", Map.of("address", "https://crm.example.com"))
                .expect(200);
        world.rule("hello", "customer", LINKED);
        String id = world.create("customer", Map.of("name", "甲", "mail", "jia@example.com"));
        world.settle();
        assertThat(textOfOnlyMail()).isEqualTo("甲：https://crm.example.com/e/customer/" + id + "，请查看");
    }

    @Test
    void theLinkFallsAwayWhereNobodySaidUnderWhichAddressItIs() {
        world.rule("hello", "customer", LINKED);
        world.create("customer", Map.of("name", "甲", "mail", "jia@example.com"));
        world.settle();
        assertThat(textOfOnlyMail()).isEqualTo("甲：，请查看");
    }

    @Test
    void onlyWhatIsToldHasALink() {
        String refusing = "'when': {'saved': {}}, 'then': [{'code': 's1', 'do': 'refuse', 'with': "
                + "{'field': 'name', 'message': '见 {record.link}'}}]";
        assertThat(world.draft("refusing", "customer", refusing).text()).contains("then[0].with.message");
        world.admin().delete("/api/v1/definitions/rule/refusing");
    }

    @Test
    void whatIsWrongWithItsTextsIsFoundBeforeItIsPublished() {
        String wrong = "'when': {'created': {}}, 'then': [{'code': 's1', 'do': 'todo', 'with': "
                + "{'to': [{'who': 'owner'}], 'title': '联系 {nobody}', 'due': 'name'}}]";
        String refused = world.draft("wrong", "customer", wrong).text();
        assertThat(refused).contains("then[0].with.title").contains("then[0].with.due");
        world.admin().delete("/api/v1/definitions/rule/wrong");
    }
}
