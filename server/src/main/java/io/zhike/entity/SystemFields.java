package io.zhike.entity;

import io.zhike.entity.type.SystemTypes;
import io.zhike.message.Label;
import java.util.List;
import java.util.Set;

/** The fields that every entity has. */
public final class SystemFields {
    public static final String ID = "id";
    public static final String NUMBER = "number";
    public static final String VERSION = "version";
    public static final String OWNER = "owner";
    public static final String DEPARTMENT = "department";
    public static final String CREATED_AT = "created_at";
    public static final String CREATED_BY = "created_by";
    public static final String UPDATED_AT = "updated_at";
    public static final String UPDATED_BY = "updated_by";
    public static final String DELETED_AT = "deleted_at";
    /** Not a field: the column that holds what a record is found by. */
    public static final String SEARCH = "search";

    /** The codes of all system fields and columns; no other field may have one of these. */
    public static final Set<String> ALL = Set.of(
            ID, NUMBER, VERSION, OWNER, DEPARTMENT, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY, DELETED_AT, SEARCH);

    /** Those that people may set. */
    static final Set<String> SETTABLE = Set.of(OWNER, DEPARTMENT);

    private SystemFields() {}

    /** The type of the field that every entity has under {@code code}. */
    public static FieldType type(String code) {
        return fields().stream()
                .filter(field -> field.code().equals(code))
                .findFirst()
                .map(Field::type)
                .orElseThrow(() -> new IllegalArgumentException("not a field of every entity: '" + code + "'"));
    }

    /** The fields that every entity has, as fields; {@code id}, {@code version} and {@code deleted_at} are columns only. */
    static List<Field> fields() {
        return List.of(
                field(NUMBER, "编号", "Number", SystemTypes.number(), true, true),
                field(OWNER, "负责人", "Owner", SystemTypes.member(), false, true),
                field(DEPARTMENT, "所属部门", "Department", SystemTypes.department(), false, true),
                field(CREATED_AT, "创建时间", "Created at", SystemTypes.moment(), false, true),
                field(CREATED_BY, "创建人", "Created by", SystemTypes.member(), false, false),
                field(UPDATED_AT, "修改时间", "Updated at", SystemTypes.moment(), false, true),
                field(UPDATED_BY, "修改人", "Updated by", SystemTypes.member(), false, false));
    }

    private static Field field(String code, String zh, String en, FieldType type, boolean searchable, boolean indexed) {
        return Field.ofSystem(code, new Label(zh, en), type, searchable, indexed);
    }
}
