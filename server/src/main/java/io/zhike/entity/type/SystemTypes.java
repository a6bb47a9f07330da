package io.zhike.entity.type;

import io.zhike.entity.FieldType;

/** The types of the fields that every entity has. */
public final class SystemTypes {
    private SystemTypes() {}

    /** The running number of a record within its entity, from one. */
    public static FieldType number() {
        return new RunningNumber();
    }

    public static FieldType member() {
        return new MemberType();
    }

    public static FieldType department() {
        return new DepartmentType();
    }

    public static FieldType moment() {
        return new DatetimeType();
    }
}
