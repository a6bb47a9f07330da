package io.zhike.entity.type;

import io.zhike.entity.Computation;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FieldType;
import io.zhike.entity.Storage;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An expression over its record, computed when it is read. */
record FormulaType(String text, Optional<FieldType> result) implements ComputedType {
    private static final int LONGEST = 10_000;

    static final FieldKind KIND =
            new Kind("formula", "公式", "Formula", List.of(Schemas.text("formula", LONGEST)), FormulaType::parse);

    private static FormulaType parse(FieldProperties from) {
        return new FormulaType(from.textOr("formula", "BLANK"), Optional.empty());
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Storage storage() {
        return new Storage.Computed();
    }

    @Override
    public Optional<Computation> computation() {
        return Optional.of(new Computation.Formula(text));
    }

    @Override
    public FieldType giving(FieldType values) {
        return new FormulaType(text, Optional.of(values));
    }

    @Override
    public void writeProperties(ObjectNode field) {
        field.put("formula", text);
        result.ifPresent(type -> field.put("result", type.code()));
    }

    @Override
    public boolean canBeTitle() {
        return true;
    }
}
