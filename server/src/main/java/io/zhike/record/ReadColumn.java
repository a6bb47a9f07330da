package io.zhike.record;

import io.zhike.entity.FieldType;
import io.zhike.expression.Type;
import io.zhike.message.Label;
import java.util.Optional;

/**
 * One column of an answer.
 *
 * @param name the path that was asked for
 * @param fieldType writes the values; empty for what is known of members and departments, whose values are as {@code type}
 *     says
 */
public record ReadColumn(String name, Label label, Type type, Optional<FieldType> fieldType) {

    /** Whether values come with a text that people know them by: the title of a record, the name of a member. */
    public boolean labelled() {
        return Names.Source.of(this).isPresent();
    }
}
