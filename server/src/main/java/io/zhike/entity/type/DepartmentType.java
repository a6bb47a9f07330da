package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A department of the workspace. */
record DepartmentType() implements IdLike {
    static final FieldKind KIND = new Kind("department", "部门", "Department", List.of(), DepartmentType::parse);

    private static DepartmentType parse(FieldProperties from) {
        return new DepartmentType();
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Type valueType() {
        return Type.DEPARTMENT;
    }

    @Override
    public void writeProperties(ObjectNode field) {
        // Nothing can be set.
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "部门（标识）" : "a department (id)";
    }

    @Override
    public boolean indexedByDefault() {
        return true;
    }
}
