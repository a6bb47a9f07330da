package io.zhike.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One attempt to read a call by one signature. */
final class Signing {
    private final Checker checker;
    private final FunctionSpec spec;
    private final Syntax.Call call;
    private final FunctionSpec.Signature signature;
    private final List<Expression> arguments;
    private CallChecker.@Nullable Mismatch mismatch;

    Signing(
            Checker checker,
            FunctionSpec spec,
            Syntax.Call call,
            FunctionSpec.Signature signature,
            List<Expression> arguments) {
        this.checker = checker;
        this.spec = spec;
        this.call = call;
        this.signature = signature;
        this.arguments = arguments;
    }

    /** Why {@link #make} gave nothing; null when the problem has been noted already. */
    CallChecker.@Nullable Mismatch mismatch() {
        return mismatch;
    }

    /** The call; null when the signature does not fit, or with a problem noted. */
    @Nullable
    Expression make() {
        Type common = common(FunctionSpec.Kind.ANY);
        Type key = common(FunctionSpec.Kind.KEY);
        List<Expression> fitted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            FunctionSpec.Parameter parameter = signature.parameter(i, arguments.size());
            boolean keyed = parameter.kind() == FunctionSpec.Kind.KEY;
            Expression one = fit(i, parameter.kind(), keyed ? key : common);
            if (one == null) {
                return null;
            }
            Expression constant = constant(i, parameter, one);
            if (constant == null) {
                return null;
            }
            fitted.add(constant);
        }
        return new Expression.Call(spec.name(), fitted, result(common, fitted));
    }

    /** The type that all arguments of a variable kind share: that of the first which says one by itself. */
    private Type common(FunctionSpec.Kind variable) {
        Type fallback = Type.BLANK;
        for (int i = 0; i < arguments.size(); i++) {
            FunctionSpec.Kind kind = signature.parameter(i, arguments.size()).kind();
            boolean bound = variable == FunctionSpec.Kind.KEY ? kind == FunctionSpec.Kind.KEY : isCommon(kind);
            Type type = arguments.get(i).type();
            if (!bound || type instanceof Type.Blank) {
                continue;
            }
            Type own = kind == FunctionSpec.Kind.LIST ? Types.element(type) : type;
            if (!(arguments.get(i) instanceof Expression.Literal)) {
                return own;
            }
            fallback = fallback instanceof Type.Blank ? own : fallback;
        }
        return fallback;
    }

    private static boolean isCommon(FunctionSpec.Kind kind) {
        return switch (kind) {
            case ANY, ORDERED, LIST, ITEM -> true;
            default -> false;
        };
    }

    private @Nullable Expression fit(int index, FunctionSpec.Kind kind, Type common) {
        Expression argument = arguments.get(index);
        return switch (kind) {
            case TEXT -> fit(index, Type.TEXT);
            case NUMBER -> fit(index, Type.NUMBER);
            case BOOL -> fit(index, Type.BOOL);
            case DATE -> fit(index, Type.DATE);
            case DATETIME -> fit(index, Type.DATETIME);
            case DURATION -> fit(index, Type.DURATION);
            case MEMBER -> fit(index, Type.MEMBER);
            case DEPARTMENT -> fit(index, Type.DEPARTMENT);
            case TEXTS -> fit(index, new Type.ListOf(Type.TEXT));
            case NUMBERS -> fit(index, new Type.ListOf(Type.NUMBER));
            case MOMENT -> moment(index);
            case ANY -> fit(index, common);
            case ORDERED -> Types.isOrdered(common) ? fit(index, common) : refuse(index, null);
            case SCALAR -> argument.type() instanceof Type.ListOf ? refuse(index, null) : argument;
            case LIST -> list(index, common);
            case ITEM, KEY -> measured(index, kind, common);
            case CHILDREN -> refuse(index, null);
        };
    }

    private @Nullable Expression fit(int index, Type type) {
        Expression fitted = checker.fit(arguments.get(index), type);
        return fitted == null ? refuse(index, type) : fitted;
    }

    private @Nullable Expression moment(int index) {
        Expression argument = arguments.get(index);
        if (Types.isMoment(argument.type())) {
            return argument;
        }
        Expression date = checker.fit(argument, Type.DATE);
        Expression fitted = date == null ? checker.fit(argument, Type.DATETIME) : date;
        return fitted == null ? refuse(index, null) : fitted;
    }

    private @Nullable Expression list(int index, Type common) {
        Type type = arguments.get(index).type();
        boolean is = type instanceof Type.ListOf || type instanceof Type.Blank;
        return is ? fit(index, new Type.ListOf(common)) : refuse(index, null);
    }

    /** A literal that means an option of the field that stands first among its kind. */
    private @Nullable Expression measured(int index, FunctionSpec.Kind kind, Type common) {
        FunctionSpec.Kind leader = kind == FunctionSpec.Kind.ITEM ? FunctionSpec.Kind.LIST : kind;
        for (int i = 0; i < arguments.size(); i++) {
            if (i != index && signature.parameter(i, arguments.size()).kind() == leader) {
                Symbol symbol = checker.symbolOf(arguments.get(i));
                if (symbol != null && !symbol.options().isEmpty()) {
                    return new ComparisonChecker(checker)
                            .measuredBy(
                                    arguments.get(i),
                                    arguments.get(index),
                                    call.arguments().get(index));
                }
            }
        }
        return fit(index, common);
    }

    private @Nullable Expression refuse(int index, @Nullable Type shouldBe) {
        mismatch = new CallChecker.Mismatch(index, signature.parameter(index, arguments.size()), shouldBe);
        return null;
    }

    private @Nullable Expression constant(int index, FunctionSpec.Parameter parameter, Expression argument) {
        FunctionSpec.WrittenOut rule = spec.writtenOut(index);
        if (parameter.choices().isEmpty() && rule == null) {
            return argument;
        }
        Syntax at = call.arguments().get(index);
        if (!(argument instanceof Expression.Literal(Object value, Type _) && value instanceof String text)) {
            return checker.refuse(at, ExpressionError.NOT_CONSTANT, spec.name(), parameter.name());
        }
        if (rule != null) {
            return rule.valid().test(text, arguments.getFirst().type())
                    ? argument
                    : checker.refuse(at, rule.error(), text);
        }
        String choice = text.toLowerCase(Locale.ROOT);
        if (!parameter.choices().contains(choice)) {
            String allowed = String.join(", ", parameter.choices());
            return checker.refuse(at, ExpressionError.UNKNOWN_CHOICE, spec.name(), parameter.name(), text, allowed);
        }
        return new Expression.Literal(choice, Type.TEXT);
    }

    private Type result(Type common, List<Expression> fitted) {
        return switch (signature.result()) {
            case TEXT -> Type.TEXT;
            case NUMBER -> Type.NUMBER;
            case BOOL -> Type.BOOL;
            case DATE -> Type.DATE;
            case DATETIME -> Type.DATETIME;
            case DURATION -> Type.DURATION;
            case MEMBER -> Type.MEMBER;
            case DEPARTMENT -> Type.DEPARTMENT;
            case TEXTS -> new Type.ListOf(Type.TEXT);
            case NUMBERS -> new Type.ListOf(Type.NUMBER);
            case LIST -> new Type.ListOf(signature.parameters().isEmpty() ? Type.DEPARTMENT : common);
            case ANY, ORDERED, ITEM -> common;
            case MOMENT -> momentOf(fitted);
            case KEY, SCALAR, CHILDREN ->
                throw new IllegalStateException(spec.name() + " cannot answer " + signature.result());
        };
    }

    private static Type momentOf(List<Expression> fitted) {
        return fitted.stream()
                .map(Expression::type)
                .filter(Types::isMoment)
                .findFirst()
                .orElse(Type.DATE);
    }
}
