package io.zhike.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.message.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One item of an app's menu as somebody has it, its label filled in: that of the thing it leads to where it has none of its own.
 *
 * @param code of a group, with its {@code items}; null for others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MenuItem(
        @Nullable String code,
        @Nullable String entity,
        @Nullable String view,
        @Nullable String url,
        Label label,
        @Nullable String icon,
        @Nullable List<MenuItem> items) {

    static final String ENTITY = "entity";
    static final String ITEMS = "items";
    static final String ROLES = "roles";
    private static final List<String> TARGETS = List.of(ENTITY, "view");

    /** The menu of {@code app} as somebody has it; without one, all entities that belong to it. */
    static List<MenuItem> of(Definition app, DefinitionSet present, MenuSight.Seen seen) {
        JsonNode menu = app.get("menu");
        if (!menu.isArray()) {
            return present.ofApp(app.key().code()).stream()
                    .filter(definition -> definition.key().kind().equals(ENTITY) && seen.leads(definition.key()))
                    .map(MenuItem::entity)
                    .toList();
        }
        return all(menu, present, seen);
    }

    /** Those that lead somewhere for that person; a group with nothing in it is not there. */
    private static List<MenuItem> all(JsonNode items, DefinitionSet present, MenuSight.Seen seen) {
        return items.valueStream()
                .filter(item -> isThere(item, seen))
                .map(item -> of(item, present, seen))
                .filter(item -> item.items == null || !item.items.isEmpty())
                .toList();
    }

    private static boolean isThere(JsonNode item, MenuSight.Seen seen) {
        List<String> roles =
                item.path(ROLES).valueStream().map(JsonNode::stringValue).toList();
        return seen.meant(roles)
                && TARGETS.stream()
                        .filter(item::has)
                        .allMatch(kind -> seen.leads(
                                new DefinitionKey(kind, item.path(kind).stringValue())));
    }

    private static MenuItem entity(Definition entity) {
        return new MenuItem(null, entity.key().code(), null, null, entity.label(), null, null);
    }

    private static MenuItem of(JsonNode item, DefinitionSet present, MenuSight.Seen seen) {
        Label target = TARGETS.stream()
                .filter(item::has)
                .map(kind -> new DefinitionKey(kind, item.path(kind).stringValue()))
                .flatMap(key -> present.find(key).stream())
                .map(Definition::label)
                .findFirst()
                .orElse(Label.of("?"));
        Label label = item.has("label") ? Labels.read(item.path("label"), "?") : target;
        JsonNode items = item.path(ITEMS);
        return new MenuItem(
                item.path("code").stringValue(null),
                item.path(ENTITY).stringValue(null),
                item.path("view").stringValue(null),
                item.path("url").stringValue(null),
                label,
                item.path("icon").stringValue(null),
                items.isArray() ? all(items, present, seen) : null);
    }
}
