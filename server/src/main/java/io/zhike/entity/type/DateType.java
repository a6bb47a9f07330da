package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A day. A time of day at midnight is taken for the day alone, as spreadsheets write it; any other is refused. */
record DateType() implements Scalar {
    static final FieldKind KIND = new Kind("date", "日期", "Date", List.of(), DateType::parse);

    private static DateType parse(FieldProperties from) {
        return new DateType();
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Type valueType() {
        return Type.DATE;
    }

    @Override
    public Storage storage() {
        return new Storage.Column(Columns.DATE);
    }

    @Override
    public Reading text(String text, ValueContext context) {
        Optional<LocalDate> date = DateTexts.date(text);
        if (date.isPresent()) {
            return date(date.get(), context);
        }
        Optional<LocalDateTime> time = DateTexts.dateTime(text, context.zone());
        return time.isPresent() ? dateTime(time.get(), context) : misfit(CleanText.shown(text));
    }

    @Override
    public Reading date(LocalDate date, ValueContext context) {
        return Years.fit(date) ? Reading.of(date) : refuse(EntityText.YEAR_OUT_OF_RANGE, date);
    }

    @Override
    public Reading dateTime(LocalDateTime time, ValueContext context) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date(time.toLocalDate(), context)
                : refuse(EntityText.DATE_HAS_TIME, time);
    }

    @Override
    public Reading misfit(String shown) {
        return refuse(EntityText.NOT_A_DATE, shown);
    }

    @Override
    public JsonNode write(Object value) {
        return JsonNodeFactory.instance.stringNode(value.toString());
    }

    @Override
    public String display(Object value, ValueContext context) {
        return value.toString();
    }

    @Override
    public ObjectNode valueSchema() {
        return Schemas.formatted("date");
    }

    @Override
    public void writeProperties(ObjectNode field) {
        // Nothing can be set.
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "日期，如 2026-11-22" : "a date such as 2026-11-22";
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
