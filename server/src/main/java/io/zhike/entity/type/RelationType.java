package io.zhike.entity.type;

import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FieldType;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A pointer to one record of an entity. */
record RelationType(String entity) implements IdLike {
    static final FieldKind KIND = new Kind(
            "relation",
            "关联",
            "Relation",
            List.of(Schemas.text("entity", 40), Schemas.flag("many")),
            RelationType::parse);

    private static FieldType parse(FieldProperties from) {
        String entity = from.textOr("entity", "");
        return from.flag("many", false) ? new RelationsType(entity) : new RelationType(entity);
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Type valueType() {
        return new Type.RecordOf(entity);
    }

    @Override
    public Optional<String> target() {
        return Optional.of(entity);
    }

    /** One-to-one: no two records point to the same one. */
    @Override
    public boolean canBeUnique() {
        return true;
    }

    @Override
    public void writeProperties(ObjectNode field) {
        field.put("entity", entity);
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "「" + entity + "」的一条记录（标识）" : "a record of '" + entity + "' (id)";
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
