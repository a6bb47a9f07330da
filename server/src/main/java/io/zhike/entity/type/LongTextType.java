package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FieldType;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import tools.jackson.databind.node.ObjectNode;

/** Text of several lines. */
record LongTextType(int length) implements TextLike {
    static final int LENGTH = 20_000;
    static final int MOST = 200_000;

    static final FieldKind KIND = new Kind(
            "long_text",
            "多行文本",
            "Long text",
            EncryptedType.with(Schemas.whole("length", 1, MOST)),
            LongTextType::parse);

    private static FieldType parse(FieldProperties from) {
        return EncryptedType.asked(
                from, new LongTextType(from.whole("length", 1, MOST).orElse(LENGTH)));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public boolean multiline() {
        return true;
    }

    @Override
    public Reading text(String text, ValueContext context) {
        return within(text, length);
    }

    @Override
    public ObjectNode valueSchema() {
        return Schemas.textValue(length);
    }

    @Override
    public void writeProperties(ObjectNode field) {
        if (length != LENGTH) {
            field.put("length", length);
        }
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "最多 " + length + " 个字符的文本" : "a text of at most " + length + " characters";
    }

    @Override
    public boolean canBeTitle() {
        return true;
    }
}
