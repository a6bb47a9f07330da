package io.zhike.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PrintApiTest {
    private static final String NAME = "{'type': 'paragraph', 'content': [{'type': 'text', 'text': '客户：'},"
            + " {'type': 'field', 'attrs': {'path': 'name'}}]}";

    private static PrintWorld world;

    @BeforeAll
    static void fill() {
        world = new PrintWorld();
        world.publish("card", NAME);
    }

    private static String customer(Map<String, Object> values) {
        return PrintWorld.create(world.admin(), "customer", values);
    }

    @Test
    void listsTheTemplatesOfWhatTheCallerSees() {
        JsonNode items = world.clerk
                .client()
                .get("/api/v1/print-templates?entity=customer")
                .expect(200)
                .json()
                .path("items");

        assertThat(items.valueStream().map(item -> item.path("code").asString()))
                .contains("card");
        assertThat(world.workspace
                        .newMember("外人")
                        .client()
                        .get("/api/v1/print-templates")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void printsAsAPageThatRunsNothing() {
        String id = customer(Map.of("name", "<script>alert(1)</script>&\"", "note", "甲\n乙"));

        Answer page = PrintWorld.html(world.admin(), id, "card").expect(200);

        assertThat(page.text())
                .startsWith("<!DOCTYPE html>")
                .contains("客户：")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;")
                .doesNotContain("<script");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void printsAPdfThatCanBeReadAndSearched() throws Exception {
        String name = "一人入大小北京知客科技有限公司（龘靐）工作日月山水";
        String id = customer(Map.of("name", name));

        Answer pdf = PrintWorld.pdf(world.admin(), id, "card").expect(200);

        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).contains("attachment").contains("filename*=UTF-8''");
        assertThat(PrintWorld.text(pdf)).contains("客户：" + name);
        assertThat(pdf.response().body().length).isLessThan(200_000);
        try (PDDocument document = Loader.loadPDF(pdf.response().body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            for (var font : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(font).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void showsABoxForWhatTheFontDoesNotHave() {
        String id = customer(Map.of("name", "甲😀乙👨‍👩‍👧丙\uD842\uDFB7丁"));

        assertThat(PrintWorld.text(PrintWorld.pdf(world.admin(), id, "card"))).contains("甲□乙□丙");
    }

    @Test
    void fillsInFieldsBehindRelationsSentencesAndFormats() {
        world.publish(
                "facts",
                "{'type': 'paragraph', 'content': ["
                        + "{'type': 'field', 'attrs': {'path': 'parent.name'}}, {'type': 'text', 'text': '|'},"
                        + "{'type': 'field', 'attrs': {'path': 'worth', 'format': 'capitals'}}, {'type': 'text', 'text': '|'},"
                        + "{'type': 'field', 'attrs': {'path': 'worth', 'format': 'money'}}, {'type': 'text', 'text': '|'},"
                        + "{'type': 'field', 'attrs': {'path': 'since', 'format': 'long_date'}}, {'type': 'text', 'text': '|'},"
                        + "{'type': 'field', 'attrs': {'formula': 'worth * 2', 'format': 'whole'}}, {'type': 'text', 'text': '|'},"
                        + "{'type': 'field', 'attrs': {'path': 'owner.name'}}]}");
        String parent = customer(Map.of("name", "总部"));
        String id = customer(Map.of("name", "分部", "parent", parent, "worth", "12300.05", "since", "2026-03-05"));

        String text = PrintWorld.html(world.admin(), id, "facts").expect(200).text();

        assertThat(plain(text)).contains("总部|壹万贰仟叁佰元零伍分|12,300.05|2026年3月5日|24,600|");
    }

    /** What a person reads of a page. */
    static String plain(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]+>", "");
    }

    @Test
    void repeatsARowForEachRecordThatBelongsHere() {
        world.publish(
                "quote",
                "{'type': 'rows', 'attrs': {'of': 'line_customer', 'sort': '-price', 'columns': ["
                        + "{'path': 'what'}, {'path': 'price', 'label': '含税金额', 'format': 'money', 'total': true}]}}");
        String id = customer(Map.of("name", "甲"));
        String other = customer(Map.of("name", "乙"));
        // More than a page of the gate.
        List<Map<String, String>> lines = IntStream.rangeClosed(1, 600)
                .mapToObj(i -> Map.of("what", "产品" + i, "price", i + ".50", "customer", id))
                .toList();
        world.admin().post("/api/v1/records/line", Map.of("items", lines)).expect(201);
        PrintWorld.create(world.admin(), "line", Map.of("what", "别家的", "price", "9", "customer", other));

        String text =
                plain(PrintWorld.html(world.admin(), id, "quote").expect(200).text());

        assertThat(text).contains("产品含税金额产品600600.50产品599599.50").contains("产品11.50合计180,600.00");
        assertThat(text).doesNotContain("别家的");
        assertThat(PrintWorld.text(PrintWorld.pdf(world.admin(), id, "quote")))
                .contains("合计")
                .contains("产品1 1.50");
    }

    @Test
    void repeatsRowsOfListsInBothDirections() {
        world.publish(
                "chambers", "{'type': 'rows', 'attrs': {'of': 'chamber_members', 'columns': [{'path': 'name'}]}}");
        world.put(
                        "print_template/members",
                        PrintWorld.template(
                                        "{'type': 'rows', 'attrs': {'of': 'members', 'columns': [{'path': 'name'}]}}")
                                .replace("\"entity\": \"customer\"", "\"entity\": \"chamber\""))
                .expect(200);
        world.admin().post("/api/v1/publish", "{}").expect(200);
        String first = customer(Map.of("name", "甲公司"));
        String second = customer(Map.of("name", "乙公司"));
        String chamber = PrintWorld.create(world.admin(), "chamber", Map.of("name", "温州商会", "members", List.of(first)));

        assertThat(plain(PrintWorld.html(world.admin(), first, "chambers").text()))
                .contains("温州商会");
        assertThat(plain(PrintWorld.html(world.admin(), second, "chambers")
                        .expect(200)
                        .text()))
                .doesNotContain("温州商会");
        assertThat(plain(world.admin()
                        .get("/api/v1/records/chamber/" + chamber + "/print/members")
                        .expect(200)
                        .text()))
                .contains("甲公司")
                .doesNotContain("乙公司");
    }

    @Test
    void printsAPartOnlyWhereItsConditionHolds() {
        world.publish(
                "reminder",
                "{'type': 'condition', 'attrs': {'when': 'worth > 100'}, 'content': [{'type': 'paragraph', 'content':"
                        + " [{'type': 'text', 'text': '贵宾'}]}]}");

        assertThat(plain(PrintWorld.html(world.admin(), customer(Map.of("worth", "101")), "reminder")
                        .text()))
                .contains("贵宾");
        assertThat(plain(PrintWorld.html(world.admin(), customer(Map.of("worth", "100")), "reminder")
                        .text()))
                .doesNotContain("贵宾");
    }

    @Test
    void leavesEmptyWhatTheCallerMayNotRead() {
        world.publish(
                "secret",
                NAME
                        + ", {'type': 'paragraph', 'content': [{'type': 'field', 'attrs': {'path': 'worth', 'format': 'money'}},"
                        + " {'type': 'field', 'attrs': {'formula': 'worth + 1'}}]},"
                        + " {'type': 'condition', 'attrs': {'when': 'worth > 1'}, 'content': [{'type': 'paragraph',"
                        + " 'content': [{'type': 'text', 'text': '富裕'}]}]},"
                        + " {'type': 'rows', 'attrs': {'of': 'line_customer', 'sort': '-cost', 'columns': [{'path': 'what'}, {'path': 'cost', 'total': true}]}}",
                "'header': {'left': '值{worth}元'}");
        String id = PrintWorld.create(world.clerk.client(), "customer", Map.of("name", "文员的客户"));
        world.admin()
                .patch("/api/v1/records/customer/" + id, Map.of("worth", "7777777"))
                .expect(200);
        PrintWorld.create(
                world.admin(), "line", Map.of("what", "报价甲", "cost", "3333333", "price", "1", "customer", id));

        String admin = PrintWorld.html(world.admin(), id, "secret").expect(200).text();
        String clerk =
                PrintWorld.html(world.clerk.client(), id, "secret").expect(200).text();
        String paper = PrintWorld.text(PrintWorld.pdf(world.clerk.client(), id, "secret"));

        assertThat(admin).contains("7,777,777.00").contains("富裕").contains("3333333");
        assertThat(List.of(clerk, paper))
                .allSatisfy(text -> assertThat(text)
                        .contains("文员的客户")
                        .contains("报价甲")
                        .doesNotContain("7777777")
                        .doesNotContain("7,777,777")
                        .doesNotContain("7777778")
                        .doesNotContain("富裕")
                        .doesNotContain("3333333"));
        assertThat(admin).contains("\"7777777\\00002e00\"");
    }

    @Test
    void printsNoRecordThatTheCallerDoesNotRead() {
        String hidden = customer(Map.of("name", "管理员的客户"));
        String own = PrintWorld.create(world.clerk.client(), "customer", Map.of("name", "我的"));

        PrintWorld.html(world.clerk.client(), hidden, "card").expect(404, "nothing-to-print");
        PrintWorld.pdf(world.clerk.client(), hidden, "card").expect(404, "nothing-to-print");
        Answer both = world.clerk.client().get("/api/v1/prints/card?ids=" + hidden + "," + own);
        assertThat(PrintWorld.text(both)).contains("我的").doesNotContain("管理员");
        world.workspace
                .newMember("外人")
                .client()
                .get("/api/v1/records/customer/" + own + "/print/card")
                .expect(404, "no-such-print-template");
    }

    @Test
    void printsOneRecordAtATimeForWhoeverIsLeaving() {
        Client clerk = world.clerk.client();
        String one = PrintWorld.create(clerk, "customer", Map.of("name", "一"));
        String other = PrintWorld.create(clerk, "customer", Map.of("name", "二"));
        String both = "/api/v1/prints/card?ids=" + one + "," + other;
        clerk.get(both).expect(200);
        String member = "/api/v1/members/" + world.clerk.id();
        world.admin().patch(member, "{\"leaving\": true}").expect(200);
        clerk.get(both).expect(403, "print-while-leaving");
        PrintWorld.pdf(clerk, one, "card").expect(200);
        world.admin().patch(member, "{\"leaving\": false}").expect(200);
        clerk.get(both).expect(200);
    }

    @Test
    void printsNothingOfWhatARoleMayNotPrint() {
        Client clerk = world.clerk.client();
        String own = PrintWorld.create(clerk, "customer", Map.of("name", "只看不印"));
        PrintWorld.html(clerk, own, "card").expect(200);
        world.put("role/clerk", PrintWorld.CLERK.replace("\"read\": \"own\"", "\"read\": \"own\", \"print\": false"))
                .expect(200);
        world.admin().post("/api/v1/publish", "{}").expect(200);
        try {
            assertThat(clerk.get("/api/v1/print-templates").expect(200).json().path("items"))
                    .isEmpty();
            PrintWorld.html(clerk, own, "card").expect(404, "no-such-print-template");
            PrintWorld.pdf(clerk, own, "card").expect(404, "no-such-print-template");
            clerk.get("/api/v1/prints/card?ids=" + own).expect(404, "no-such-print-template");
            clerk.get("/api/v1/records/customer/" + own).expect(200);
            PrintWorld.html(world.admin(), own, "card").expect(200);
        } finally {
            world.put("role/clerk", PrintWorld.CLERK).expect(200);
            world.admin().post("/api/v1/publish", "{}").expect(200);
        }
    }

    @Test
    void printsSeveralRecordsInTheOrderAskedForEachWithItsOwnPageNumbers() {
        world.publish(
                "numbered",
                NAME + ", {'type': 'pageBreak'}, {'type': 'paragraph', 'content': [{'type': 'text', 'text': '附页'}]}",
                "'footer': {'center': '{name} 第 {page} 页 共 {pages} 页'}");
        List<String> ids = IntStream.range(0, 12)
                .mapToObj(i -> customer(Map.of("name", "第" + i + "号客户")))
                .collect(Collectors.toList());
        java.util.Collections.shuffle(ids, new java.util.Random(3));

        Answer pdf = world.admin().get("/api/v1/prints/numbered?ids=" + String.join(",", ids));

        String text = PrintWorld.text(pdf);
        assertThat(text.lines().filter(line -> line.contains("第 2 页 共 2 页"))).hasSize(12);
        assertThat(text.lines().filter(line -> line.contains("第 1 页 共 2 页"))).hasSize(12);
        assertThat(pdf.response().body().length).isLessThan(400_000);
    }

    @Test
    void refusesWhatCannotBePrinted() {
        String id = customer(Map.of("name", "甲"));
        String many = IntStream.range(0, 101).mapToObj(_ -> id).collect(Collectors.joining(","));

        PrintWorld.html(world.admin(), id, "nothing").expect(404, "no-such-print-template");
        world.admin().get("/api/v1/records/line/" + id + "/print/card").expect(404, "no-such-print-template");
        world.admin()
                .get("/api/v1/records/customer/" + id + "/print/card?format=docx")
                .expect(400, "unknown-print-format");
        world.admin().get("/api/v1/prints/card").expect(400, "records-missing");
        world.admin().get("/api/v1/prints/card?ids=x").expect(400, "not-a-record-id");
        world.admin().get("/api/v1/prints/card?ids=" + many).expect(400, "too-many-records");
    }
}
