package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A number. Where {@code fixed} is false no number of decimals was asked for: up to ten are taken, and shown as they are.
 */
record NumberType(Decimals limits, boolean fixed, Optional<String> unit) implements DecimalLike {
    static final FieldKind KIND = new Kind(
            "number",
            "数字",
            "Number",
            List.of(
                    Schemas.whole("decimals", 0, Decimals.MOST_DECIMALS),
                    Schemas.decimal("min"),
                    Schemas.decimal("max"),
                    Schemas.text("unit", 20)),
            NumberType::parse);

    /** Any number of up to ten decimals. */
    static final NumberType FREE = new NumberType(
            new Decimals(Decimals.MOST_DECIMALS, Optional.empty(), Optional.empty()), false, Optional.empty());

    /** Any whole number. */
    static final NumberType WHOLE =
            new NumberType(new Decimals(0, Optional.empty(), Optional.empty()), true, Optional.empty());

    private static NumberType parse(FieldProperties from) {
        Optional<Integer> decimals = from.whole("decimals", 0, Decimals.MOST_DECIMALS);
        Decimals limits = Decimals.parse(from, decimals.orElse(Decimals.MOST_DECIMALS));
        return new NumberType(limits, decimals.isPresent(), from.text("unit"));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Reading text(String text, ValueContext context) {
        String bare = unit.isPresent() && text.endsWith(unit.get())
                ? text.substring(0, text.length() - unit.get().length())
                : text;
        return plain(DecimalLike.super.text(bare, context));
    }

    @Override
    public Reading number(BigDecimal number, ValueContext context) {
        return plain(DecimalLike.super.number(number, context));
    }

    @Override
    public JsonNode write(Object value) {
        return JsonNodeFactory.instance.stringNode(shown((BigDecimal) value));
    }

    @Override
    public String display(Object value, ValueContext context) {
        return shown((BigDecimal) value);
    }

    @Override
    public String said(BigDecimal value) {
        return fixed ? limits.said(value) : Decimals.grouped(Decimals.bare(value));
    }

    @Override
    public boolean canBeUnique() {
        return true;
    }

    @Override
    public Optional<String> searchText(Object value) {
        return Optional.of(shown((BigDecimal) value));
    }

    @Override
    public void writeProperties(ObjectNode field) {
        limits.write(field, fixed ? -1 : Decimals.MOST_DECIMALS);
        unit.ifPresent(text -> field.put("unit", text));
    }

    @Override
    public String describe(Language language) {
        if (language == Language.ZH) {
            return limits.decimals() == 0 ? "整数" : "最多 " + limits.decimals() + " 位小数的数字";
        }
        return limits.decimals() == 0 ? "a whole number" : "a number with at most " + limits.decimals() + " decimals";
    }

    private String shown(BigDecimal value) {
        return fixed ? limits.written(value) : Decimals.bare(value).toPlainString();
    }

    private Reading plain(Reading reading) {
        return !fixed && reading instanceof Reading.Value(BigDecimal value)
                ? Reading.of(Decimals.bare(value))
                : reading;
    }

    @Override
    public boolean canBeTitle() {
        return true;
    }
}
