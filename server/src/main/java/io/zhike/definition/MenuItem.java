package io.zhike.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.message.Label;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One item of an app's menu, its label filled in: that of the thing it leads to where it has none of its own.
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

    /** The menu of {@code app}; without one, all entities that belong to it. */
    static List<MenuItem> of(Definition app, DefinitionSet present) {
        JsonNode menu = app.get("menu");
        if (!menu.isArray()) {
            return present.ofApp(app.key().code()).stream()
                    .filter(definition -> definition.key().kind().equals(ENTITY))
                    .map(MenuItem::entity)
                    .toList();
        }
        return menu.valueStream().map(item -> of(item, present)).toList();
    }

    private static MenuItem entity(Definition entity) {
        return new MenuItem(null, entity.key().code(), null, null, entity.label(), null, null);
    }

    private static MenuItem of(JsonNode item, DefinitionSet present) {
        Label target = Stream.of(ENTITY, "view")
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
                items.isArray()
                        ? items.valueStream().map(inner -> of(inner, present)).toList()
                        : null);
    }
}
