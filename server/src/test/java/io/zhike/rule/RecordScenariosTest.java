package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zhike.workspace.TestWorkspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The scenarios of rules that changes of records set off, with what people and customers get of them. */
class RecordScenariosTest {
    private final RuleWorld world = new RuleWorld();
    private final TestWorkspace.Person li = world.workspace.newMember("李雷");
    private final TestWorkspace.Person wang = world.workspace.newMember("王芳");
    private final TestWorkspace.Person zhao = world.workspace.newMember("赵强");

    private String group(TestWorkspace.Person... people) {
        List<String> ids = new ArrayList<>();
        for (TestWorkspace.Person person : people) {
            ids.add(person.id().toString());
        }
        String id = world.admin()
                .post("/api/v1/groups", Map.of("name", "组" + ids.size(), "members", ids))
                .expect(201)
                .json()
                .path("id")
                .asString();
        return "{'who': 'group', 'id': '" + id + "'}";
    }

    private static List<String> titles(TestWorkspace.Person person, String path) {
        return person.client()
                .get("/api/v1/" + path + "?limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(each -> each.path("title").asString(""))
                .toList();
    }

    private void spread(String group) {
        world.rule(
                "leads",
                "customer",
                "'when': {'created': {}}, 'where': 'source = `website`', 'then': ["
                        + "{'code': 'who', 'do': 'assign', 'with': {'way': 'in_turn', 'to': [" + group + "]}}, "
                        + "{'code': 'todo', 'do': 'todo', 'with': {'to': [{'who': 'owner'}], 'title': '联系 {name}'}}]");
    }

    @Test
    void S02_websiteLeadsAreSpreadEvenlyWithATodoEachWhateverWayTheyComeAndOthersStayAsTheyAre() throws Exception {
        spread(group(li, wang, zhao));
        List<Map<String, String>> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(Map.of("name", "客户" + i, "source", i % 4 == 0 ? "fair" : "website"));
        }
        List<Callable<Object>> calls = new ArrayList<>();
        calls.add(() -> world.createAll("customer", items));
        for (int i = 0; i < 11; i++) {
            String name = "单个" + i;
            calls.add(() -> world.create("customer", Map.of("name", name, "source", "website")));
        }
        try (ExecutorService several = Executors.newFixedThreadPool(4)) {
            for (var future : several.invokeAll(calls)) {
                future.get();
            }
        }
        world.settle();
        List<Integer> counts = new ArrayList<>();
        List<JsonNode> all = world.all("customer");
        for (TestWorkspace.Person each : List.of(li, wang, zhao)) {
            List<String> own = all.stream()
                    .filter(customer ->
                            customer.path("owner").asString().equals(each.id().toString()))
                    .map(customer -> "联系 " + customer.path("name").asString())
                    .toList();
            assertThat(titles(each, "todos")).containsExactlyInAnyOrderElementsOf(own);
            counts.add(own.size());
        }
        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(41);
        assertThat(Collections.max(counts) - Collections.min(counts)).isLessThanOrEqualTo(1);
        assertThat(all.stream().filter(each -> each.path("source").asString().equals("fair")))
                .hasSize(10)
                .allSatisfy(each -> assertThat(each.path("owner").asString())
                        .isEqualTo(world.workspace.administrator().id().toString()));
        assertThat(titles(world.workspace.administrator(), "todos")).isEmpty();
    }

    @Test
    void S06_whoBecomesAVipGetsASeniorSalespersonAndAWelcomeMailThatArrives() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            world.admin()
                    .put(
                            "/api/v1/settings/mail",
                            "{\"host\": \"127.0.0.1\", \"port\": "
                                    + server.getSmtp().getPort()
                                    + ", \"security\": \"none\", \"from\": \"知客 <crm@example.com>\"}")
                    .expect(200);
            world.rule(
                    "vip",
                    "customer",
                    "'when': {'entered': {'field': 'vip', 'values': [true]}}, 'then': ["
                            + "{'code': 'who', 'do': 'assign', 'with': {'way': 'fixed', 'to': [" + group(wang) + "]}}, "
                            + "{'code': 'mail', 'do': 'mail', 'with': {'to': [{'who': 'field', 'field': 'mail'}], "
                            + "'subject': '欢迎成为贵宾，{name}', 'text': '以后由 {owner} 为您服务。'}}]");
            String id = world.create("customer", Map.of("name", "甲", "mail", "jia@example.com", "owner", li.id()));
            world.change("customer", id, Map.of("note", "还不是"));
            world.settle();
            assertThat(world.runs()).isEmpty();
            world.change("customer", id, Map.of("vip", true));
            world.settle();
            assertThat(world.record("customer", id).path("owner").asString())
                    .isEqualTo(wang.id().toString());
            assertThat(server.waitForIncomingEmail(30_000, 1)).isTrue();
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("欢迎成为贵宾，甲");
            assertThat(server.getReceivedMessages()[0].getAllRecipients()[0]).hasToString("jia@example.com");
            assertThat(server.getReceivedMessages()[0].getContent().toString()).contains("王芳");
        } finally {
            server.stop();
        }
    }

    @Test
    void S09_aClosedOrderIsToldToFinanceAndDeliveryAndMakesAServiceOrder() {
        world.rule(
                "closed",
                "order",
                "'when': {'entered': {'field': 'state', 'values': ['closed']}}, 'then': ["
                        + "{'code': 'tell', 'do': 'notify', 'with': {'to': [" + group(li) + ", " + group(wang, zhao)
                        + "], 'title': '合同 {title}', 'text': '{customer.name}：{amount}'}}, "
                        + "{'code': 'make', 'do': 'create', 'with': {'entity': 'task', 'back': 'order', 'values': ["
                        + "{'field': 'title', 'value': '`服务 ` & title'}, {'field': 'customer', 'value': 'customer'}]}}]");
        String customer = world.create("customer", Map.of("name", "恒泰"));
        String order =
                world.create("order", Map.of("title", "HT-1", "customer", customer, "amount", "8000", "state", "open"));
        world.settle();
        assertThat(titles(li, "notices")).isEmpty();
        world.change("order", order, Map.of("state", "closed"));
        world.change("order", order, Map.of("title", "HT-1a"));
        world.settle();
        for (TestWorkspace.Person each : List.of(li, wang, zhao)) {
            assertThat(titles(each, "notices")).singleElement().asString().startsWith("合同 HT-1");
        }
        assertThat(li.client()
                        .get("/api/v1/notices")
                        .json()
                        .path("items")
                        .path(0)
                        .path("text")
                        .asString())
                .startsWith("恒泰：8000");
        assertThat(world.all("task")).singleElement().satisfies(task -> {
            assertThat(task.path("title").asString()).startsWith("服务 HT-1");
            assertThat(task.path("order").asString()).isEqualTo(order);
            assertThat(task.path("customer").asString()).isEqualTo(customer);
        });
    }

    @Test
    void S18_aStageThatIsEnteredMakesATaskThatPointsBackAndATodoForTheSalesperson() {
        world.rule(
                "won",
                "customer",
                "'when': {'entered': {'field': 'stage', 'values': ['won']}}, 'then': [{'code': 's1', 'do': 'create', 'with': "
                        + "{'entity': 'task', 'back': 'customer', 'values': [{'field': 'title', 'value': '`安装 ` & name'}]}}, "
                        + "{'code': 's2', 'do': 'todo', 'with': {'to': [{'who': 'owner'}], 'title': '跟进 {name}', 'due': 'TODAY() + DAYS(3)'}}]");
        String id = world.create("customer", Map.of("name", "甲", "owner", li.id()));
        world.settle();
        assertThat(titles(li, "todos")).isEmpty();
        world.change("customer", id, Map.of("stage", "won"));
        world.change("customer", id, Map.of("note", "再改一次"));
        world.settle();
        assertThat(world.all("task")).singleElement().satisfies(task -> {
            assertThat(task.path("title").asString()).isEqualTo("安装 甲");
            assertThat(task.path("customer").asString()).isEqualTo(id);
        });
        assertThat(titles(li, "todos")).containsExactly("跟进 甲");
        assertThat(titles(wang, "todos")).isEmpty();
    }

    @Test
    void S27_aPaymentThatIsRecordedStartsInvoicingOnce() {
        world.rule(
                "invoice",
                "order",
                "'when': {'changed': {'field': 'amount'}}, 'was': 'ISBLANK(amount)', 'where': 'amount > 0', 'then': ["
                        + "{'code': 'start', 'do': 'create', 'with': {'entity': 'task', 'back': 'order', 'values': ["
                        + "{'field': 'title', 'value': '`开票 ` & title'}]}}, "
                        + "{'code': 'todo', 'do': 'todo', 'with': {'to': [" + group(wang)
                        + "], 'title': '开票 {title}：{amount}'}}]");
        String order = world.create("order", Map.of("title", "HT-1"));
        world.settle();
        assertThat(world.all("task")).isEmpty();
        world.change("order", order, Map.of("amount", "500"));
        world.change("order", order, Map.of("amount", "600"));
        world.settle();
        assertThat(world.all("task"))
                .singleElement()
                .satisfies(task -> assertThat(task.path("title").asString()).isEqualTo("开票 HT-1"));
        assertThat(titles(wang, "todos")).singleElement().asString().startsWith("开票 HT-1");
    }

    @Test
    void S30_aLeadOfARegionGoesToWhoIsInChargeOfItWhoIsReminded() {
        world.rule(
                "regions",
                "customer",
                "'when': {'created': {}}, 'then': [{'code': 'who', 'do': 'assign', 'with': {'way': 'table', 'table': ["
                        + "{'if': 'region = `华东`', 'to': [{'who': 'member', 'id': '" + li.id() + "'}]}, "
                        + "{'if': 'region = `华南`', 'to': [{'who': 'member', 'id': '" + wang.id() + "'}]}]}}, "
                        + "{'code': 'tell', 'do': 'notify', 'if': 'region <> ``', 'with': {'to': [{'who': 'owner'}], "
                        + "'title': '新线索 {name}'}}]");
        world.createAll("customer", List.of(Map.of("name", "甲", "region", "华东"), Map.of("name", "乙", "region", "华南")));
        String nowhere = world.create("customer", Map.of("name", "丙"));
        world.settle();
        assertThat(titles(li, "notices")).containsExactly("新线索 甲");
        assertThat(titles(wang, "notices")).containsExactly("新线索 乙");
        assertThat(titles(zhao, "notices")).isEmpty();
        assertThat(world.record("customer", nowhere).path("owner").asString())
                .isEqualTo(world.workspace.administrator().id().toString());
    }
}
