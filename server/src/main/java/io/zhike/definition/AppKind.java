package io.zhike.definition;

import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
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
    public ObjectNode schema() {
        ObjectNode properties = JSON.objectNode();
        properties.set("icon", DocumentSchema.code());
        properties
                .putObject("version")
                .put("type", "string")
                .put("pattern", "^[0-9]{1,4}([.][0-9]{1,4}){0,2}$")
                .put("description", "Of a template, such as 1.2; decides what an upgrade is");
        properties.putObject("menu").put("type", "array").put("maxItems", 100).set("items", menuItem());
        return DocumentSchema.of(KIND, properties);
    }

    private static ObjectNode menuItem() {
        ObjectNode item = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = item.putObject("properties");
        TARGETS.forEach(target -> properties.set(target, DocumentSchema.code()));
        properties.set("url", DocumentSchema.text(2000).put("pattern", "^(https?://|/)"));
        properties.set("label", DocumentSchema.label());
        properties.set("icon", DocumentSchema.code());
        return item;
    }

    @Override
    public List<Issue> check(Definition definition, DefinitionSet all) {
        List<Issue> issues = new ArrayList<>();
        if (!definition.key().code().equals(definition.app())) {
            issues.add(Issue.at("app", AppIssue.APP_OF_ITSELF, definition.key().code()));
        }
        JsonNode menu = definition.get("menu");
        for (int i = 0; i < menu.size(); i++) {
            issues.addAll(checkItem(menu.get(i), DocumentPath.join("menu", i)));
        }
        return issues;
    }

    private static List<Issue> checkItem(JsonNode item, String path) {
        Set<String> present = item.propertyNames().stream()
                .filter(name -> TARGETS.contains(name) || "url".equals(name))
                .collect(Collectors.toSet());
        if (present.size() != 1) {
            return List.of(Issue.at(path, AppIssue.ONE_TARGET));
        }
        return present.contains("url") && !item.has("label")
                ? List.of(Issue.at(DocumentPath.join(path, "label"), AppIssue.LINK_NEEDS_LABEL))
                : List.of();
    }

    @Override
    public List<Reference> references(Definition definition, DefinitionSet all) {
        List<Reference> references = new ArrayList<>();
        JsonNode menu = definition.get("menu");
        for (int i = 0; i < menu.size(); i++) {
            for (String target : TARGETS) {
                String code = menu.get(i).path(target).stringValue(null);
                if (code != null) {
                    String path = DocumentPath.join(DocumentPath.join("menu", i), target);
                    references.add(Reference.to(target, code, path));
                }
            }
        }
        return references;
    }

    @Override
    public List<LoosePart> loose() {
        return List.of(
                LoosePart.of("菜单项", "menu item", "menu[]", ".entity"),
                LoosePart.of("菜单项", "menu item", "menu[]", ".view"));
    }

    @Override
    public List<Element> elements(Definition definition) {
        return List.of();
    }
}
