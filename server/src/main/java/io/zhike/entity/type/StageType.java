package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.message.Language;
import java.util.List;

/** One of several options that follow each other, some of which end the way: won or lost. */
record StageType(Options choices) implements ChoiceLike {
    static final FieldKind KIND = new Kind("stage", "阶段", "Stage", List.of(Schemas.options(true)), StageType::parse);

    private static StageType parse(FieldProperties from) {
        Options options = new Options(from.options(true));
        boolean ended = !options.list().isEmpty()
                && options.list().stream().allMatch(option -> option.end().isPresent());
        if (ended) {
            from.noOpenStage();
        }
        return new StageType(options);
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "一个阶段" : "one of the stages";
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
