package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A share, kept as the number it stands for: 12.5 % is 0.125, in JSON, in expressions and in the column. Only a text that
 * ends in {@code %} is divided by a hundred.
 *
 * @param shares limits of the share itself: its decimals are those shown plus two
 */
record PercentType(Decimals shares) implements DecimalLike {
    static final int DECIMALS = 2;
    private static final int HUNDREDTH = 2;

    static final FieldKind KIND = new Kind(
            "percent",
            "百分比",
            "Percent",
            List.of(
                    Schemas.whole("decimals", 0, Decimals.MOST_DECIMALS - HUNDREDTH),
                    Schemas.decimal("min"),
                    Schemas.decimal("max")),
            PercentType::parse);

    private static PercentType parse(FieldProperties from) {
        int decimals =
                from.whole("decimals", 0, Decimals.MOST_DECIMALS - HUNDREDTH).orElse(DECIMALS);
        return new PercentType(Decimals.parse(from, decimals + HUNDREDTH));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Decimals limits() {
        return shares;
    }

    @Override
    public Reading text(String text, ValueContext context) {
        String plain = CleanText.plain(text);
        if (!plain.endsWith("%")) {
            return DecimalLike.super.text(plain, context);
        }
        Optional<BigDecimal> number =
                Decimals.number(plain.substring(0, plain.length() - 1).strip());
        return number.isEmpty()
                ? refuse(EntityText.NOT_A_NUMBER, CleanText.shown(text))
                : shares.check(number.get().scaleByPowerOfTen(-HUNDREDTH), text, this::said);
    }

    @Override
    public String display(Object value, ValueContext context) {
        BigDecimal hundred = ((BigDecimal) value).scaleByPowerOfTen(HUNDREDTH);
        return Decimals.bare(hundred).toPlainString() + "%";
    }

    @Override
    public String said(BigDecimal value) {
        return Decimals.grouped(Decimals.bare(value.scaleByPowerOfTen(HUNDREDTH))) + "%";
    }

    @Override
    public void writeProperties(ObjectNode field) {
        new Decimals(shares.decimals() - HUNDREDTH, shares.least(), shares.most()).write(field, DECIMALS);
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "百分比（12.5% 写作 0.125 或 \"12.5%\"）" : "a share (12.5% is 0.125 or \"12.5%\")";
    }
}
