package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** What a barcode holds. With {@code ean13} exactly thirteen digits of which the last checks the others. */
record BarcodeType(boolean ean13) implements TextLike {
    private static final int LONGEST = 200;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{13}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]+");

    static final FieldKind KIND = new Kind(
            "barcode", "条码", "Barcode", List.of(Schemas.oneOf("format", List.of("any", "ean_13"))), BarcodeType::parse);

    private static BarcodeType parse(FieldProperties from) {
        return new BarcodeType(
                from.oneOf("format", List.of("any", "ean_13")).orElse("any").equals("ean_13"));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Reading text(String text, ValueContext context) {
        String plain = CleanText.plain(text);
        if (!ean13) {
            return PRINTABLE.matcher(plain).matches()
                    ? within(plain, LONGEST)
                    : refuse(EntityText.NOT_A_BARCODE, CleanText.shown(text), "ASCII");
        }
        String digits = plain.replace(" ", "").replace("-", "");
        if (!DIGITS.matcher(digits).matches()) {
            return refuse(EntityText.NOT_A_BARCODE, CleanText.shown(text), "EAN-13");
        }
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        int check = (10 - sum % 10) % 10;
        return digits.charAt(12) - '0' == check
                ? Reading.of(digits)
                : refuse(EntityText.WRONG_CHECK_DIGIT, CleanText.shown(text), check);
    }

    @Override
    public boolean canBeUnique() {
        return true;
    }

    @Override
    public ObjectNode valueSchema() {
        return ean13 ? Schemas.textValue(13).put("pattern", "^[0-9]{13}$") : Schemas.textValue(LONGEST);
    }

    @Override
    public void writeProperties(ObjectNode field) {
        if (ean13) {
            field.put("format", "ean_13");
        }
    }

    @Override
    public String describe(Language language) {
        return ean13 ? "EAN-13" : language == Language.ZH ? "条码内容" : "the content of a barcode";
    }

    @Override
    public boolean canBeTitle() {
        return true;
    }

    @Override
    public boolean searchedByDefault() {
        return true;
    }
}
