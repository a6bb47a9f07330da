package io.zhike.entity.type;

import io.zhike.entity.AutonumberPattern;
import io.zhike.entity.Computation;
import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Reading;
import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import io.zhike.sheet.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A number such as {@code HT-202611-0042}, given once by the write gate when the record is made. */
record AutonumberType(AutonumberPattern pattern) implements TextLike {
    private static final List<String> RESETS = Arrays.stream(AutonumberPattern.Reset.values())
            .map(AutonumberPattern.Reset::code)
            .toList();
    private static final String USUAL = "{0000}";

    static final FieldKind KIND = new Kind(
            "autonumber",
            "自动编号",
            "Automatic number",
            List.of(Schemas.text("pattern", AutonumberPattern.MAX_LENGTH), Schemas.oneOf("reset", RESETS)),
            AutonumberType::parse);

    private static AutonumberType parse(FieldProperties from) {
        AutonumberPattern pattern = AutonumberPattern.of(from.pattern("pattern").orElse(USUAL));
        return new AutonumberType(from.oneOf("reset", RESETS)
                .map(code -> AutonumberPattern.Reset.valueOf(code.toUpperCase(Locale.ROOT)))
                .map(reset -> new AutonumberPattern(pattern.text(), reset))
                .orElse(pattern));
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Optional<Computation> computation() {
        return Optional.of(new Computation.Numbered(pattern));
    }

    @Override
    public Reading text(String text, ValueContext context) {
        return refuse(EntityText.COMPUTED);
    }

    @Override
    public Reading read(JsonNode value, ValueContext context) {
        return refuse(EntityText.COMPUTED);
    }

    @Override
    public Reading read(Cell cell, ValueContext context) {
        return refuse(EntityText.COMPUTED);
    }

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    public boolean canBeUnique() {
        return true;
    }

    @Override
    public ObjectNode valueSchema() {
        return Schemas.textValue(100).put("readOnly", true);
    }

    @Override
    public void writeProperties(ObjectNode field) {
        field.put("pattern", pattern.text());
        if (!pattern.equals(AutonumberPattern.of(pattern.text()))) {
            field.put("reset", pattern.reset().code());
        }
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "自动编号" : "an automatic number";
    }

    @Override
    public boolean canBeTitle() {
        return true;
    }

    @Override
    public boolean searchedByDefault() {
        return true;
    }
}
