package io.zhike.entity.type;

import io.zhike.entity.Computation;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.FieldType;
import io.zhike.entity.Storage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A figure over the records that point here, kept in a column of its result's type by whoever writes those records. */
record RollupType(Computation.Rollup rollup, Optional<FieldType> result) implements ComputedType {
    private static final int LONGEST = 10_000;

    static final FieldKind KIND = new Kind(
            "rollup",
            "汇总",
            "Roll-up",
            List.of(
                    Schemas.text("over", 90),
                    Schemas.oneOf("fn", Computation.Fn.codes()),
                    Schemas.text("of", 40),
                    Schemas.text("where", LONGEST)),
            RollupType::parse);

    private static RollupType parse(FieldProperties from) {
        Computation.Fn fn = from.oneOf("fn", Computation.Fn.codes())
                .map(code -> Computation.Fn.valueOf(code.toUpperCase(Locale.ROOT)))
                .orElse(Computation.Fn.COUNT);
        Optional<String> of = fn == Computation.Fn.COUNT ? Optional.empty() : Optional.of(from.textOr("of", ""));
        return new RollupType(
                new Computation.Rollup(fn, from.textOr("over", ""), of, from.text("where")), Optional.empty());
    }

    @Override
    public String code() {
        return KIND.code();
    }

    /** Until the result is known, a number: what most roll-ups are. */
    @Override
    public Storage storage() {
        return result.map(FieldType::storage).orElse(new Storage.Column(Columns.DECIMAL));
    }

    @Override
    public Optional<Computation> computation() {
        return Optional.of(rollup);
    }

    @Override
    public FieldType giving(FieldType values) {
        return new RollupType(rollup, Optional.of(values));
    }

    @Override
    public void writeProperties(ObjectNode field) {
        field.put("over", rollup.over()).put("fn", rollup.fn().code());
        rollup.of().ifPresent(of -> field.put("of", of));
        rollup.where().ifPresent(where -> field.put("where", where));
        result.ifPresent(type -> field.put("result", type.code()));
    }
}
