package io.zhike.entity.type;

import io.zhike.entity.Option;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A type whose value is the code of one option. */
interface ChoiceLike extends TextLike {

    Options choices();

    @Override
    default Reading text(String text, ValueContext context) {
        return choices().read(text);
    }

    @Override
    default List<Option> options() {
        return choices().list();
    }

    @Override
    default String display(Object value, ValueContext context) {
        return choices().display((String) value, context.language());
    }

    /** Both labels: people search by what they see. */
    @Override
    default Optional<String> searchText(Object value) {
        return choices().find((String) value).map(option -> {
            String zh = option.label().in(Language.ZH);
            String en = option.label().in(Language.EN);
            return zh.equals(en) ? zh : zh + " " + en;
        });
    }

    @Override
    default ObjectNode valueSchema() {
        return choices().valueSchema(true);
    }

    @Override
    default void writeProperties(ObjectNode field) {
        choices().write(field);
    }
}
