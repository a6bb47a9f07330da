package io.zhike.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random well-typed expressions, as texts, made from the catalogue itself: a new function is tried at once. */
public final class RandomExpressions {
    private static final List<Type> SCALARS = List.of(
            Type.TEXT, Type.NUMBER, Type.BOOL, Type.DATE, Type.DATETIME, Type.DURATION, Type.MEMBER, Type.DEPARTMENT);
    private static final List<Type> ORDERED =
            SCALARS.subList(0, 6).stream().filter(Types::isOrdered).toList();
    private static final List<String> PERIODS = List.of(
            "today",
            "yesterday",
            "this_week",
            "last_month",
            "next_quarter",
            "this_year",
            "last_30_days",
            "next_3_months");
    private static final List<String> NUMBER_FORMATS = List.of("0", "0.00", "#,##0.0", "0.0%", "#,##0.0000");
    private static final List<String> DATE_FORMATS = List.of("yyyy-MM-dd", "yyyy年M月d日", "yy/MM/dd HH:mm:ss", "H:m:s");

    private final Random random;
    private final RandomCompany values;
    private final Fixture fixture;

    public RandomExpressions(Random random, Fixture fixture) {
        this.random = random;
        this.values = new RandomCompany(random);
        this.fixture = fixture;
    }

    /** An expression about customers. */
    public String next() {
        return of(values.pick(SCALARS), "customer", 4);
    }

    /** A condition about customers. */
    public String condition() {
        return of(Type.BOOL, "customer", 4);
    }

    private String of(Type type, String entity, int depth) {
        if (depth <= 0 || random.nextInt(8) == 0) {
            return leaf(type, entity);
        }
        int way = random.nextInt(10);
        if (type.equals(Type.BOOL) && way < 6) {
            return bool(entity, depth - 1);
        }
        if (way < 3) {
            return arithmetic(type, entity, depth - 1);
        }
        if (way < 5) {
            return aggregate(type, entity, depth - 1);
        }
        return call(type, entity, depth - 1);
    }

    private String leaf(Type type, String entity) {
        List<String> paths = paths(type, entity);
        if (!paths.isEmpty() && random.nextInt(3) > 0) {
            return values.pick(paths);
        }
        return random.nextInt(10) == 0 ? "BLANK" : literal(type);
    }

    private List<String> paths(Type type, String entity) {
        List<String> paths = new ArrayList<>();
        for (Fixture.Field field : fixture.entities().get(entity).values()) {
            Symbol symbol = field.symbol();
            boolean plain = symbol.children().isEmpty() && symbol.options().isEmpty();
            if (plain && symbol.type().equals(type)) {
                paths.add(symbol.code());
            }
            String next = Names.entityOf(symbol);
            if (plain && next != null) {
                for (Fixture.Field inner : fixture.entities().get(next).values()) {
                    if (inner.symbol().type().equals(type)
                            && inner.link() == null
                            && inner.symbol().options().isEmpty()) {
                        paths.add(symbol.code() + "." + inner.symbol().code());
                    }
                }
            }
        }
        return paths;
    }

    private String literal(Type type) {
        Object value = values.value(type);
        return switch (type) {
            case Type.Member _ -> values.pick(List.of("ME()", "SUPERVISOR(ME())"));
            case Type.Department _ -> values.pick(List.of("MYDEPARTMENT()", "DEPARTMENTOF(SUPERVISOR(ME()))"));
            case Type.Bool _ -> value.equals(true) ? "TRUE" : "FALSE";
            case Type.Number _ -> "(" + Literals.spell(value) + ")";
            case Type.Date _, Type.DateTime _, Type.Duration _ -> "#" + value + "#";
            case Type.ListOf(Type element) -> "[" + literal(element) + ", " + literal(element) + "]";
            default -> "\"" + value.toString().replace("\"", "\"\"") + "\"";
        };
    }

    private String bool(String entity, int depth) {
        return switch (random.nextInt(7)) {
            case 0 -> "(" + of(Type.BOOL, entity, depth) + " AND " + of(Type.BOOL, entity, depth) + ")";
            case 1 -> "(" + of(Type.BOOL, entity, depth) + " OR " + of(Type.BOOL, entity, depth) + ")";
            case 2, 3 -> "NOT(" + of(Type.BOOL, entity, depth) + ")";
            case 4 -> {
                Type type = values.pick(SCALARS);
                String items = leaf(type, entity) + ", " + of(type, entity, depth);
                yield "(" + paths(type, entity).getFirst() + values.pick(List.of(" IN (", " NOT IN (")) + items + "))";
            }
            case 5 -> {
                String sign = values.pick(List.of("=", "<>", "<", "<=", ">", ">="));
                String time = of(Type.DATETIME, entity, depth);
                yield "(DATEADD(" + time + ", 0, \"hour\") " + sign + " DATEADD(" + of(Type.DATE, entity, depth)
                        + ", 0, \"day\"))";
            }
            default -> {
                Type type = values.pick(SCALARS);
                List<String> signs =
                        Types.isOrdered(type) ? List.of("=", "<>", "<", "<=", ">", ">=") : List.of("=", "<>");
                String left = random.nextBoolean()
                        ? paths(type, entity).isEmpty() ? literal(type) : values.pick(paths(type, entity))
                        : "COALESCE("
                                + paths(type, "customer").stream()
                                        .filter(p -> entity.equals("customer"))
                                        .findFirst()
                                        .orElse(literal(type))
                                + ", " + of(type, entity, depth) + ")";
                yield "(" + left + " " + values.pick(signs) + " " + of(type, entity, depth) + ")";
            }
        };
    }

    private String arithmetic(Type type, String entity, int depth) {
        return switch (type) {
            case Type.Number _ -> {
                String sign = values.pick(List.of("+", "-", "*", "/"));
                yield random.nextInt(5) == 0
                        ? "(" + typed(Type.DATE, entity, depth) + " - " + typed(Type.DATE, entity, depth) + ")"
                        : "(" + typed(type, entity, depth) + " " + sign + " " + of(type, entity, depth) + ")";
            }
            case Type.Text _ ->
                "(" + of(type, entity, depth) + " & " + of(values.pick(SCALARS.subList(0, 5)), entity, depth) + ")";
            case Type.Duration _ ->
                switch (random.nextInt(3)) {
                    case 0 ->
                        "(" + typed(Type.DATETIME, entity, depth) + " - " + typed(Type.DATETIME, entity, depth) + ")";
                    case 1 ->
                        "(" + typed(type, entity, depth) + values.pick(List.of(" * ", " / "))
                                + typed(Type.NUMBER, entity, depth) + ")";
                    default ->
                        "(" + typed(type, entity, depth) + values.pick(List.of(" + ", " - "))
                                + typed(type, entity, depth) + ")";
                };
            case Type.Date _, Type.DateTime _ ->
                "(" + typed(type, entity, depth) + values.pick(List.of(" + ", " - "))
                        + typed(Type.DURATION, entity, depth) + ")";
            default -> of(type, entity, depth);
        };
    }

    /** An expression that says its type by itself, unlike a bare BLANK or a text literal. */
    private String typed(Type type, String entity, int depth) {
        String made = of(type, entity, depth);
        return made.equals("BLANK") ? "IF(FALSE, " + literal(type) + ")" : made;
    }

    private String aggregate(Type type, String entity, int depth) {
        String children = entity.equals("customer") ? "orders" : entity.equals("order") ? "lines" : null;
        if (children == null) {
            return leaf(type, entity);
        }
        String child = children.equals("orders") ? "order" : "line";
        String where = random.nextBoolean() ? ", " + of(Type.BOOL, child, depth - 1) : "";
        String value = typed(type, child, depth - 1);
        if (type.equals(Type.BOOL)) {
            return values.pick(List.of("ANY", "ALL")) + "(" + children + ", " + of(Type.BOOL, child, depth) + ")";
        }
        if (random.nextInt(3) == 0) {
            String by = typed(values.pick(ORDERED), child, depth - 1);
            return values.pick(List.of("FIRST", "LAST")) + "(" + children + ", " + value + ", " + by + where + ")";
        }
        return switch (type) {
            case Type.Number _ ->
                switch (random.nextInt(3)) {
                    case 0 -> "COUNT(" + children + where + ")";
                    case 1 ->
                        "COUNTUNIQUE(" + children + ", " + typed(values.pick(SCALARS), child, depth - 1) + where + ")";
                    default ->
                        values.pick(List.of("SUM", "AVERAGE", "MIN", "MAX")) + "(" + children + ", " + value + where
                                + ")";
                };
            case Type.Duration _ ->
                values.pick(List.of("SUM", "AVERAGE", "MIN", "MAX")) + "(" + children + ", " + value + where + ")";
            case Type.Text _, Type.Date _, Type.DateTime _ ->
                values.pick(List.of("MIN", "MAX")) + "(" + children + ", " + value + where + ")";
            default -> leaf(type, entity);
        };
    }

    private record Option(FunctionSpec spec, FunctionSpec.Signature signature) {}

    private String call(Type type, String entity, int depth) {
        List<Option> options = new ArrayList<>();
        for (FunctionSpec spec : Functions.all()) {
            for (FunctionSpec.Signature signature : spec.signatures()) {
                boolean children =
                        signature.parameters().stream().anyMatch(p -> p.kind() == FunctionSpec.Kind.CHILDREN);
                if (!children && gives(signature, type)) {
                    options.add(new Option(spec, signature));
                }
            }
        }
        if (options.isEmpty()) {
            return leaf(type, entity);
        }
        Option option = values.pick(options);
        return arguments(option, type, entity, depth);
    }

    private static boolean gives(FunctionSpec.Signature signature, Type type) {
        return switch (signature.result()) {
            case TEXT -> type.equals(Type.TEXT);
            case NUMBER -> type.equals(Type.NUMBER);
            case BOOL -> type.equals(Type.BOOL);
            case DATE -> type.equals(Type.DATE);
            case DATETIME -> type.equals(Type.DATETIME);
            case DURATION -> type.equals(Type.DURATION);
            case MEMBER -> type.equals(Type.MEMBER);
            case DEPARTMENT -> type.equals(Type.DEPARTMENT);
            case MOMENT -> Types.isMoment(type);
            case ANY -> true;
            case ORDERED -> Types.isOrdered(type);
            case TEXTS -> type.equals(new Type.ListOf(Type.TEXT));
            case NUMBERS -> type.equals(new Type.ListOf(Type.NUMBER));
            case LIST -> type instanceof Type.ListOf && !signature.parameters().isEmpty();
            case ITEM, KEY, SCALAR, CHILDREN -> false;
        };
    }

    private String arguments(Option option, Type type, String entity, int depth) {
        FunctionSpec.Signature signature = option.signature();
        boolean bound = signature.result() == FunctionSpec.Kind.ANY
                || signature.result() == FunctionSpec.Kind.ORDERED
                || signature.result() == FunctionSpec.Kind.LIST;
        boolean ordered = signature.parameters().stream().anyMatch(p -> p.kind() == FunctionSpec.Kind.ORDERED);
        Type common = bound ? Types.element(type) : values.pick(ordered ? ORDERED : SCALARS);
        Type key = values.pick(SCALARS);
        int count = signature.repeat() > 0
                ? signature.parameters().size() + signature.repeat() * random.nextInt(2)
                : random.nextInt(signature.least(), signature.parameters().size() + 1);
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FunctionSpec.Parameter parameter = signature.parameter(i, count);
            arguments.add(argument(
                    option.spec(),
                    i,
                    parameter,
                    common,
                    key,
                    new Scene(
                            entity,
                            depth,
                            type,
                            signature.parameters().getFirst().kind())));
        }
        if (signature.otherwise().isPresent() && random.nextBoolean()) {
            arguments.add(typed(common, entity, depth));
        }
        return option.spec().name() + "(" + String.join(", ", arguments) + ")";
    }

    private record Scene(String entity, int depth, Type result, FunctionSpec.Kind first) {}

    private String argument(
            FunctionSpec spec, int index, FunctionSpec.Parameter parameter, Type common, Type key, Scene scene) {
        if (!parameter.choices().isEmpty()) {
            return "\"" + values.pick(parameter.choices()) + "\"";
        }
        if (spec.writtenOut(index) != null) {
            boolean format = spec.name().equals("TEXT");
            boolean number = scene.first() == FunctionSpec.Kind.NUMBER;
            return "\"" + values.pick(!format ? PERIODS : number ? NUMBER_FORMATS : DATE_FORMATS) + "\"";
        }
        boolean isText = spec.name().equals("TEXT") && index == 0;
        Type type = switch (parameter.kind()) {
            case TEXT -> Type.TEXT;
            case NUMBER -> Type.NUMBER;
            case BOOL -> Type.BOOL;
            case DATE -> Type.DATE;
            case DATETIME -> Type.DATETIME;
            case DURATION -> Type.DURATION;
            case MEMBER -> Type.MEMBER;
            case DEPARTMENT -> Type.DEPARTMENT;
            case MOMENT ->
                Types.isMoment(scene.result()) && index == 0
                        ? scene.result()
                        : random.nextBoolean() ? Type.DATE : Type.DATETIME;
            case ANY, ORDERED, ITEM -> common;
            case KEY -> key;
            case SCALAR -> values.pick(SCALARS.subList(0, 5));
            case LIST -> new Type.ListOf(common);
            case TEXTS -> new Type.ListOf(Type.TEXT);
            case NUMBERS -> new Type.ListOf(Type.NUMBER);
            case CHILDREN -> throw new IllegalStateException();
        };
        if (type instanceof Type.ListOf(Type element)) {
            return list(element, scene);
        }
        boolean small = type.equals(Type.NUMBER) && random.nextInt(3) > 0;
        if (small) {
            return "(" + random.nextInt(-3, 9) + ")";
        }
        return isText || random.nextBoolean()
                ? typed(type, scene.entity(), scene.depth())
                : typed(type, scene.entity(), 0);
    }

    private String list(Type element, Scene scene) {
        if (element.equals(Type.TEXT) && random.nextInt(3) == 0) {
            return scene.entity().equals("customer") ? "tags" : "SPLIT(\"a,b,,a\", \",\")";
        }
        return "[" + typed(element, scene.entity(), scene.depth() - 1) + ", " + literal(element) + ", "
                + leaf(element, scene.entity()) + "]";
    }
}
