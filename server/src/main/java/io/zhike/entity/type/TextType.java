package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Likeness;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One line of text, of a given form where one is asked for. */
record TextType(int length, Optional<TextForm> form) implements TextLike {
    static final int LENGTH = 255;
    static final int MOST = 4000;

    static final FieldKind KIND = new Kind(
            "text",
            "文本",
            "Text",
            List.of(Schemas.whole("length", 1, MOST), Schemas.oneOf("pattern", TextForm.codes())),
            TextType::parse);

    private static TextType parse(FieldProperties from) {
        return new TextType(
                from.whole("length", 1, MOST).orElse(LENGTH),
                from.oneOf("pattern", TextForm.codes()).map(TextForm::of));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Reading text(String text, ValueContext context) {
        return form.isPresent() ? form.get().check(text) : within(text, length);
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
        form.ifPresent(wanted -> field.put("pattern", wanted.code()));
    }

    @Override
    public String describe(Language language) {
        if (form.isPresent()) {
            return form.get().label().in(language);
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
