package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An amount in the one currency of its field. */
record MoneyType(String currency, Decimals limits) implements DecimalLike {
    static final String CURRENCY = "CNY";
    static final int DECIMALS = 2;

    private static final List<String> CURRENCIES = Currency.availableCurrencies()
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList();

    private static final List<String> YUAN = List.of("人民币", "RMB", "¥", "￥", "元", "圆");

    static final FieldKind KIND = new Kind(
            "money",
            "金额",
            "Money",
            List.of(
                    Schemas.oneOf("currency", CURRENCIES),
                    Schemas.whole("decimals", 0, Decimals.MOST_DECIMALS),
                    Schemas.decimal("min"),
                    Schemas.decimal("max")),
            MoneyType::parse);

    private static MoneyType parse(FieldProperties from) {
        int decimals = from.whole("decimals", 0, Decimals.MOST_DECIMALS).orElse(DECIMALS);
        return new MoneyType(from.oneOf("currency", CURRENCIES).orElse(CURRENCY), Decimals.parse(from, decimals));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Reading text(String text, ValueContext context) {
        String bare = text.toUpperCase(Locale.ROOT).replace(currency, "");
        for (String sign : signs()) {
            bare = bare.replace(sign, "");
        }
        Optional<BigDecimal> amount = bare.isBlank() ? Optional.empty() : Decimals.number(bare.strip());
        return amount.isEmpty() ? misfit(CleanText.shown(text)) : limits.check(amount.get(), text, this::said);
    }

    @Override
    public void writeProperties(ObjectNode field) {
        if (!currency.equals(CURRENCY)) {
            field.put("currency", currency);
        }
        limits.write(field, DECIMALS);
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH
                ? "最多 " + limits.decimals() + " 位小数的金额（" + currency + "）"
                : "an amount in " + currency + " with at most " + limits.decimals() + " decimals";
    }

    /** What people write beside amounts of this currency. Another one's sign is not taken away: 5 € are not 5 yuan. */
    private List<String> signs() {
        return switch (currency) {
            case "CNY" -> YUAN;
            case "JPY" -> List.of("¥", "￥", "円");
            case "USD" -> List.of("US$", "$");
            case "HKD" -> List.of("HK$", "$");
            case "TWD" -> List.of("NT$", "$");
            case "EUR" -> List.of("€");
            case "GBP" -> List.of("£");
            default -> List.of();
        };
    }
}
