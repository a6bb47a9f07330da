package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A type whose value is a decimal of the places that {@link #limits} says. */
interface DecimalLike extends Scalar {

    Decimals limits();

    @Override
    default Type valueType() {
        return Type.NUMBER;
    }

    /** Without a precision of its own, so that changing the decimals of a field changes no table. */
    @Override
    default Storage storage() {
        return new Storage.Column(Columns.DECIMAL);
    }

    @Override
    default Reading text(String text, ValueContext context) {
        Optional<BigDecimal> number = Decimals.number(text);
        return number.isEmpty() ? misfit(CleanText.shown(text)) : limits().check(number.get(), text, this::said);
    }

    @Override
    default Reading number(BigDecimal number, ValueContext context) {
        return limits().check(number, number.toString(), this::said);
    }

    @Override
    default Reading misfit(String shown) {
        return refuse(EntityText.NOT_A_NUMBER, shown);
    }

    @Override
    default JsonNode write(Object value) {
        return JsonNodeFactory.instance.stringNode(limits().written((BigDecimal) value));
    }

    @Override
    default String display(Object value, ValueContext context) {
        return limits().written((BigDecimal) value);
    }

    @Override
    default String said(Object value, ValueContext context) {
        return said((BigDecimal) value);
    }

    default String said(BigDecimal value) {
        return limits().said(value);
    }

    @Override
    default ObjectNode valueSchema() {
        return Schemas.decimalValue();
    }
}
