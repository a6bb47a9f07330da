package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FieldType;
import io.zhike.entity.Likeness;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One line of text, of a given form where one is asked for. */
record TextType(int length, Optional<TextForm> form, Optional<TextMask> mask) implements TextLike {
    static final int LENGTH = 255;
    static final int MOST = 4000;

    static final FieldKind KIND = new Kind(
            "text",
            "文本",
            "Text",
            EncryptedType.with(
                    Schemas.whole("length", 1, MOST),
                    Schemas.oneOf("format", TextForm.codes()),
                    Schemas.text("pattern", TextMask.LONGEST)),
            TextType::parse);

    private static FieldType parse(FieldProperties from) {
        return EncryptedType.asked(
                from,
                new TextType(
                        from.whole("length", 1, MOST).orElse(LENGTH),
                        from.oneOf("format", TextForm.codes()).map(TextForm::of),
                        mask(from)));
    }

    private static Optional<TextMask> mask(FieldProperties from) {
        Optional<String> text = from.text("pattern");
        Optional<TextMask> mask = text.flatMap(TextMask::of);
        if (text.isPresent() && mask.isEmpty()) {
            from.badMask(text.get());
        }
        return mask;
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Reading text(String text, ValueContext context) {
        if (form.isPresent()) {
            return form.get().check(text);
        }
        if (mask.isPresent()) {
            return mask.get()
                    .fit(text)
                    .map(Reading::of)
                    .orElseGet(() -> refuse(
                            EntityText.WRONG_PATTERN,
                            CleanText.shown(text),
                            mask.get().text()));
        }
        return within(text, length);
    }

    @Override
    public String mask(Object value, boolean title) {
        String text = (String) value;
        if (form.isPresent()) {
            return form.get().mask(text);
        }
        return title ? Masks.name(text) : MASK;
    }

    @Override
    public Optional<Likeness> likeness() {
        return Optional.of(Likeness.NAME);
    }

    @Override
    public boolean canBeUnique() {
        return true;
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
        form.ifPresent(wanted -> field.put("format", wanted.code()));
        mask.ifPresent(wanted -> field.put("pattern", wanted.text()));
    }

    @Override
    public String describe(Language language) {
        if (form.isPresent()) {
            return form.get().label().in(language);
        }
        if (mask.isPresent()) {
            return language == Language.ZH
                    ? "格式为 " + mask.get().text() + " 的文本"
                    : "a text of the form " + mask.get().text();
        }
        return language == Language.ZH ? "最多 " + length + " 个字符的文本" : "a text of at most " + length + " characters";
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
