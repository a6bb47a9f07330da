package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.FieldType;
import io.zhike.entity.FieldTypes;
import io.zhike.entity.Many;
import io.zhike.entity.Storage;
import io.zhike.expression.Expression;
import io.zhike.expression.Expression.Aggregation;
import io.zhike.message.ProblemException;
import java.util.List;
import java.util.Optional;

/** As which field type the result of an expression is shown: a sum of amounts as an amount, an option by its name. */
final class ResultLook {
    private final Lens lens;

    ResultLook(Lens lens) {
        this.lens = lens;
    }

    /** Empty for a list, which nothing shows as one value. */
    Optional<FieldType> of(EntityDefinition entity, Expression expression) {
        return FieldTypes.holding(expression.type())
                .map(plain -> like(entity, expression)
                        .filter(like -> like.valueType().equals(expression.type()))
                        .orElse(plain));
    }

    /** The same, and for a list the field that it is the value of; empty for other lists. */
    Optional<FieldType> ofAny(EntityDefinition entity, Expression expression) {
        return of(entity, expression)
                .or(() ->
                        like(entity, expression).filter(like -> like.valueType().equals(expression.type())));
    }

    private Optional<FieldType> like(EntityDefinition entity, Expression expression) {
        return switch (expression) {
            case Expression.Path path -> field(entity, path.codes());
            case Expression.Aggregate aggregate -> figure(entity, aggregate);
            case Expression.Negate negate -> like(entity, negate.operand());
            case Expression.Arithmetic sum -> sum(entity, sum);
            case Expression.Call call
            when call.function().equals("IFBLANK") ->
                like(entity, call.arguments().getFirst());
            case Expression.Call _,
                    Expression.Literal _,
                    Expression.ListLiteral _,
                    Expression.Compare _,
                    Expression.In _,
                    Expression.Logic _,
                    Expression.Not _ -> Optional.empty();
        };
    }

    private Optional<FieldType> sum(EntityDefinition entity, Expression.Arithmetic sum) {
        boolean adds = sum.operator() == Expression.Operator.ADD || sum.operator() == Expression.Operator.SUBTRACT;
        Optional<FieldType> left = like(entity, sum.left());
        Optional<FieldType> right = like(entity, sum.right());
        return adds && left.map(FieldType::code).equals(right.map(FieldType::code)) ? left : Optional.empty();
    }

    private Optional<FieldType> figure(EntityDefinition entity, Expression.Aggregate aggregate) {
        if (aggregate.function() == Aggregation.COUNTUNIQUE) {
            return Optional.empty();
        }
        Optional<EntityDefinition> of = lens.grants()
                .catalog()
                .many(entity.code(), aggregate.children())
                .map(Many::entity)
                .flatMap(lens.grants().catalog()::find);
        Expression value = aggregate.value();
        return value == null ? Optional.empty() : of.flatMap(found -> like(found, value));
    }

    private Optional<FieldType> field(EntityDefinition entity, List<String> codes) {
        try {
            return lens.resolve(entity, String.join(".", codes))
                    .fieldType()
                    .filter(type -> !(type.storage() instanceof Storage.Parts));
        } catch (ProblemException noField) {
            return Optional.empty();
        }
    }
}
