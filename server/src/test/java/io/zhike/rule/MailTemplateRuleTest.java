package io.zhike.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Mail written as a template: filled in from the record, with nothing of it taken for markup. */
class MailTemplateRuleTest {
    private static final String BODY = """
            {"type": "doc", "content": [
              {"type": "paragraph", "content": [{"type": "text", "text": "尊敬的 "}, {"type": "field", "attrs": {"path": "name"}}]},
              {"type": "condition", "attrs": {"when": "vip"}, "content": [
                {"type": "paragraph", "content": [{"type": "text", "text": "您是我们的重点客户"}]}]},
              {"type": "paragraph", "content": [{"type": "text", "text": "此致"}]}]}""";

    private final RuleWorld world = new RuleWorld();

    private io.zhike.workspace.Answer template(String subject, String body) {
        return world.put(
                "mail_template/welcome",
                "{\"label\": {\"zh\": \"欢迎\"}, \"entity\": \"customer\", \"subject\": \"" + subject + "\", \"body\": "
                        + body + "}");
    }

    private static String send(String template) {
        return "'when': {'created': {}}, 'then': [{'code': 's1', 'do': 'mail', 'with': "
                + "{'to': [{'who': 'field', 'field': 'mail'}], 'template': '" + template + "'}}]";
    }

    @Test
    void isFilledInFromTheRecordAndNothingOfItIsMarkup() {
        template("欢迎 {name}，价值 {worth * 2}", BODY).expect(200);
        world.publish();
        world.rule("hello", "customer", send("welcome"));
        world.create(
                "customer",
                Map.of("name", "<script>alert(1)</script>", "mail", "a@example.com", "worth", "5", "vip", true));
        world.create("customer", Map.of("name", "乙", "mail", "b@example.com"));
        world.settle();
        JsonNode messages =
                world.admin().get("/api/v1/messages").expect(200).json().path("items");
        assertThat(messages).hasSize(2);
        JsonNode scripted = messages.valueStream()
                .filter(each -> each.path("to").asString().startsWith("a@"))
                .findFirst()
                .orElseThrow();
        assertThat(scripted.path("subject").asString()).startsWith("欢迎 <script>alert(1)</script>，价值 10");
        // Without a server the job catches it; it is read as it waits until then.
        JsonNode mail = caught(scripted.path("id").asString());
        assertThat(mail.path("html").asString())
                .contains("尊敬的", "&lt;script&gt;", "您是我们的重点客户")
                .doesNotContain("<script>");
        assertThat(mail.path("text").asString()).isEqualTo("尊敬的 <script>alert(1)</script>\n您是我们的重点客户\n此致");
    }

    private static final String LINKED = """
            {"type": "doc", "content": [
              {"type": "paragraph", "content": [{"type": "text", "text": "查看 "}, {"type": "field", "attrs": {"path": "record.link"}}]}]}""";

    private JsonNode only() {
        JsonNode messages =
                world.admin().get("/api/v1/messages").expect(200).json().path("items");
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    @Test
    void leadsToTheRecordWhereSomebodySaidUnderWhichAddressThatIs() {
        world.admin()
                .put("/api/v1/settings/address", Map.of("address", "https://crm.example.com"))
                .expect(200);
        template("看 {record.link}", LINKED).expect(200);
        world.publish();
        world.rule("hello", "customer", send("welcome"));
        String id = world.create("customer", Map.of("name", "甲", "mail", "a@example.com"));
        world.settle();
        String link = "https://crm.example.com/e/customer/" + id;
        assertThat(only().path("subject").asString()).isEqualTo("看 " + link);
        JsonNode mail = caught(only().path("id").asString());
        assertThat(mail.path("html").asString()).contains("<a href=\"" + link + "\">" + link + "</a>");
        assertThat(mail.path("text").asString()).isEqualTo("查看 " + link);
    }

    @Test
    void leadsNowhereWhereNobodySaidSo() {
        template("看 {record.link}", LINKED).expect(200);
        world.publish();
        world.rule("hello", "customer", send("welcome"));
        world.create("customer", Map.of("name", "甲", "mail", "a@example.com"));
        world.settle();
        assertThat(only().path("subject").asString()).isEqualTo("看");
        JsonNode mail = caught(only().path("id").asString());
        assertThat(mail.path("html").asString()).contains("查看").doesNotContain("href");
        assertThat(mail.path("text").asString()).isEqualTo("查看");
    }

    private JsonNode caught(String id) {
        long patience = System.nanoTime() + 60_000_000_000L;
        while (world.admin().get("/api/v1/caught-mail/" + id).status() != 200) {
            assertThat(System.nanoTime()).as("the mail is caught").isLessThan(patience);
            Thread.onSpinWait();
        }
        return world.admin().get("/api/v1/caught-mail/" + id).json();
    }

    @Test
    void whatAMailCannotHoldIsRefused() {
        assertThat(template("{name", BODY).text()).contains("subject");
        assertThat(template("{nobody}", BODY).text()).contains("subject");
        assertThat(template("ok", "{\"type\": \"doc\", \"content\": [{\"type\": \"pageBreak\"}]}")
                        .text())
                .contains("pageBreak");
        template("ok", BODY.replace("\"name\"", "\"gone\"")).expect(200);
        assertThat(world.admin().post("/api/v1/publish", "{}").text()).contains("gone");
    }

    @Test
    void aStepHasATemplateOrATextAndTheTemplateIsOfItsEntity() {
        template("ok", BODY).expect(200);
        world.publish();
        String both = send("welcome").replace("'template'", "'subject': 'x', 'text': 'y', 'template'");
        assertThat(world.draft("both", "customer", both).text()).contains("邮件模板");
        assertThat(world.draft("other", "order", send("welcome").replace("'mail'}", "'title'}"))
                        .text())
                .contains("不是给这个表单用的");
        assertThat(world.draft("none", "customer", send("missing")).text()).contains("missing");
    }
}
