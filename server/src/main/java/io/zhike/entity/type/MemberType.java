package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A member of the workspace. */
record MemberType() implements IdLike {
    static final FieldKind KIND = new Kind("member", "成员", "Member", List.of(), MemberType::parse);

    private static MemberType parse(FieldProperties from) {
        return new MemberType();
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Type valueType() {
        return Type.MEMBER;
    }

    @Override
    public void writeProperties(ObjectNode field) {
        // Nothing can be set.
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "成员（标识）" : "a member (id)";
    }

    @Override
    public boolean indexedByDefault() {
        return true;
    }
}
