package io.zhike.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes an expression as a JSON tree; what a filter builder can show is written as its conditions. */
final class TreeWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> CALLS = Map.of(
            "CONTAINS", "contains",
            "CONTAINSANY", "contains_any",
            "CONTAINSALL", "contains_all",
            "STARTSWITH", "starts_with",
            "ENDSWITH", "ends_with");

    private TreeWriter() {}

    static JsonNode write(Expression expression) {
        ObjectNode condition = condition(expression, false);
        return condition == null ? general(expression) : condition;
    }

    // ---- conditions: {field, op, value}

    private static @Nullable ObjectNode condition(Expression expression, boolean negated) {
        return switch (expression) {
            case Expression.Not not when !negated -> condition(not.operand(), true);
            case Expression.Compare compare
            when !negated && compare.left() instanceof Expression.Path path -> comparison(path, compare);
            case Expression.In in
            when in.value() instanceof Expression.Path path -> valued(path, negated ? "not_in" : "in", in.list());
            case Expression.Call call
            when !call.arguments().isEmpty() && call.arguments().getFirst() instanceof Expression.Path path ->
                call(path, call, negated);
            default -> null;
        };
    }

    private static ObjectNode comparison(Expression.Path path, Expression.Compare compare) {
        String sign = compare.comparison().sign();
        boolean fromStart = sign.equals("<") || sign.equals(">=");
        boolean toEnd = sign.equals(">") || sign.equals("<=");
        if (compare.right() instanceof Expression.Call call
                && (fromStart && call.function().equals("PERIODSTART")
                        || toEnd && call.function().equals("PERIODEND"))) {
            return relative(path, sign, call.arguments().getFirst());
        }
        return valued(path, sign, compare.right());
    }

    private static @Nullable ObjectNode call(Expression.Path path, Expression.Call call, boolean negated) {
        String function = call.function();
        List<Expression> arguments = call.arguments();
        if (function.equals("ISBLANK")) {
            return field(path, negated ? "not_blank" : "blank");
        }
        if (function.equals("DURING")) {
            return relative(path, negated ? "<>" : "=", arguments.get(1));
        }
        if (function.equals("CONTAINS") && negated) {
            return valued(path, "not_contains", arguments.get(1));
        }
        if (negated) {
            return null;
        }
        if (function.equals("BETWEEN")
                && arguments.get(1).type().equals(arguments.get(2).type())) {
            return between(path, arguments.subList(1, 3));
        }
        String operator = CALLS.get(function);
        return operator == null ? null : valued(path, operator, arguments.get(1));
    }

    private static ObjectNode between(Expression.Path path, List<Expression> bounds) {
        if (bounds.stream().allMatch(Expression.Literal.class::isInstance)) {
            Type type = new Type.ListOf(bounds.getFirst().type());
            return valued(path, "between", new Expression.ListLiteral(bounds, type));
        }
        ObjectNode node = field(path, "between");
        ArrayNode pair = node.putArray("value");
        bounds.forEach(bound -> pair.add(write(bound)));
        return node;
    }

    private static ObjectNode field(Expression.Path path, String operator) {
        return JSON.objectNode().put("field", String.join(".", path.codes())).put("op", operator);
    }

    private static ObjectNode relative(Expression.Path path, String operator, Expression period) {
        Object name = period instanceof Expression.Literal literal ? literal.value() : null;
        ObjectNode node = field(path, operator);
        node.putObject("value").put("relative", String.valueOf(name));
        return node;
    }

    private static ObjectNode valued(Expression.Path path, String operator, Expression value) {
        ObjectNode node = field(path, operator);
        if (value instanceof Expression.Literal literal) {
            return typed(node, literal);
        }
        boolean literals = value instanceof Expression.ListLiteral
                && !value.parts().isEmpty()
                && value.parts().stream().allMatch(Expression.Literal.class::isInstance);
        if (!literals) {
            node.set("value", write(value));
            return node;
        }
        ArrayNode items = node.putArray("value");
        for (Expression item : value.parts()) {
            items.add(value((Expression.Literal) item));
        }
        return type(node, Types.element(value.type()));
    }

    // ---- general nodes

    private static JsonNode general(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> typed(JSON.objectNode(), literal);
            case Expression.Path path ->
                JSON.objectNode()
                        .put("path", String.join(".", path.codes()))
                        .put("type", path.type().code());
            case Expression.ListLiteral list -> array("list", list.items());
            case Expression.Arithmetic a -> operation(a.operator().sign(), a.left(), a.right());
            case Expression.Negate negate -> {
                ObjectNode node = JSON.objectNode().put("op", "-");
                node.set("of", write(negate.operand()));
                yield node;
            }
            case Expression.Compare c -> operation(c.comparison().sign(), c.left(), c.right());
            case Expression.In in -> operation("in", in.value(), in.list());
            case Expression.Logic logic ->
                array(logic.connective() == Expression.Connective.AND ? "all" : "any", logic.operands());
            case Expression.Not not -> {
                ObjectNode node = JSON.objectNode();
                node.set("not", write(not.operand()));
                yield node;
            }
            case Expression.Call call -> {
                ObjectNode node = JSON.objectNode().put("call", call.function());
                node.setAll((ObjectNode) array("args", call.arguments()));
                yield node;
            }
            case Expression.Aggregate aggregate -> aggregate(aggregate);
        };
    }

    private static ObjectNode operation(String sign, Expression left, Expression right) {
        ObjectNode node = JSON.objectNode().put("op", sign);
        node.set("left", write(left));
        node.set("right", write(right));
        return node;
    }

    private static JsonNode array(String key, List<Expression> items) {
        ObjectNode node = JSON.objectNode();
        ArrayNode array = node.putArray(key);
        for (Expression item : items) {
            array.add(write(item));
        }
        return node;
    }

    private static ObjectNode aggregate(Expression.Aggregate aggregate) {
        ObjectNode node =
                JSON.objectNode().put("aggregate", aggregate.function().name()).put("over", aggregate.children());
        put(node, "value", aggregate.value());
        put(node, "by", aggregate.by());
        put(node, "where", aggregate.where());
        return node;
    }

    private static void put(ObjectNode node, String key, @Nullable Expression expression) {
        if (expression != null) {
            node.set(key, write(expression));
        }
    }

    // ---- constants

    private static ObjectNode typed(ObjectNode node, Expression.Literal literal) {
        node.set("value", value(literal));
        boolean blankText = literal.value() == null && literal.type() instanceof Type.Text;
        return blankText ? node.put("type", literal.type().code()) : type(node, literal.type());
    }

    /** Notes the type where JSON does not tell it by itself. */
    private static ObjectNode type(ObjectNode node, Type type) {
        switch (type) {
            case Type.Text _, Type.Bool _, Type.Blank _, Type.ListOf _ -> {
                // told by the JSON value
            }
            case Type.RecordOf(String entity) -> node.put("type", type.code()).put("entity", entity);
            case Type.Number _, Type.Date _, Type.DateTime _, Type.Duration _, Type.Member _, Type.Department _ ->
                node.put("type", type.code());
        }
        return node;
    }

    private static JsonNode value(Expression.Literal literal) {
        Object value = literal.value();
        return switch (value) {
            case null -> JSON.nullNode();
            case Boolean bool -> JSON.booleanNode(bool);
            default -> JSON.stringNode(Literals.spell(value));
        };
    }
}
