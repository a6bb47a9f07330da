package io.zhike.page;

import io.zhike.definition.Definition;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A way to look at an entity's records, as a definition of kind {@code view} or a member's own document says.
 *
 * @param columns paths of fields, in their order; empty for all fields
 * @param where a condition in the language, as text or as its tree; empty for all records
 * @param sort paths of fields, {@code -} in front for descending
 * @param group fields whose equal values stand together, the outer one first
 * @param height how high a row is; empty for what the person is used to
 * @param quick fields that are offered as filters without opening any menu
 * @param roles whom it is meant for; none for all
 * @param totals what stands below a column, by its field
 */
record View(
        String code,
        @Nullable String app,
        Label label,
        String entity,
        ViewType type,
        List<String> columns,
        Optional<JsonNode> where,
        List<String> sort,
        List<String> group,
        List<ColorRule> colors,
        Optional<String> height,
        List<String> quick,
        Map<String, Total> totals,
        List<String> roles,
        ViewLayout layout) {

    View {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
        group = List.copyOf(group);
        colors = List.copyOf(colors);
        quick = List.copyOf(quick);
        roles = List.copyOf(roles);
        totals = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(totals));
    }

    static View of(Definition definition) {
        Map<String, Total> totals = new LinkedHashMap<>();
        definition
                .get("totals")
                .properties()
                .forEach(total ->
                        totals.put(total.getKey(), Total.of(total.getValue().asString())));
        return new View(
                definition.key().code(),
                definition.app(),
                definition.label(),
                definition.get("entity").asString(),
                text(definition, "type").map(ViewType::of).orElse(ViewType.LIST),
                texts(definition, "columns"),
                Optional.of(definition.get("where")).filter(where -> where.isString() || where.isObject()),
                texts(definition, "sort"),
                texts(definition, "group"),
                colors(definition.get("colors")),
                text(definition, "height"),
                texts(definition, "quick"),
                totals,
                texts(definition, "roles"),
                layout(definition));
    }

    private static ViewLayout layout(Definition definition) {
        return new ViewLayout(
                text(definition, "by"),
                texts(definition, "card"),
                text(definition, "sum"),
                texts(definition, "hidden"),
                text(definition, "from"),
                text(definition, "to"),
                text(definition, "title"),
                text(definition, "color"),
                text(definition, "cover"),
                text(definition, "progress"));
    }

    private static List<ColorRule> colors(JsonNode list) {
        List<ColorRule> rules = new ArrayList<>();
        list.forEach(rule ->
                rules.add(new ColorRule(rule.path("where"), rule.path("color").asString())));
        return rules;
    }

    /** The path that a sort is by, without its direction. */
    static String path(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    /** Every place where a field stands outside a condition. */
    List<FieldUse> uses() {
        List<FieldUse> uses = new ArrayList<>();
        add(uses, "columns", columns, FieldNeed.SHOWN_PATH, false);
        add(uses, "sort", sort.stream().map(View::path).toList(), FieldNeed.PATH, true);
        add(uses, "group", group, FieldNeed.GROUPING, false);
        add(uses, "quick", quick, FieldNeed.OWN, false);
        totals.forEach((field, total) -> uses.add(new FieldUse("totals." + field, field, total.need(), false)));
        add(uses, "card", layout.card(), FieldNeed.SHOWN_PATH, false);
        boolean dated = type == ViewType.CALENDAR || type == ViewType.GANTT;
        add(uses, "by", layout.by(), FieldNeed.BOARD, type == ViewType.BOARD);
        add(uses, "sum", layout.sum(), FieldNeed.NUMERIC, false);
        add(uses, "from", layout.from(), FieldNeed.DAY, dated);
        add(uses, "to", layout.to(), FieldNeed.DAY, type == ViewType.GANTT);
        add(uses, "title", layout.title(), FieldNeed.SHOWN_PATH, false);
        add(uses, "color", layout.color(), FieldNeed.CHOICE, false);
        add(uses, "cover", layout.cover(), FieldNeed.IMAGE, false);
        add(uses, "progress", layout.progress(), FieldNeed.NUMBER, false);
        return uses;
    }

    private static void add(List<FieldUse> uses, String name, List<String> paths, FieldNeed need, boolean essential) {
        for (int i = 0; i < paths.size(); i++) {
            uses.add(new FieldUse(name + "[" + i + "]", paths.get(i), need, essential));
        }
    }

    private static void add(
            List<FieldUse> uses, String name, Optional<String> path, FieldNeed need, boolean essential) {
        path.ifPresent(found -> uses.add(new FieldUse(name, found, need, essential)));
    }

    private static Optional<String> text(Definition definition, String property) {
        JsonNode value = definition.get(property);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }

    private static List<String> texts(Definition definition, String property) {
        List<String> texts = new ArrayList<>();
        definition.get(property).forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
