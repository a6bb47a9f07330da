package io.zhike.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PrintTemplateKindTest {
    private static PrintWorld world;

    @BeforeAll
    static void fill() {
        world = new PrintWorld();
    }

    private static List<String> issues(String blocks, String... more) {
        JsonNode issues = world.put("print_template/tried", PrintWorld.template(blocks, more))
                .expect(200)
                .json()
                .path("issues");
        return issues.valueStream()
                .map(issue ->
                        issue.path("path").asString() + " " + issue.path("code").asString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{'type': 'paragraph'}",
                "{'type': 'paragraph', 'attrs': {'align': null}, 'content': [{'type': 'text', 'text': 'x', 'marks': [{'type': 'bold'},"
                        + " {'type': 'look', 'attrs': {'size': 12, 'color': '#12ab9F'}}]}, {'type': 'hardBreak'}]}",
                "{'type': 'heading', 'attrs': {'level': 4, 'align': 'justify'}}",
                "{'type': 'bulletList', 'content': [{'type': 'listItem', 'content': [{'type': 'paragraph'}]}]}",
                "{'type': 'table', 'attrs': {'lines': false}, 'content': [{'type': 'tableRow', 'content': [{'type': 'tableHeader',"
                        + " 'attrs': {'colspan': 2, 'rowspan': 1, 'colwidth': [100, 200]}, 'content': [{'type': 'paragraph'}]}]}]}",
                "{'type': 'paragraph', 'content': [{'type': 'field', 'attrs': {'path': 'parent.owner.name', 'format': 'usual'}}]}",
                "{'type': 'paragraph', 'content': [{'type': 'field', 'attrs': {'path': '', 'formula': 'worth * 2', 'format': 'capitals'}}]}",
                "{'type': 'picture', 'attrs': {'path': 'photo', 'width': 30, 'align': 'center'}}, {'type': 'pageBreak'}",
                "{'type': 'qr', 'attrs': {'path': null}}, {'type': 'qr', 'attrs': {'path': 'name'}}, {'type': 'horizontalRule'}",
                "{'type': 'condition', 'attrs': {'when': 'COUNT(line_customer) > 1'}, 'content': [{'type': 'paragraph'}]}",
                "{'type': 'rows', 'attrs': {'of': 'line_customer', 'sort': '-price', 'columns': [{'path': 'price', 'total': true}]}}"
            })
    void acceptsEachPart(String blocks) {
        assertThat(issues(blocks)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'type': 'script'} | body.content[0] unknown-part",
                "{'type': 'paragraph', 'content': [{'type': 'iframe'}]} | body.content[0].content[0] unknown-part",
                "{'type': 'paragraph', 'content': [{'type': 'text', 'text': 'x', 'marks': [{'type': 'link'}]}]} | body.content[0].content[0] unknown-part",
                "{'type': 'table', 'content': [{'type': 'paragraph'}]} | body.content[0].content[0] misplaced-part",
                "{'type': 'orderedList', 'content': [{'type': 'paragraph'}]} | body.content[0].content[0] misplaced-part",
                "{'type': 'heading', 'attrs': {'level': 9}} | body.content[0] bad-property",
                "{'type': 'paragraph', 'attrs': {'align': 'middle'}} | body.content[0] bad-property",
                "{'type': 'paragraph', 'content': [{'type': 'text', 'text': 'x', 'marks': [{'type': 'look', 'attrs': {'color': 'red;x'}}]}]} | body.content[0].content[0] bad-property",
                "{'type': 'paragraph', 'content': [{'type': 'field', 'attrs': {'path': 'name', 'format': 'loud'}}]} | body.content[0].content[0] bad-property",
                "{'type': 'paragraph', 'content': [{'type': 'field', 'attrs': {'path': 'gone'}}]} | body.content[0].content[0] no-such-field",
                "{'type': 'paragraph', 'content': [{'type': 'field', 'attrs': {'formula': 'gone + 1'}}]} | body.content[0].content[0] unknown-name",
                "{'type': 'image', 'attrs': {'data': 'http://127.0.0.1/x.png'}} | body.content[0] bad-image",
                "{'type': 'image', 'attrs': {'data': 'data:image/svg+xml;base64,PHN2Zz4='}} | body.content[0] bad-image",
                "{'type': 'image', 'attrs': {'data': 'data:image/png;base64,AAAA\\\"/><script>'}} | body.content[0] bad-image",
                "{'type': 'picture', 'attrs': {'path': 'name'}} | body.content[0] not-an-image-field",
                "{'type': 'qr', 'attrs': {'path': 'gone'}} | body.content[0] no-such-field",
                "{'type': 'condition', 'attrs': {'when': 'worth + 1'}} | body.content[0] not-a-condition",
                "{'type': 'rows', 'attrs': {'of': 'gone', 'columns': [{'path': 'x'}]}} | body.content[0] no-such-rows",
                "{'type': 'rows', 'attrs': {'of': 'line_customer', 'columns': []}} | body.content[0] no-columns",
                "{'type': 'rows', 'attrs': {'of': 'line_customer', 'columns': [{'path': 'what', 'total': true}]}} | body.content[0].attrs.columns[0] nothing-to-add",
                "{'type': 'rows', 'attrs': {'of': 'line_customer', 'sort': 'gone', 'columns': [{'path': 'what'}]}} | body.content[0] no-such-field"
            })
    void saysWhatIsWrongAndWhere(String blocks, String issue) {
        assertThat(issues(blocks)).contains(issue);
    }

    @Test
    void refusesWhatIsTooDeep() {
        String inner = "{'type': 'paragraph'}";
        for (int i = 0; i < 20; i++) {
            inner = "{'type': 'condition', 'attrs': {'when': 'true'}, 'content': [" + inner + "]}";
        }
        assertThat(issues(inner)).anyMatch(issue -> issue.endsWith(" too-deep"));
    }

    @Test
    void refusesMoreFieldsThanAStatementShouldHave() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i <= Wanted.MOST; i++) {
            fields.append(i == 0 ? "" : ", ").append("{'type': 'field', 'attrs': {'formula': 'worth + " + i + "'}}");
        }
        String body = "{'type': 'paragraph', 'content': [" + fields + "]}";

        assertThat(issues(body)).containsExactly("body too-many-fields");
        String trial = "{\"template\": " + PrintWorld.template(body, "'code': 'tried'") + "}";
        PrintWorld.create(world.admin(), "customer", java.util.Map.of("name", "甲"));
        world.admin().post("/api/v1/print-templates/preview", trial).expect(400, "too-many-fields");
    }

    @Test
    void isTriedByBuildersOnlyOnTheNewestRecordOrOneThatIsNamed() {
        String first = PrintWorld.create(world.admin(), "customer", java.util.Map.of("name", "第一家"));
        PrintWorld.create(world.admin(), "customer", java.util.Map.of("name", "最新的"));
        String trial = "{\"template\": "
                + PrintWorld.template(
                        "{'type': 'paragraph', 'content': [{'type': 'field', 'attrs': {'path': 'name'}},"
                                + " {'type': 'field', 'attrs': {'path': 'gone'}}]}",
                        "'code': 'tried'");

        JsonNode newest = world.admin()
                .post("/api/v1/print-templates/preview", trial + "}")
                .expect(200)
                .json();
        JsonNode named = world.admin()
                .post("/api/v1/print-templates/preview", trial + ", \"record\": \"" + first + "\"}")
                .expect(200)
                .json();

        assertThat(newest.path("html").asString()).contains("最新的");
        assertThat(newest.path("unread").get(0).path("what").asString()).isEqualTo("gone");
        assertThat(named.path("html").asString()).contains("第一家");
        world.clerk
                .client()
                .post("/api/v1/print-templates/preview", trial + "}")
                .expect(403);
        world.admin()
                .post("/api/v1/print-templates/preview", "{\"template\": {\"code\": \"x\"}}")
                .expect(400, "template-refused");
        world.admin().post("/api/v1/print-templates/preview", "{}").expect(400, "template-refused");
    }

    @Test
    void refusesMarginsThatLeaveNoRoom() {
        assertThat(issues("", "'paper': 'receipt'", "'margins': {'left': 40, 'right': 40}"))
                .containsExactly("margins no-place-left");
    }

    @Test
    void knowsTheFieldsOfItsHeader() {
        assertThat(issues("", "'header': {'left': '{name} {gone} {page}'}")).contains("header.left no-such-field");
    }

    @Test
    void isTakenAsDocumentsOfItsShapeOnly() {
        world.put("print_template/tried", PrintWorld.template("", "'paper': 'a0'"))
                .expect(400, "invalid-definition");
        world.put("print_template/tried", "{\"label\": {\"zh\": \"x\"}, \"entity\": \"customer\"}")
                .expect(400, "invalid-definition");
    }

    /** A field that a template prints cannot be deleted unseen, wherever the template names it. */
    @Test
    void keepsTheFieldsThatItNames() {
        world.publish(
                "keeper",
                "{'type': 'rows', 'attrs': {'of': 'line_customer', 'columns': [{'path': 'what'}]}},"
                        + " {'type': 'condition', 'attrs': {'when': 'worth > 1'}, 'content': [{'type': 'paragraph'}]}",
                "'footer': {'left': '{since}'}");
        String without = PrintWorld.LINE.replace(
                "{\"code\": \"what\", \"type\": \"text\", \"label\": {\"zh\": \"产品\"}, \"title\": true},", "");
        JsonNode answer = world.put("entity/line", without).expect(200).json();

        assertThat(answer.path("issues").toString()).contains("keeper").contains("columns[0]");
        world.put("entity/line", PrintWorld.LINE).expect(200);
    }

    @Test
    void aMailsLinkIsPreviewedAsMailsHaveItAndOnPaperAsTheReaderHasIt() {
        String id = PrintWorld.create(world.admin(), "customer", Map.of("name", "甲"));
        String link = "{'type': 'paragraph', 'content': [{'type': 'field', 'attrs': {'path': 'record.link'}}]}";
        String trial = "{\"template\": " + PrintWorld.template(link, "'code': 'tried'");
        JsonNode paper = preview(trial + "}");
        assertThat(paper.path("html").asString()).contains("http://127.0.0.1").contains("/e/customer/" + id);
        assertThat(paper.path("unlinked").asBoolean()).isFalse();
        JsonNode mail = preview(trial + ", \"mail\": true}");
        assertThat(mail.path("html").asString()).doesNotContain("/e/customer/");
        assertThat(mail.path("unlinked").asBoolean()).isTrue();
        world.admin()
                .put("/api/v1/settings/address", Map.of("address", "https://crm.example.com"))
                .expect(200);
        JsonNode linked = preview(trial + ", \"mail\": true}");
        assertThat(linked.path("html").asString()).contains("https://crm.example.com/e/customer/" + id);
        assertThat(linked.path("unlinked").asBoolean()).isFalse();
        world.admin().put("/api/v1/settings/address", "{\"address\": null}").expect(200);
    }

    @Test
    void aMailWithoutALinkMissesNoAddress() {
        PrintWorld.create(world.admin(), "customer", Map.of("name", "甲"));
        String trial = "{\"template\": " + PrintWorld.template("{'type': 'horizontalRule'}", "'code': 'tried'")
                + ", \"mail\": true}";
        assertThat(preview(trial).path("unlinked").asBoolean()).isFalse();
    }

    private JsonNode preview(String trial) {
        return world.admin()
                .post("/api/v1/print-templates/preview", trial)
                .expect(200)
                .json();
    }
}
