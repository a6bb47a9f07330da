package io.zhike.entity;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionSet;
import io.zhike.expression.Expression;
import io.zhike.message.Issue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the catalogue: parses every entity, finds the parents of child tables, works out what is computed. */
final class CatalogBuilder {
    private final Map<String, EntityParser.Parsed> parsed = new LinkedHashMap<>();
    private final Issues issues = new Issues();

    private CatalogBuilder() {}

    static EntityCatalog build(DefinitionSet set) {
        return new CatalogBuilder().make(set);
    }

    private EntityCatalog make(DefinitionSet set) {
        for (Definition definition : set.ofKind(EntityKind.KIND)) {
            if (Codes.valid(definition.key().code())) {
                EntityParser.Parsed entity = EntityParser.parse(definition);
                parsed.put(definition.key().code(), entity);
                issues.positions(definition.key().code(), entity);
                entity.issues().forEach(issue -> issues.add(definition.key().code(), issue));
            } else {
                issues.add(
                        definition.key().code(),
                        EntityParser.badCode(definition.key().code()));
            }
        }
        Map<String, EntityDefinition> entities = new LinkedHashMap<>();
        parsed.forEach((code, entity) -> entities.put(code, withChildren(entity.entity())));
        Relations relations = new Relations(entities.values());
        ComputedFields computed = new ComputedFields(entities, relations, issues);
        Map<String, EntityDefinition> resolved = new LinkedHashMap<>();
        entities.forEach((code, entity) -> resolved.put(code, computed.resolve(entity)));
        Map<String, Map<String, Expression>> initial = new Defaults(resolved, relations, issues).all();
        Map<String, FormLogic> logic = new FormLogicChecks(resolved, relations, computed, issues).all();
        return new EntityCatalog(resolved, relations, computed, initial, logic, issues.byEntity());
    }

    /** The same entity, its child tables knowing by which relation their rows point here. */
    private EntityDefinition withChildren(EntityDefinition entity) {
        List<Field> fields = new ArrayList<>();
        for (Field field : entity.fields()) {
            fields.add(
                    field.type().storage() instanceof Storage.Children(String child, String parent)
                            ? field.as(childTable(entity.code(), field, child, parent))
                            : field);
        }
        return entity.with(new Fields(fields));
    }

    private FieldType childTable(String entity, Field field, String child, String named) {
        EntityParser.Parsed rows = parsed.get(child);
        if (rows == null) {
            return field.type();
        }
        Optional<Field> parent = rows.entity().parent().flatMap(rows.entity()::field);
        if (parent.isEmpty() || !named.isEmpty() && !named.equals(parent.get().code())) {
            issues.add(entity, field.code(), "entity", DefinitionText.NOT_A_CHILD, child, entity);
            return field.type();
        }
        if (!parent.get().type().target().equals(Optional.of(entity))) {
            issues.add(
                    entity,
                    field.code(),
                    "entity",
                    DefinitionText.NOT_A_RELATION,
                    child,
                    parent.get().code(),
                    entity);
            return field.type();
        }
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("entity", child).put("parent", parent.get().code());
        return FieldTypes.find(field.type().code()).orElseThrow().parse(FieldProperties.of(properties));
    }

    /** What is found wrong, by entity. */
    static final class Issues {
        private final Map<String, List<Issue>> byEntity = new LinkedHashMap<>();
        private final Map<String, Map<String, Integer>> positions = new LinkedHashMap<>();
        private final Map<String, Map<String, Integer>> checks = new LinkedHashMap<>();

        void positions(String entity, EntityParser.Parsed document) {
            positions.put(entity, document.positions());
            checks.put(entity, document.checks());
        }

        void add(String entity, Issue issue) {
            byEntity.computeIfAbsent(entity, ignored -> new ArrayList<>()).add(issue);
        }

        void add(String entity, String field, String property, DefinitionText why, Object... arguments) {
            add(entity, Issue.at(path(entity, field, property), why, arguments));
        }

        /** Where a property of a field stands in its document. */
        String path(String entity, String field, String property) {
            Integer position = positions.getOrDefault(entity, Map.of()).get(field);
            return (position == null ? field : "fields[" + position + "]") + "." + property;
        }

        /** Where a check stands in its document. */
        String checkPath(String entity, String check) {
            Integer position = checks.getOrDefault(entity, Map.of()).get(check);
            return position == null ? check : "checks[" + position + "]";
        }

        Map<String, List<Issue>> byEntity() {
            Map<String, List<Issue>> copy = new LinkedHashMap<>();
            byEntity.forEach((entity, list) -> copy.put(entity, List.copyOf(list)));
            return copy;
        }
    }
}
