package io.zhike.action;

import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Reference;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.FieldFit;
import io.zhike.entity.FieldReferences;
import io.zhike.expression.Checked;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.TextTemplate;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.message.MessageCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Where something stands in a definition, and over the records of which entity: for checks and references.
 *
 * @param all the definitions it would be published with
 * @param entity the code of an entity, which may be missing
 * @param path in the document, such as {@code then[0].with}; {@code ""} for the whole
 */
public record ActionPlace(DefinitionSet all, String entity, String path) {
    private static final Expressions LANGUAGE = new Expressions();

    public EntityCatalog catalog() {
        return EntityCatalog.of(all);
    }

    /** The entity; empty where it is missing, which its reference tells. */
    public Optional<EntityDefinition> definition() {
        return catalog().find(entity);
    }

    /** One level further in, such as {@code values[2]} or {@code field}. */
    public ActionPlace at(String inner) {
        return new ActionPlace(all, entity, path.isEmpty() ? inner : path + "." + inner);
    }

    /** The item of that position of the list that stands here. */
    public ActionPlace at(int position) {
        return new ActionPlace(all, entity, path + "[" + position + "]");
    }

    /** The same place, over the records of another entity. */
    public ActionPlace over(String other) {
        return new ActionPlace(all, other, path);
    }

    public Issue issue(MessageCode code, Object... arguments) {
        return Issue.at(path, code, arguments);
    }

    /** What is wrong with a condition, a text or a tree, that stands here; nothing where the entity is missing. */
    public List<Issue> condition(JsonNode where) {
        if (definition().isEmpty()) {
            return List.of();
        }
        Checked checked = checked(where);
        List<Issue> issues = problems(checked);
        checked.expression()
                .map(Expression::type)
                .filter(type -> !(type instanceof Type.Bool))
                .ifPresent(type -> issues.add(issue(ActionIssue.NOT_A_CONDITION, type.label())));
        return issues;
    }

    /**
     * What is wrong with an expression that stands here.
     *
     * @param field what its value is for; null where anything will do
     */
    public List<Issue> expression(JsonNode text, @Nullable Field field) {
        if (definition().isEmpty()) {
            return List.of();
        }
        Checked checked = checked(text);
        List<Issue> issues = problems(checked);
        if (field != null) {
            checked.expression()
                    .flatMap(tree -> FieldFit.misfit(field, tree))
                    .ifPresent(given ->
                            issues.add(issue(ActionIssue.WRONG_VALUE, field.label(), described(field), given)));
        }
        return issues;
    }

    /** What is wrong with a text with values in braces that stands here. */
    public List<Issue> template(String text) {
        Optional<TextTemplate> template = TextTemplate.parse(text);
        return template.isEmpty()
                ? List.of(issue(ActionIssue.BAD_BRACES))
                : expressions(template.get().expressions());
    }

    /** As {@link #template}, of a text that may hold the link to its record, too. */
    public List<Issue> linkedTemplate(String text) {
        Optional<TextTemplate> template = TextTemplate.parse(text);
        return template.isEmpty() ? List.of(issue(ActionIssue.BAD_BRACES)) : expressions(withoutLink(template.get()));
    }

    private static List<String> withoutLink(TextTemplate template) {
        return template.expressions().stream()
                .filter(each -> !ActionValues.isLink(each))
                .toList();
    }

    private List<Issue> expressions(List<String> texts) {
        List<Issue> issues = new ArrayList<>();
        texts.forEach(each -> issues.addAll(expression(node(each), null)));
        return issues;
    }

    /** The tree of a text or tree that stands here; empty where it is wrong. */
    public Optional<Expression> tree(JsonNode text) {
        return definition().isEmpty() ? Optional.empty() : checked(text).expression();
    }

    /** What an expression or condition that stands here needs. */
    public List<Reference> needs(JsonNode text) {
        FieldReferences found = new FieldReferences(catalog());
        tree(text).ifPresent(tree -> found.expression(entity, tree, path));
        return found.all();
    }

    /** What a text with values in braces that stands here needs. */
    public List<Reference> needsOfTemplate(String text) {
        FieldReferences found = new FieldReferences(catalog());
        TextTemplate.parse(text)
                .map(TextTemplate::expressions)
                .orElse(List.of())
                .forEach(each -> tree(node(each)).ifPresent(tree -> found.expression(entity, tree, path)));
        return found.all();
    }

    /** That the field of that code is needed here. */
    public List<Reference> needsField(String field) {
        FieldReferences found = new FieldReferences(catalog());
        found.field(entity, field, path);
        return found.all();
    }

    /** That the entity of that code is needed here. */
    public Reference needsEntity(String code) {
        return Reference.to("entity", code, path);
    }

    private List<Issue> problems(Checked checked) {
        List<Issue> issues = new ArrayList<>();
        checked.problems().forEach(problem -> issues.add(new Issue(path, problem.message())));
        return issues;
    }

    private Checked checked(JsonNode text) {
        return text.isString()
                ? LANGUAGE.check(text.stringValue(), entity, catalog().vocabulary())
                : LANGUAGE.check(text, entity, catalog().vocabulary());
    }

    private static JsonNode node(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static Label described(Field field) {
        return new Label(field.type().describe(Language.ZH), field.type().describe(Language.EN));
    }
}
