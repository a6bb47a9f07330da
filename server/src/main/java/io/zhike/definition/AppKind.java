package io.zhike.definition;

import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kind {@code app}: a named group of definitions, and its menu. */
@Component
final class AppKind implements DefinitionKind {
    static final String KIND = "app";

    private static final String ITEMS = MenuItem.ITEMS;
    private static final List<String> TARGETS = List.of("entity", "view");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("应用", "app");
    }

    @Override
    public BuiltBy builtBy() {
        return BuiltBy.BUILDERS_WHERE_PRESENT;
    }

    @Override
    public ObjectNode schema() {
        ObjectNode properties = JSON.objectNode();
        properties.set("icon", DocumentSchema.code());
        properties
                .putObject("version")
                .put("type", "string")
                .put("pattern", "^[0-9]{1,4}([.][0-9]{1,4}){0,2}$")
                .put("description", "Of a template, such as 1.2; decides what an upgrade is");
        properties.putObject("menu").put("type", "array").put("maxItems", 100).set("items", menuItem(true));
        return DocumentSchema.of(KIND, properties);
    }

    /** @param outer whether it may be a group of others */
    private static ObjectNode menuItem(boolean outer) {
        ObjectNode item = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = item.putObject("properties");
        TARGETS.forEach(target -> properties.set(target, DocumentSchema.code()));
        properties.set("url", DocumentSchema.text(2000).put("pattern", "^(https?://|/)"));
        properties.set("label", DocumentSchema.label());
        properties.set("icon", DocumentSchema.code());
        properties.set(MenuItem.ROLES, DocumentSchema.roles());
        if (outer) {
            properties.set("code", DocumentSchema.code());
            properties
                    .putObject(ITEMS)
                    .put("type", "array")
                    .put("maxItems", 100)
                    .put("description", "Makes it a group, with a code and a label of its own")
                    .set("items", menuItem(false));
        }
        return item;
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        List<Issue> issues = new ArrayList<>();
        if (!definition.key().code().equals(definition.app())) {
            issues.add(Issue.at("app", AppIssue.APP_OF_ITSELF, definition.key().code()));
        }
        places(definition).forEach((path, item) -> issues.addAll(checkItem(item, path)));
        return issues;
    }

    /** All items, a group before those in it. */
    private static Map<String, JsonNode> places(Definition definition) {
        Map<String, JsonNode> places = new LinkedHashMap<>();
        collect(definition.get("menu"), "menu", places);
        return places;
    }

    private static void collect(JsonNode menu, String path, Map<String, JsonNode> into) {
        for (int i = 0; i < menu.size(); i++) {
            String place = DocumentPath.join(path, i);
            into.put(place, menu.get(i));
            collect(menu.get(i).path(ITEMS), DocumentPath.join(place, ITEMS), into);
        }
    }

    private static List<Issue> checkItem(JsonNode item, String path) {
        Set<String> present = item.propertyNames().stream()
                .filter(name -> TARGETS.contains(name) || "url".equals(name) || ITEMS.equals(name))
                .collect(Collectors.toSet());
        if (present.size() != 1) {
            return List.of(Issue.at(path, AppIssue.ONE_TARGET));
        }
        boolean group = present.contains(ITEMS);
        List<Issue> issues = new ArrayList<>();
        if ((group || present.contains("url")) && !item.has("label")) {
            issues.add(Issue.at(DocumentPath.join(path, "label"), AppIssue.LINK_NEEDS_LABEL));
        }
        if (group != item.has("code")) {
            issues.add(Issue.at(DocumentPath.join(path, "code"), AppIssue.GROUP_CODE));
        }
        return issues;
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        List<Reference> references = new ArrayList<>();
        places(definition).forEach((path, item) -> {
            TARGETS.forEach(target -> {
                String code = item.path(target).stringValue(null);
                if (code != null) {
                    references.add(Reference.to(target, code, DocumentPath.join(path, target)));
                }
            });
            references.addAll(Reference.toRoles(item.path(MenuItem.ROLES), DocumentPath.join(path, MenuItem.ROLES)));
        });
        return references;
    }

    @Override
    public List<LoosePart> loose() {
        return List.of(
                LoosePart.of("可见的角色", "roles", "menu[].roles[]"),
                LoosePart.of("可见的角色", "roles", "menu[].items[].roles[]"),
                LoosePart.of("菜单项", "menu item", "menu[]", ".entity"),
                LoosePart.of("菜单项", "menu item", "menu[]", ".view"),
                LoosePart.of("菜单项", "menu item", "menu[].items[]", ".entity"),
                LoosePart.of("菜单项", "menu item", "menu[].items[]", ".view"));
    }

    /** The groups of the menu. */
    @Override
    public List<Element> elements(Definition definition) {
        List<Element> elements = new ArrayList<>();
        places(definition).forEach((path, item) -> {
            String code = item.path("code").stringValue(null);
            if (code != null) {
                elements.add(new Element(code, Labels.read(item.path("label"), code), path));
            }
        });
        return elements;
    }
}
