package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FieldType;
import io.zhike.message.Label;
import java.util.List;
import java.util.function.Function;

/** A kind of field whose properties one function reads. */
record Kind(String code, Label label, List<Property> properties, Function<FieldProperties, FieldType> maker)
        implements FieldKind {

    Kind(String code, String zh, String en, List<Property> properties, Function<FieldProperties, FieldType> maker) {
        this(code, new Label(zh, en), List.copyOf(properties), maker);
    }

    @Override
    public FieldType parse(FieldProperties from) {
        return maker.apply(from);
    }
}
