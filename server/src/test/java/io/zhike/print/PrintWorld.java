package io.zhike.print;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A workspace with customers, their quotes with lines, and a clerk who may not see what a customer is worth, nor every customer. */
final class PrintWorld {
    static final String CUSTOMER = """
            {"label": {"zh": "客户"}, "fields": [
              {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
              {"code": "worth", "type": "money", "label": {"zh": "价值"}},
              {"code": "since", "type": "date", "label": {"zh": "合作日期"}},
              {"code": "photo", "type": "image", "label": {"zh": "照片"}},
              {"code": "parent", "type": "relation", "label": {"zh": "上级客户"}, "entity": "customer"},
              {"code": "note", "type": "long_text", "label": {"zh": "备注"}}]}""";
    static final String LINE = """
            {"label": {"zh": "报价行"}, "fields": [
              {"code": "what", "type": "text", "label": {"zh": "产品"}, "title": true},
              {"code": "price", "type": "money", "label": {"zh": "金额"}},
              {"code": "cost", "type": "money", "label": {"zh": "成本"}},
              {"code": "customer", "type": "relation", "label": {"zh": "客户"}, "entity": "customer"}]}""";
    static final String GROUP = """
            {"label": {"zh": "商会"}, "fields": [
              {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
              {"code": "members", "type": "relation", "many": true, "label": {"zh": "成员单位"}, "entity": "customer"}]}""";
    static final String CLERK = """
            {"label": {"zh": "文员"}, "entities": {
              "customer": {"read": "own", "create": true, "update": "own", "fields": {"worth": "none", "*": "write"}},
              "line": {"read": "all", "fields": {"cost": "none", "*": "read"}}}}""";

    final TestWorkspace workspace = TestServer.newWorkspace();
    final TestWorkspace.Person clerk = workspace.newMember("文员");

    PrintWorld() {
        put("entity/customer", CUSTOMER).expect(200);
        put("entity/line", LINE).expect(200);
        put("entity/chamber", GROUP).expect(200);
        put("role/clerk", CLERK).expect(200);
        admin().post("/api/v1/publish", "{}").expect(200);
        admin().put("/api/v1/members/" + clerk.id() + "/roles", "{\"roles\": [\"clerk\"]}")
                .expect(200);
    }

    Client admin() {
        return workspace.admin();
    }

    Answer put(String key, String document) {
        return admin().put("/api/v1/definitions/" + key, document);
    }

    /** A document of kind print_template over customers; {@code blocks} in single quotes. */
    static String template(String blocks, String... more) {
        String rest = more.length == 0 ? "" : ", " + String.join(", ", more);
        return ("{'label': {'zh': '客户资料'}, 'entity': 'customer', 'body': {'type': 'doc', 'content': [" + blocks + "]}"
                        + rest + "}")
                .replace('\'', '"');
    }

    void publish(String code, String blocks, String... more) {
        Answer draft = put("print_template/" + code, template(blocks, more)).expect(200);
        if (!draft.json().path("issues").isEmpty()) {
            throw new AssertionError(draft.toString());
        }
        admin().post("/api/v1/publish", "{}").expect(200);
    }

    static String create(Client client, String entity, Map<String, Object> values) {
        return client.post("/api/v1/records/" + entity, values)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    static Answer html(Client client, String id, String template) {
        return client.get("/api/v1/records/customer/" + id + "/print/" + template);
    }

    static Answer pdf(Client client, String id, String template) {
        return client.get("/api/v1/records/customer/" + id + "/print/" + template + "?format=pdf");
    }

    /** The text of a PDF, as who copies from it gets it. */
    static String text(Answer pdf) {
        try (PDDocument document = Loader.loadPDF(pdf.expect(200).response().body())) {
            return new PDFTextStripper().getText(document);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
