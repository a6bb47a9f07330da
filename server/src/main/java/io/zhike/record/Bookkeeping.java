package io.zhike.record;

import io.zhike.entity.Field;
import io.zhike.entity.FieldType;
import io.zhike.entity.SystemFields;
import io.zhike.message.Label;
import java.util.List;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** The columns of every entity's table that no expression names, as fields, so that they are read and written like all. */
final class Bookkeeping {
    static final Field ID = field(SystemFields.ID, new Label("标识", "Id"), SystemFields.type(SystemFields.OWNER));
    static final Field VERSION =
            field(SystemFields.VERSION, new Label("版本", "Version"), SystemFields.type(SystemFields.NUMBER));
    static final Field DELETED_AT =
            field(SystemFields.DELETED_AT, new Label("删除时间", "Deleted at"), SystemFields.type(SystemFields.CREATED_AT));
    static final List<Field> FIELDS = List.of(ID, VERSION, DELETED_AT);

    private Bookkeeping() {}

    static DataType<?> type(Field field) {
        return switch (field.code()) {
            case SystemFields.ID -> SQLDataType.UUID;
            case SystemFields.VERSION -> SQLDataType.INTEGER;
            default -> SQLDataType.INSTANT;
        };
    }

    private static Field field(String code, Label label, FieldType type) {
        return Field.ofSystem(code, label, type, false, false);
    }
}
