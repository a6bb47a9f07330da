package io.zhike.print;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionKind;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Element;
import io.zhike.definition.LoosePart;
import io.zhike.definition.Reference;
import io.zhike.entity.EntityCatalog;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code print_template}: a document that is filled in from a record and printed. */
@Component
final class PrintTemplateKind implements DefinitionKind {
    static final String KIND = "print_template";

    private static final String ENTITY = "entity";
    private static final int WIDEST_MARGIN = 100;
    private static final int LONGEST_BAND = 200;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("打印模板", "print template");
    }

    @Override
    public List<DefinitionKey> partOf(Definition definition) {
        return List.of(new DefinitionKey(ENTITY, definition.get(ENTITY).asString("")));
    }

    @Override
    public ObjectNode schema() {
        ObjectNode properties = JSON.objectNode();
        properties.set(ENTITY, DocumentSchema.code());
        ArrayNode papers = properties.putObject("paper").putArray("enum");
        Paper.codes().forEach(papers::add);
        ObjectNode margin =
                JSON.objectNode().put("type", "number").put("minimum", 0).put("maximum", WIDEST_MARGIN);
        properties.set("margins", object(margin, "top", "right", "bottom", "left"));
        properties.set("header", band());
        properties.set("footer", band());
        properties.set("body", body());
        return DocumentSchema.of(KIND, properties, ENTITY, "body");
    }

    private static ObjectNode band() {
        return object(DocumentSchema.text(LONGEST_BAND), "left", "center", "right");
    }

    private static ObjectNode object(ObjectNode each, String... names) {
        ObjectNode object = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = object.putObject("properties");
        List.of(names).forEach(name -> properties.set(name, each.deepCopy()));
        return object;
    }

    /** The document as the editor keeps it; its parts are checked one by one, with words that name them. */
    static ObjectNode body() {
        ObjectNode body = JSON.objectNode()
                .put("type", "object")
                .put("description", "A ProseMirror document of the parts that docs/api.md lists");
        ObjectNode properties = body.putObject("properties");
        properties.putObject("type").put("const", "doc");
        properties.putObject("content").put("type", "array").putObject("items").put("type", "object");
        body.putArray("required").add("type");
        return body.put("additionalProperties", false);
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        PrintTemplate template = PrintTemplate.of(definition);
        List<Issue> issues = new ArrayList<>(template.issues());
        PrintTemplate.Margins margins = template.margins();
        if (margins.left() + margins.right() >= template.paper().width()
                || margins.top() + margins.bottom() >= template.paper().height()) {
            issues.add(Issue.at("margins", PrintIssue.NO_PLACE_LEFT));
        }
        issues.addAll(new PrintCheck(EntityCatalog.of(all)).issues(template));
        return issues;
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        return PrintReferences.of(PrintTemplate.of(definition), EntityCatalog.of(all));
    }

    @Override
    public List<LoosePart> loose() {
        return List.of(
                LoosePart.all(ENTITY),
                LoosePart.of("页眉", "header", "header.*"),
                LoosePart.of("页脚", "footer", "footer.*"),
                LoosePart.of("表格的列", "columns of a table", "**.attrs.columns[]"),
                LoosePart.of("正文中的字段", "fields in the text", "**.content[]"));
    }

    @Override
    public List<Element> elements(Definition definition) {
        return List.of();
    }
}
