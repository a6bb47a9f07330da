package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A whole number of stars from one to {@code most}. */
record RatingType(int most) implements Scalar {
    private static final int USUAL = 5;
    private static final int MOST = 10;
    private static final Pattern STARS = Pattern.compile("[★⭐]+[☆]*");

    static final FieldKind KIND =
            new Kind("rating", "评分", "Rating", List.of(Schemas.whole("max", 2, MOST)), RatingType::parse);

    private static RatingType parse(FieldProperties from) {
        return new RatingType(from.whole("max", 2, MOST).orElse(USUAL));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Type valueType() {
        return Type.NUMBER;
    }

    @Override
    public Storage storage() {
        return new Storage.Column(Columns.SMALL);
    }

    @Override
    public Reading text(String text, ValueContext context) {
        if (STARS.matcher(text).matches()) {
            return number(BigDecimal.valueOf(text.chars().filter(c -> c != '☆').count()), context);
        }
        Optional<BigDecimal> number = Decimals.number(text);
        return number.isPresent() ? number(number.get(), context) : misfit(CleanText.shown(text));
    }

    @Override
    public Reading number(BigDecimal number, ValueContext context) {
        for (int stars = 1; stars <= most; stars++) {
            if (number.compareTo(BigDecimal.valueOf(stars)) == 0) {
                return Reading.of(BigDecimal.valueOf(stars));
            }
        }
        return misfit(CleanText.shown(number.toString()));
    }

    @Override
    public Reading misfit(String shown) {
        return refuse(EntityText.NOT_A_RATING, shown, most);
    }

    @Override
    public JsonNode write(Object value) {
        return JsonNodeFactory.instance.numberNode(((BigDecimal) value).intValueExact());
    }

    @Override
    public String display(Object value, ValueContext context) {
        return ((BigDecimal) value).toPlainString();
    }

    @Override
    public ObjectNode valueSchema() {
        ObjectNode schema = Schemas.object();
        schema.putArray("type").add("integer").add("string").add("null");
        return schema.put("minimum", 1).put("maximum", most);
    }

    @Override
    public void writeProperties(ObjectNode field) {
        if (most != USUAL) {
            field.put("max", most);
        }
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "1 到 " + most + " 的整数" : "a whole number from 1 to " + most;
    }
}
