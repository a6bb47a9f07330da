package io.zhike.expression;

import io.zhike.message.Label;
import io.zhike.message.Nearest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks calls: which function, which of its signatures, which types its arguments and its answer have. */
final class CallChecker {
    private final Checker checker;

    CallChecker(Checker checker) {
        this.checker = checker;
    }

    @Nullable
    Expression check(Syntax.Call call) {
        Optional<FunctionSpec> found = Functions.find(Normalizer.normalize(call.function(), Normalizer.Form.NFKC));
        if (found.isEmpty()) {
            return refuseUnknown(call);
        }
        FunctionSpec spec = found.get();
        return switch (spec.name()) {
            case "AND" -> operands(call, spec) ? checker.logic(Expression.Connective.AND, call.arguments()) : null;
            case "OR" -> operands(call, spec) ? checker.logic(Expression.Connective.OR, call.arguments()) : null;
            case "NOT" -> not(call, spec);
            case "CONCAT" -> concat(call, spec);
            default -> check(spec, call);
        };
    }

    private @Nullable Expression refuseUnknown(Syntax.Call call) {
        List<String> near = Nearest.to(call.function(), Functions.names());
        if (near.isEmpty()) {
            checker.refuse(call.functionPlace(), ExpressionError.UNKNOWN_FUNCTION, call.function());
        } else {
            checker.refuse(
                    call.functionPlace(), ExpressionError.UNKNOWN_FUNCTION_NEAR, call.function(), near.getFirst());
        }
        return null;
    }

    private boolean operands(Syntax.Call call, FunctionSpec spec) {
        if (call.arguments().isEmpty()) {
            refuseCount(call, spec);
            return false;
        }
        return true;
    }

    private @Nullable Expression concat(Syntax.Call call, FunctionSpec spec) {
        if (!operands(call, spec)) {
            return null;
        }
        Expression whole = null;
        for (Syntax argument : call.arguments()) {
            Expression part = checker.check(argument);
            Expression text = part == null ? null : checker.asText(part, argument);
            if (text == null) {
                return null;
            }
            whole = whole == null ? text : new Expression.Arithmetic(Expression.Operator.JOIN, whole, text, Type.TEXT);
        }
        return whole;
    }

    private @Nullable Expression not(Syntax.Call call, FunctionSpec spec) {
        if (call.arguments().size() != 1) {
            return refuseCount(call, spec);
        }
        Expression operand = checker.check(call.arguments().getFirst(), Type.BOOL);
        return operand == null ? null : new Expression.Not(operand);
    }

    private @Nullable Expression check(FunctionSpec spec, Syntax.Call call) {
        AggregateChecker aggregates = new AggregateChecker(checker);
        Expression.Aggregation aggregation = AggregateChecker.aggregationOf(spec);
        if (!call.arguments().isEmpty() && call.arguments().getFirst() instanceof Syntax.Name name) {
            AggregateChecker.Target target = aggregates.target(name);
            if (target != null && aggregation != null) {
                return aggregates.check(aggregation, spec, target, call);
            }
            if (target != null && spec.name().equals("ISBLANK") && target.rest() == null) {
                return aggregates.none(target);
            }
            if (target != null && target.rest() == null && AggregateChecker.names(spec, call)) {
                return aggregates.among(spec, target, call);
            }
        }
        List<Expression> arguments = new ArrayList<>();
        boolean refused = false;
        for (Syntax argument : call.arguments()) {
            Expression checked = checker.check(argument);
            refused |= checked == null;
            if (checked != null) {
                arguments.add(checked);
            }
        }
        return refused ? null : match(spec, call, arguments);
    }

    private @Nullable Expression match(FunctionSpec spec, Syntax.Call call, List<Expression> arguments) {
        Mismatch furthest = null;
        for (FunctionSpec.Signature signature : spec.signatures()) {
            boolean children = signature.parameters().stream().anyMatch(p -> p.kind() == FunctionSpec.Kind.CHILDREN);
            if (children || !signature.fits(arguments.size())) {
                continue;
            }
            Signing signing = new Signing(checker, spec, call, signature, arguments);
            Expression made = signing.make();
            if (made != null) {
                return made;
            }
            Mismatch mismatch = signing.mismatch();
            if (mismatch == null) {
                return null;
            }
            if (furthest == null || mismatch.index() > furthest.index()) {
                furthest = mismatch;
            }
        }
        return furthest == null ? refuseCount(call, spec) : refuse(spec, call, furthest, arguments);
    }

    /** Where a signature did not fit: an argument, and what it should have been. */
    record Mismatch(
            int index,
            FunctionSpec.Parameter parameter,
            @Nullable Type shouldAgreeWith) {}

    private @Nullable Expression refuse(
            FunctionSpec spec, Syntax.Call call, Mismatch mismatch, List<Expression> arguments) {
        Syntax at = call.arguments().get(mismatch.index());
        Label actual = arguments.get(mismatch.index()).type().label();
        Type agreed = mismatch.shouldAgreeWith();
        if (agreed != null && mismatch.parameter().kind() == FunctionSpec.Kind.ANY) {
            return checker.refuse(at, ExpressionError.MIXED_TYPES, spec.name(), agreed.label(), actual);
        }
        Label expected =
                agreed != null ? agreed.label() : mismatch.parameter().kind().label();
        return checker.refuse(
                at,
                ExpressionError.WRONG_ARGUMENT,
                spec.name(),
                mismatch.parameter().name(),
                expected,
                actual);
    }

    private @Nullable Expression refuseCount(Syntax.Call call, FunctionSpec spec) {
        int count = call.arguments().size();
        int most = spec.signatures().stream()
                .mapToInt(FunctionSpec.Signature::most)
                .max()
                .orElse(0);
        if (count > most) {
            return checker.refuse(
                    call, ExpressionError.TOO_MANY_ARGUMENTS, spec.name().toUpperCase(Locale.ROOT), most, count);
        }
        boolean onlyAggregates = spec.signatures().stream()
                .allMatch(s -> s.parameters().stream().anyMatch(p -> p.kind() == FunctionSpec.Kind.CHILDREN));
        if (onlyAggregates && count > 0) {
            return checker.refuse(call.arguments().getFirst(), ExpressionError.NOT_CHILDREN, spec.name());
        }
        for (FunctionSpec.Signature signature : spec.signatures()) {
            if (count < signature.least()) {
                Label missing = signature
                        .parameters()
                        .get(Math.min(count, signature.parameters().size() - 1))
                        .name();
                return checker.refuse(call, ExpressionError.TOO_FEW_ARGUMENTS, spec.name(), missing);
            }
        }
        boolean aggregateTwin = spec.signatures().stream().anyMatch(s -> s.repeat() == 0 && s.most() < count);
        return checker.refuse(
                call, aggregateTwin ? ExpressionError.NOT_CHILDREN : ExpressionError.ARGUMENT_PAIRS, spec.name());
    }
}
