package io.zhike.entity;

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
}
