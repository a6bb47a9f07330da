package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionKind;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Element;
import io.zhike.definition.Reference;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.SystemFields;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code view}: a list, board, calendar, gallery or gantt of an entity's records that people share. */
@Component
final class ViewKind implements DefinitionKind {
    static final String KIND = "view";
    private static final String ENTITY = "entity";

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
        return ViewSchema.schema();
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        return ViewCheck.of(EntityCatalog.of(all)).issues(View.of(definition));
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        View view = View.of(definition);
        EntityCatalog catalog = EntityCatalog.of(all);
        DefinitionKey entity = new DefinitionKey(ENTITY, view.entity());
        List<Reference> references = new ArrayList<>();
        references.add(new Reference(entity, null, ENTITY));
        view.uses().forEach(use -> references.add(new Reference(entity, element(use.path()), use.place())));
        view.where().ifPresent(where -> references.addAll(read(catalog, entity, where, "where")));
        for (int i = 0; i < view.colors().size(); i++) {
            references.addAll(read(catalog, entity, view.colors().get(i).where(), "colors[" + i + "].where"));
        }
        return references;
    }

    /** The fields of {@code entity} that a condition reads; records seen from behind belong to no field of it. */
    private static List<Reference> read(EntityCatalog catalog, DefinitionKey entity, JsonNode where, String place) {
        List<Reference> references = new ArrayList<>();
        ViewCheck.of(catalog)
                .tree(entity.code(), where)
                .ifPresent(expression -> expression.paths().stream()
                        .map(List::getFirst)
                        .filter(first -> catalog.get(entity.code()).field(first).isPresent())
                        .distinct()
                        .forEach(first -> references.add(new Reference(entity, element(first), place))));
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
