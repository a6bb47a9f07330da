package io.zhike.entity.type;

import io.zhike.entity.Storage;
import io.zhike.message.Language;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The running number of a record within its entity: whole, from one. No definition can ask for it. */
record RunningNumber() implements DecimalLike {
    private static final Decimals WHOLE = new Decimals(0, Optional.empty(), Optional.empty());

    @Override
    public String code() {
        return NumberType.KIND.code();
    }

    @Override
    public Decimals limits() {
        return WHOLE;
    }

    @Override
    public Storage storage() {
        return new Storage.Column(Columns.WHOLE);
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
    public boolean canBeTitle() {
        return true;
    }

    @Override
    public Optional<String> searchText(Object value) {
        return Optional.of(((BigDecimal) value).toPlainString());
    }

    @Override
    public void writeProperties(ObjectNode field) {
        field.put("decimals", 0);
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "编号" : "a running number";
    }
}
