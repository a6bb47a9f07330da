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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code mail_template}: a mail that is filled in from a record, written as a print template is. */
@Component
final class MailTemplateKind implements DefinitionKind {
    static final String KIND = "mail_template";

    private static final String ENTITY = "entity";
    private static final int LONGEST_SUBJECT = 1_000;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("邮件模板", "mail template");
    }

    @Override
    public List<DefinitionKey> partOf(Definition definition) {
        return List.of(new DefinitionKey(ENTITY, definition.get(ENTITY).asString("")));
    }

    /** Mail is filled in without the rights of whoever gets it. */
    @Override
    public boolean bringsOut() {
        return true;
    }

    @Override
    public ObjectNode schema() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set(ENTITY, DocumentSchema.code());
        properties.set("subject", DocumentSchema.text(LONGEST_SUBJECT).put("minLength", 1));
        properties.set("body", PrintTemplateKind.body());
        return DocumentSchema.of(KIND, properties, ENTITY, "subject", "body");
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        PrintTemplate template = PrintTemplate.of(definition);
        List<Issue> issues = new ArrayList<>(template.issues());
        unfit(template.body(), issues);
        issues.addAll(new PrintCheck(EntityCatalog.of(all)).issues(template));
        return issues;
    }

    /** Pictures inside a mail are shown by few programs, and a mail has no pages. */
    private static void unfit(List<PrintNode.Block> blocks, List<Issue> issues) {
        for (PrintNode.Block block : blocks) {
            switch (block) {
                case PrintNode.PageBreak _ -> issues.add(Issue.at("body", PrintIssue.NOT_IN_MAIL, "pageBreak"));
                case PrintNode.Picture _ -> issues.add(Issue.at("body", PrintIssue.NOT_IN_MAIL, "image"));
                case PrintNode.FieldPicture picture ->
                    issues.add(Issue.at(picture.place(), PrintIssue.NOT_IN_MAIL, "picture"));
                case PrintNode.Square square -> issues.add(Issue.at(square.place(), PrintIssue.NOT_IN_MAIL, "qr"));
                case PrintNode.Items items -> items.items().forEach(item -> unfit(item, issues));
                case PrintNode.Table table ->
                    table.rows().forEach(row -> row.forEach(cell -> unfit(cell.content(), issues)));
                case PrintNode.When when -> unfit(when.content(), issues);
                case PrintNode.Paragraph _, PrintNode.Rule _, PrintNode.Rows _ -> {}
            }
        }
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        return PrintReferences.of(PrintTemplate.of(definition), EntityCatalog.of(all));
    }

    @Override
    public List<LoosePart> loose() {
        return List.of(
                LoosePart.all(ENTITY),
                LoosePart.of("表格的列", "columns of a table", "**.attrs.columns[]"),
                LoosePart.of("正文中的字段", "fields in the text", "**.content[]"));
    }

    @Override
    public List<Element> elements(Definition definition) {
        return List.of();
    }
}
