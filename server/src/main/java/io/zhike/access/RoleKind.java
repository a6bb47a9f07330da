package io.zhike.access;

import io.zhike.definition.BuiltBy;
import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionKind;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Element;
import io.zhike.definition.LoosePart;
import io.zhike.definition.Reference;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Checked;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code role}: who may see and change what. */
@Component
class RoleKind implements DefinitionKind {
    static final String KIND = "role";
    private static final String ENTITY = "entity";
    private static final String BUTTON = "button";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("角色", "role");
    }

    @Override
    public ObjectNode schema() {
        return RoleSchema.schema();
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        List<Issue> issues = new ArrayList<>();
        EntityCatalog catalog = EntityCatalog.of(all);
        Role.of(definition).entities().forEach((entity, rights) -> {
            String path = "entities." + entity;
            issues.addAll(contradictions(path, rights));
            issues.addAll(buttonsElsewhere(path, entity, rights.buttons(), all));
            issues.addAll(
                    buttonsElsewhere(path + ".deny", entity, rights.denied().buttons(), all));
            issues.addAll(changedUnseen(path, rights));
            conditions(path, definition.get("entities").path(entity)).forEach((place, text) -> {
                if (catalog.find(entity).isPresent()) {
                    issues.addAll(condition(place, RoleConditions.check(catalog, entity, text)));
                }
            });
        });
        return issues;
    }

    private static List<Issue> changedUnseen(String path, EntityRights rights) {
        return rights.fields().entrySet().stream()
                .filter(field -> field.getValue().see() == FieldRight.See.NONE)
                .filter(field -> field.getValue().change() != FieldRight.Change.NONE)
                .map(Map.Entry::getKey)
                .sorted()
                .map(field -> Issue.at(path + ".fields." + field, RoleIssue.UNSEEN_CHANGE))
                .toList();
    }

    private static List<Issue> buttonsElsewhere(String path, String entity, Pressable buttons, DefinitionSet all) {
        return buttons.named().stream()
                .sorted()
                .filter(button -> all.find(new DefinitionKey(BUTTON, button))
                        .filter(found -> !found.get(ENTITY).asString("").equals(entity))
                        .isPresent())
                .map(button -> Issue.at(path + ".buttons", RoleIssue.BUTTON_ELSEWHERE, button))
                .toList();
    }

    /** Rights that mean nothing, because a right they need is missing. */
    private static List<Issue> contradictions(String path, EntityRights rights) {
        List<Issue> issues = new ArrayList<>();
        boolean reads = !rights.read().equals(ScopeRule.NOTHING);
        if (!reads && !rights.update().equals(ScopeRule.NOTHING)) {
            issues.add(Issue.at(path + ".update", RoleIssue.UNREADABLE_UPDATE));
        }
        if (!reads && !rights.delete().equals(ScopeRule.NOTHING)) {
            issues.add(Issue.at(path + ".delete", RoleIssue.UNREADABLE_DELETE));
        }
        if (!reads && rights.may(Ability.EXPORT)) {
            issues.add(Issue.at(path + ".export", RoleIssue.UNREADABLE_EXPORT));
        }
        if (!reads && rights.may(Ability.PRINT)) {
            issues.add(Issue.at(path + ".print", RoleIssue.UNREADABLE_PRINT));
        }
        if (!reads && rights.may(Ability.SHARE)) {
            issues.add(Issue.at(path + ".share", RoleIssue.UNREADABLE_SHARE));
        }
        if (!reads && !rights.buttons().equals(Pressable.NONE)) {
            issues.add(Issue.at(path + ".buttons", RoleIssue.UNREADABLE_BUTTONS));
        }
        if (!rights.may(Ability.CREATE) && rights.may(Ability.IMPORT)) {
            issues.add(Issue.at(path + ".import", RoleIssue.IMPORT_NEEDS_CREATE));
        }
        return issues;
    }

    private static List<Issue> condition(String place, Checked checked) {
        return checked.problems().stream()
                .map(problem -> new Issue(place, problem.message()))
                .toList();
    }

    /** The conditions of a role on an entity, by the place where they stand. */
    private static Map<String, String> conditions(String path, JsonNode rights) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String right : RoleSchema.SCOPED) {
            conditions(path + "." + right, rights.path(right), conditions);
            conditions(path + ".deny." + right, rights.path("deny").path(right), conditions);
        }
        return conditions;
    }

    private static void conditions(String path, JsonNode scope, Map<String, String> into) {
        for (int i = 0; i < (scope.isArray() ? scope.size() : 0); i++) {
            conditions(path + "[" + i + "]", scope.get(i), into);
        }
        if (scope.isObject()) {
            into.put(path + ".where", scope.path("where").stringValue());
        }
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        EntityCatalog catalog = EntityCatalog.of(all);
        Set<Reference> references = new LinkedHashSet<>(AppRights.references(definition));
        Role.of(definition).entities().forEach((entity, rights) -> {
            String path = "entities." + entity;
            references.add(Reference.to(ENTITY, entity, path));
            references.addAll(fields(entity, rights.fields().keySet(), path + ".fields."));
            references.addAll(fields(entity, rights.denied().caps().keySet(), path + ".deny.fields."));
            JsonNode said = definition.get("entities").path(entity);
            references.addAll(buttons(path + ".buttons", said.path("buttons")));
            references.addAll(buttons(path + ".deny.buttons", said.path("deny").path("buttons")));
            conditions(path, said)
                    .forEach((place, text) -> references.addAll(inCondition(catalog, entity, text, place)));
        });
        return List.copyOf(references);
    }

    private static List<Reference> fields(String entity, Set<String> named, String path) {
        return named.stream()
                .filter(field -> !field.equals(EntityRights.OTHERS))
                .filter(field -> !SystemFields.ALL.contains(field))
                .map(field -> field(entity, field, path + field))
                .toList();
    }

    private static List<Reference> buttons(String path, JsonNode named) {
        return IntStream.range(0, named.isArray() ? named.size() : 0)
                .mapToObj(i -> Reference.to(BUTTON, named.get(i).stringValue(), path + "[" + i + "]"))
                .toList();
    }

    private static List<Reference> inCondition(EntityCatalog catalog, String entity, String text, String place) {
        return RoleConditions.reads(catalog, entity, text).stream()
                .map(read -> field(read.entity(), read.field(), place))
                .toList();
    }

    private static Reference field(String entity, String field, String path) {
        return new Reference(new DefinitionKey(ENTITY, entity), field, path);
    }

    @Override
    public List<LoosePart> loose() {
        List<LoosePart> parts = new ArrayList<>(AppRights.loose());
        parts.addAll(List.of(
                LoosePart.of("按钮权限", "rights to buttons", "entities.*.buttons[]"),
                LoosePart.of("禁止的按钮", "buttons denied", "entities.*.deny.buttons[]"),
                LoosePart.of("字段权限", "rights over fields", "entities.*.fields.*"),
                LoosePart.of("禁止的字段", "fields denied", "entities.*.deny.fields.*"),
                LoosePart.of("表单权限", "rights over entities", "entities.*")));
        return parts;
    }

    @Override
    public BuiltBy builtBy() {
        return BuiltBy.ADMINISTRATORS;
    }

    @Override
    public List<Element> elements(Definition definition) {
        return List.of();
    }
}
