package io.zhike.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the conditions that a filter builder makes: a field, an operator, a value. */
final class ConditionReader {
    private static final String OPERATORS = "=, <>, <, <=, >, >=, in, not_in, contains, not_contains, contains_any, "
            + "contains_all, starts_with, ends_with, blank, not_blank, between";

    private final TreeReader reader;

    ConditionReader(TreeReader reader) {
        this.reader = reader;
    }

    Syntax read(JsonNode node, String at, int depth) {
        Syntax.Place place = TreeReader.place(at);
        Syntax.Name field = TreeReader.name(node.get("field"), at + ".field");
        String operator = TreeReader.text(node.get("op"), at + ".op");
        switch (operator) {
            case "blank" -> {
                return call("ISBLANK", field);
            }
            case "not_blank" -> {
                return new Syntax.Not(place, call("ISBLANK", field));
            }
            case "between" -> {
                return between(node, field, at, depth);
            }
            default -> {
                // all others take one value
            }
        }
        JsonNode value = node.get("value");
        if (value == null) {
            throw TreeReader.refused(at, ExpressionError.BAD_NODE, "{field, op, value}");
        }
        if (value.isObject() && value.has("relative")) {
            return relative(place, field, operator, TreeReader.text(value.get("relative"), at + ".value.relative"));
        }
        Syntax right = value(node, value, at + ".value", depth);
        Syntax made = plain(place, operator, field, right);
        return made == null ? call(place, field, operator, right, at) : made;
    }

    private static Syntax call(Syntax.Place place, Syntax.Name field, String operator, Syntax value, String at) {
        return switch (operator) {
            case "not_in" -> new Syntax.Not(place, new Syntax.In(place, field, value));
            case "contains" -> call("CONTAINS", field, value);
            case "not_contains" -> new Syntax.Not(place, call("CONTAINS", field, value));
            case "contains_any" -> call("CONTAINSANY", field, value);
            case "contains_all" -> call("CONTAINSALL", field, value);
            case "starts_with" -> call("STARTSWITH", field, value);
            case "ends_with" -> call("ENDSWITH", field, value);
            default -> throw TreeReader.refused(at, ExpressionError.UNKNOWN_OPERATOR, operator, OPERATORS);
        };
    }

    /** The comparison or membership that an operator stands for; null for other operators. */
    static @Nullable Syntax plain(Syntax.Place place, String operator, Syntax left, Syntax right) {
        if (operator.equals("in")) {
            return new Syntax.In(place, left, right);
        }
        for (Expression.Comparison comparison : Expression.Comparison.values()) {
            if (comparison.sign().equals(operator)) {
                return new Syntax.Compare(place, comparison, left, right);
            }
        }
        return null;
    }

    private Syntax value(JsonNode node, JsonNode value, String at, int depth) {
        if (value.isObject()) {
            return reader.node(value, at, depth);
        }
        Type type = TreeReader.typeOf(node, at);
        if (!value.isArray()) {
            return TreeReader.constant(value, type, at);
        }
        if (value.size() > Limits.ITEMS) {
            throw TreeReader.refused(at, ExpressionError.LIST_TOO_LONG, value.size(), Limits.ITEMS);
        }
        List<Syntax> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = value.get(i);
            String place = at + "[" + i + "]";
            items.add(item.isObject() ? reader.node(item, place, depth) : TreeReader.constant(item, type, place));
        }
        return new Syntax.Items(TreeReader.place(at), List.copyOf(items));
    }

    private Syntax between(JsonNode node, Syntax.Name field, String at, int depth) {
        JsonNode value = node.get("value");
        boolean pair = value != null && value.isArray() && value.size() == 2;
        if (value == null || !pair) {
            throw TreeReader.refused(at + ".value", ExpressionError.BAD_NODE, "[…, …]");
        }
        Syntax bounds = value(node, value, at + ".value", depth);
        List<Syntax> items = bounds instanceof Syntax.Items(Syntax.Place _, List<Syntax> found) ? found : List.of();
        return call("BETWEEN", field, items.get(0), items.get(1));
    }

    private static Syntax relative(Syntax.Place place, Syntax.Name field, String operator, String period) {
        Syntax name = new Syntax.Constant(place, period, Type.TEXT);
        return switch (operator) {
            case "=" -> call("DURING", field, name);
            case "<>" -> new Syntax.Not(place, call("DURING", field, name));
            default -> {
                boolean start = operator.equals("<") || operator.equals(">=");
                Syntax bound = call(start ? "PERIODSTART" : "PERIODEND", place, name);
                Syntax made = plain(place, operator, field, bound);
                if (!(made instanceof Syntax.Compare)) {
                    throw TreeReader.refused(
                            place.node(), ExpressionError.UNKNOWN_OPERATOR, operator, "=, <>, <, <=, >, >=");
                }
                yield made;
            }
        };
    }

    private static Syntax call(String function, Syntax first, Syntax... more) {
        List<Syntax> arguments = new ArrayList<>(List.of(first));
        arguments.addAll(List.of(more));
        return new Syntax.Call(first.place(), function, first.place(), List.copyOf(arguments));
    }

    private static Syntax call(String function, Syntax.Place place, Syntax argument) {
        return new Syntax.Call(place, function, place, List.of(argument));
    }
}
