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
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Yes or no. */
record BooleanType() implements Scalar {
    static final FieldKind KIND = new Kind("boolean", "是否", "Yes or no", List.of(), BooleanType::parse);

    private static final Set<String> YES = Set.of("true", "yes", "y", "t", "1", "是", "真", "对", "有", "√", "✓", "✔");
    private static final Set<String> NO = Set.of("false", "no", "n", "f", "0", "否", "假", "错", "无", "×", "✗", "✘");

    private static BooleanType parse(FieldProperties from) {
        return new BooleanType();
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Type valueType() {
        return Type.BOOL;
    }

    @Override
    public Storage storage() {
        return new Storage.Column(Columns.BOOLEAN);
    }

    @Override
    public Reading text(String text, ValueContext context) {
        String plain = CleanText.plain(text).toLowerCase(Locale.ROOT);
        if (YES.contains(plain)) {
            return Reading.of(true);
        }
        return NO.contains(plain) ? Reading.of(false) : misfit(CleanText.shown(text));
    }

    @Override
    public Reading truth(boolean value, ValueContext context) {
        return Reading.of(value);
    }

    @Override
    public Reading number(BigDecimal number, ValueContext context) {
        if (number.compareTo(BigDecimal.ONE) == 0) {
            return Reading.of(true);
        }
        return number.signum() == 0 ? Reading.of(false) : misfit(CleanText.shown(number.toString()));
    }

    @Override
    public Reading misfit(String shown) {
        return refuse(EntityText.NOT_A_BOOLEAN, shown);
    }

    @Override
    public JsonNode write(Object value) {
        return JsonNodeFactory.instance.booleanNode((Boolean) value);
    }

    @Override
    public String display(Object value, ValueContext context) {
        boolean yes = (Boolean) value;
        return context.language() == Language.ZH ? (yes ? "是" : "否") : (yes ? "Yes" : "No");
    }

    @Override
    public ObjectNode valueSchema() {
        ObjectNode schema = Schemas.object();
        schema.putArray("type").add("boolean").add("null");
        return schema;
    }

    @Override
    public void writeProperties(ObjectNode field) {
        // Nothing can be set.
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "是或否" : "yes or no";
    }
}
