package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.message.Language;
import java.util.List;

/** One of several options. */
record SelectType(Options choices) implements ChoiceLike {
    static final FieldKind KIND =
            new Kind("select", "单选", "Select", List.of(Schemas.options(false)), SelectType::parse);

    private static SelectType parse(FieldProperties from) {
        return new SelectType(new Options(from.options(false)));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "一个选项" : "one of the options";
    }

    @Override
    public boolean canBeTitle() {
        return true;
    }

    @Override
    public boolean indexedByDefault() {
        return true;
    }
}
