package io.zhike.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a JSON tree into the same syntax that a text becomes. */
final class TreeReader {
    /** A level of an expression takes at most two of JSON. */
    private static final int DEPTH = 2 * Limits.DEPTH + 10;

    private static final String NODES = "all, any, not, field, path, value, list, call, aggregate, op, relative";

    private static final Map<String, Set<String>> KEYS = Map.of(
            "all", Set.of("all"),
            "any", Set.of("any"),
            "not", Set.of("not"),
            "field", Set.of("field", "op", "value", "type", "entity"),
            "path", Set.of("path", "type"),
            "list", Set.of("list"),
            "call", Set.of("call", "args"),
            "aggregate", Set.of("aggregate", "over", "value", "by", "where"),
            "op", Set.of("op", "left", "right", "of"),
            "relative", Set.of("relative"));

    private int nodes;

    private TreeReader() {}

    static Syntax read(JsonNode tree) {
        return new TreeReader().node(tree, "$", 0);
    }

    Syntax node(JsonNode node, String at, int depth) {
        if (depth > DEPTH) {
            throw refused(at, ExpressionError.TOO_DEEP, Limits.DEPTH);
        }
        if (++nodes > Limits.NODES) {
            throw refused(at, ExpressionError.TOO_LARGE, Limits.NODES);
        }
        if (!node.isObject()) {
            return constant(node, null, at);
        }
        for (Map.Entry<String, Set<String>> kind : KEYS.entrySet()) {
            boolean condition = kind.getKey().equals("op") && node.has("field");
            if (node.has(kind.getKey()) && !condition) {
                allow(node, kind.getValue(), at);
                return object(kind.getKey(), node, at, depth + 1);
            }
        }
        if (node.has("value")) {
            allow(node, Set.of("value", "type", "entity"), at);
            return constant(node.get("value"), typeOf(node, at), at);
        }
        throw refused(at, ExpressionError.BAD_NODE, NODES);
    }

    private Syntax object(String kind, JsonNode node, String at, int depth) {
        Syntax.Place place = place(at);
        return switch (kind) {
            case "all" -> logic(Expression.Connective.AND, "all", node, at, depth);
            case "any" -> logic(Expression.Connective.OR, "any", node, at, depth);
            case "not" -> new Syntax.Not(place, node(node.get("not"), at + ".not", depth));
            case "field" -> new ConditionReader(this).read(node, at, depth);
            case "path" -> name(node.get("path"), at + ".path");
            case "list" -> new Syntax.Items(place, nodes(node.get("list"), at + ".list", depth));
            case "call" -> call(node, at, depth);
            case "aggregate" -> aggregate(node, at, depth);
            case "relative" -> throw refused(at, ExpressionError.BAD_NODE, "field, op, value");
            default -> operation(node, at, depth);
        };
    }

    private Syntax logic(Expression.Connective connective, String key, JsonNode node, String at, int depth) {
        return new Syntax.Logic(place(at), connective, nodes(node.get(key), at + "." + key, depth));
    }

    List<Syntax> nodes(@Nullable JsonNode array, String at, int depth) {
        if (array == null || !array.isArray()) {
            throw refused(at, ExpressionError.BAD_NODE, "[…]");
        }
        if (array.size() > Limits.ITEMS) {
            throw refused(at, ExpressionError.LIST_TOO_LONG, array.size(), Limits.ITEMS);
        }
        List<Syntax> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(node(array.get(i), at + "[" + i + "]", depth));
        }
        return List.copyOf(items);
    }

    private Syntax call(JsonNode node, String at, int depth) {
        String function = text(node.get("call"), at + ".call");
        List<Syntax> arguments = node.has("args") ? nodes(node.get("args"), at + ".args", depth) : List.of();
        return new Syntax.Call(place(at), function, place(at), arguments);
    }

    private Syntax aggregate(JsonNode node, String at, int depth) {
        return new Syntax.Aggregate(
                place(at),
                text(node.get("aggregate"), at + ".aggregate"),
                name(node.get("over"), at + ".over"),
                optional(node, "value", at, depth),
                optional(node, "by", at, depth),
                optional(node, "where", at, depth));
    }

    private @Nullable Syntax optional(JsonNode node, String key, String at, int depth) {
        return node.has(key) ? node(node.get(key), at + "." + key, depth) : null;
    }

    private Syntax operation(JsonNode node, String at, int depth) {
        String operator = text(node.get("op"), at + ".op");
        if (node.has("of")) {
            if (!operator.equals("-") || node.has("left") || node.has("right")) {
                throw refused(at, ExpressionError.BAD_NODE, "{op: \"-\", of}");
            }
            return new Syntax.Negate(place(at), node(node.get("of"), at + ".of", depth));
        }
        if (!node.has("left") || !node.has("right")) {
            throw refused(at, ExpressionError.BAD_NODE, "{op, left, right}");
        }
        Syntax left = node(node.get("left"), at + ".left", depth);
        Syntax right = node(node.get("right"), at + ".right", depth);
        Syntax made = ConditionReader.plain(place(at), operator, left, right);
        if (made != null) {
            return made;
        }
        for (Expression.Operator arithmetic : Expression.Operator.values()) {
            if (arithmetic.sign().equals(operator)) {
                return new Syntax.Arithmetic(place(at), arithmetic, left, right);
            }
        }
        throw refused(at, ExpressionError.UNKNOWN_OPERATOR, operator, "= <> < <= > >= in + - * / &");
    }

    static Syntax.Name name(@Nullable JsonNode node, String at) {
        List<Syntax.Name.Part> parts = new ArrayList<>();
        for (String part : text(node, at).split("\\.", -1)) {
            if (part.isBlank()) {
                throw refused(at, ExpressionError.EMPTY_NAME);
            }
            parts.add(new Syntax.Name.Part(part, place(at)));
        }
        return new Syntax.Name(place(at), List.copyOf(parts));
    }

    /** The type said beside a value; null when none is. */
    static @Nullable Type typeOf(JsonNode node, String at) {
        if (!node.has("type")) {
            return null;
        }
        String code = text(node.get("type"), at + ".type");
        return switch (code) {
            case "text" -> Type.TEXT;
            case "number" -> Type.NUMBER;
            case "boolean" -> Type.BOOL;
            case "date" -> Type.DATE;
            case "datetime" -> Type.DATETIME;
            case "duration" -> Type.DURATION;
            case "member" -> Type.MEMBER;
            case "department" -> Type.DEPARTMENT;
            case "record" -> new Type.RecordOf(text(node.get("entity"), at + ".entity"));
            default -> throw refused(at, ExpressionError.UNKNOWN_TYPE, code);
        };
    }

    /** A constant from its JSON form, read as {@code type} when one is said. */
    static Syntax.Constant constant(JsonNode node, @Nullable Type type, String at) {
        Syntax.Place place = place(at);
        if (node.isNull()) {
            return new Syntax.Constant(place, null, type == null ? Type.BLANK : type);
        }
        if (node.isBoolean() && (type == null || type.equals(Type.BOOL))) {
            return new Syntax.Constant(place, node.booleanValue(), Type.BOOL);
        }
        if (node.isNumber() && (type == null || type.equals(Type.NUMBER))) {
            return number(node, place, at);
        }
        if (!node.isString()) {
            throw refused(at, ExpressionError.BAD_NODE, NODES);
        }
        String text = node.stringValue();
        if (text.length() > Limits.TEXT) {
            throw refused(at, ExpressionError.TEXT_TOO_LONG, text.length(), Limits.TEXT);
        }
        if (!Texts.isStorable(text)) {
            throw refused(at, ExpressionError.UNREADABLE_TEXT);
        }
        Type wanted = type == null ? Type.TEXT : type;
        Object value = Literals.read(text, wanted);
        if (value == null) {
            boolean moment = Types.isMoment(wanted) || wanted instanceof Type.Duration;
            if (wanted instanceof Type.Number) {
                throw refused(at, ExpressionError.BAD_NUMBER, text);
            }
            throw refused(at, moment ? ExpressionError.BAD_MOMENT : ExpressionError.NOT_AN_ID, text, wanted.label());
        }
        return new Syntax.Constant(place, value, wanted);
    }

    private static Syntax.Constant number(JsonNode node, Syntax.Place place, String at) {
        boolean infinite = node.isFloatingPointNumber() && !node.isBigDecimal() && !Double.isFinite(node.doubleValue());
        BigDecimal number = infinite ? null : node.decimalValue();
        if (number == null || !Numbers.isShort(number)) {
            throw refused(at, ExpressionError.NUMBER_TOO_LONG, Numbers.MAX_DIGITS);
        }
        return new Syntax.Constant(place, number, Type.NUMBER);
    }

    static String text(@Nullable JsonNode node, String at) {
        if (node == null || !node.isString()) {
            throw refused(at, ExpressionError.EXPECTED_TYPE, Type.TEXT.label(), node == null ? "-" : node.toString());
        }
        return node.stringValue();
    }

    static Syntax.Place place(String at) {
        return new Syntax.Place(0, 0, at);
    }

    static RefusedText refused(String at, ExpressionError error, Object... arguments) {
        return new RefusedText(0, 0, ExpressionError.AT_NODE.with(at, error.with(arguments)));
    }

    private static void allow(JsonNode node, Set<String> keys, String at) {
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                throw refused(at, ExpressionError.UNKNOWN_KEY, key);
            }
        }
    }
}
