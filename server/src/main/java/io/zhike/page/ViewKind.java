package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionKind;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Element;
import io.zhike.definition.Reference;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Checked;
import io.zhike.expression.Expressions;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code view}: columns, condition and order of a list that people share. */
@Component
final class ViewKind implements DefinitionKind {
    static final String KIND = "view";
    private static final String ENTITY = "entity";
    private static final Expressions LANGUAGE = new Expressions();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("视图", "view");
    }

    @Override
    public ObjectNode schema() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set(ENTITY, DocumentSchema.code());
        properties
                .putObject("columns")
                .put("type", "array")
                .put("maxItems", 200)
                .set("items", DocumentSchema.text(200));
        properties.set("where", DocumentSchema.text(10_000));
        properties.putObject("sort").put("type", "array").put("maxItems", 5).set("items", DocumentSchema.text(200));
        return DocumentSchema.of(KIND, properties, ENTITY);
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        View view = View.of(definition);
        EntityCatalog catalog = EntityCatalog.of(all);
        Optional<EntityDefinition> entity = catalog.find(view.entity());
        if (entity.isEmpty()) {
            return List.of();
        }
        List<Issue> issues = new ArrayList<>();
        for (int i = 0; i < view.columns().size(); i++) {
            require(catalog, entity.get(), view.columns().get(i), "columns[" + i + "]", issues);
        }
        for (int i = 0; i < view.sort().size(); i++) {
            require(catalog, entity.get(), View.path(view.sort().get(i)), "sort[" + i + "]", issues);
        }
        view.where().ifPresent(where -> issues.addAll(condition(catalog, view.entity(), where)));
        return issues;
    }

    private static void require(
            EntityCatalog catalog, EntityDefinition entity, String path, String place, List<Issue> issues) {
        if (!FieldPaths.exists(catalog, entity.code(), path)) {
            issues.add(Issue.at(place, ViewIssue.NO_SUCH_FIELD, entity.label(), path));
        }
    }

    private static List<Issue> condition(EntityCatalog catalog, String entity, String where) {
        Checked checked = LANGUAGE.check(where, entity, catalog.vocabulary());
        List<Issue> issues = new ArrayList<>();
        checked.problems().forEach(problem -> issues.add(new Issue("where", problem.message())));
        checked.expression()
                .map(expression -> expression.type())
                .filter(type -> !(type instanceof Type.Bool))
                .ifPresent(type -> issues.add(Issue.at("where", ViewIssue.NOT_A_CONDITION, type.label())));
        return issues;
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        View view = View.of(definition);
        DefinitionKey entity = new DefinitionKey(ENTITY, view.entity());
        List<Reference> references = new ArrayList<>();
        references.add(new Reference(entity, null, ENTITY));
        for (int i = 0; i < view.columns().size(); i++) {
            references.add(new Reference(entity, element(view.columns().get(i)), "columns[" + i + "]"));
        }
        for (int i = 0; i < view.sort().size(); i++) {
            references.add(new Reference(entity, element(View.path(view.sort().get(i))), "sort[" + i + "]"));
        }
        view.where()
                .flatMap(where -> LANGUAGE.check(
                                where, view.entity(), EntityCatalog.of(all).vocabulary())
                        .expression())
                .ifPresent(expression -> expression
                        .paths()
                        .forEach(path -> references.add(new Reference(entity, element(path.getFirst()), "where"))));
        return references;
    }

    /** The field that a path begins with; null for those that every entity has, which no definition holds. */
    private static @Nullable String element(String path) {
        String first = path.split("\\.", 2)[0];
        return SystemFields.ALL.contains(first) ? null : first;
    }

    @Override
    public List<Element> elements(Definition definition) {
        View view = View.of(definition);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < view.columns().size(); i++) {
            elements.add(
                    new Element(view.columns().get(i), Label.of(view.columns().get(i)), "columns[" + i + "]"));
        }
        return elements;
    }
}
