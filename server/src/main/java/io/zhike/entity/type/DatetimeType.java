package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A moment, to the microsecond. Written without an offset it is what clocks in the workspace's zone show. */
record DatetimeType() implements Scalar {
    static final FieldKind KIND = new Kind("datetime", "日期时间", "Date and time", List.of(), DatetimeType::parse);

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static DatetimeType parse(FieldProperties from) {
        return new DatetimeType();
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Type valueType() {
        return Type.DATETIME;
    }

    @Override
    public Storage storage() {
        return new Storage.Column(Columns.INSTANT);
    }

    @Override
    public Reading text(String text, ValueContext context) {
        Optional<Instant> instant = DateTexts.instant(text);
        if (instant.isPresent()) {
            return moment(instant.get(), context);
        }
        Optional<LocalDateTime> time = DateTexts.dateTime(text, context.zone());
        if (time.isPresent()) {
            return dateTime(time.get(), context);
        }
        Optional<LocalDate> date = DateTexts.date(text);
        return date.isPresent() ? date(date.get(), context) : misfit(CleanText.shown(text));
    }

    @Override
    public Reading date(LocalDate date, ValueContext context) {
        return moment(date.atStartOfDay(context.zone()).toInstant(), context);
    }

    @Override
    public Reading dateTime(LocalDateTime time, ValueContext context) {
        return moment(time.atZone(context.zone()).toInstant(), context);
    }

    @Override
    public Reading misfit(String shown) {
        return refuse(EntityText.NOT_A_DATETIME, shown);
    }

    @Override
    public JsonNode write(Object value) {
        return JsonNodeFactory.instance.stringNode(value.toString());
    }

    @Override
    public String display(Object value, ValueContext context) {
        LocalDateTime time = LocalDateTime.ofInstant((Instant) value, context.zone());
        return (time.getSecond() == 0 ? MINUTES : SECONDS).format(time);
    }

    @Override
    public ObjectNode valueSchema() {
        return Schemas.formatted("date-time");
    }

    @Override
    public void writeProperties(ObjectNode field) {
        // Nothing can be set.
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "日期时间，如 2026-11-22 13:45" : "a date with a time such as 2026-11-22 13:45";
    }

    private Reading moment(Instant instant, ValueContext context) {
        return Years.fit(LocalDate.ofInstant(instant, context.zone()))
                ? Reading.of(instant.truncatedTo(ChronoUnit.MICROS))
                : refuse(EntityText.YEAR_OUT_OF_RANGE, instant);
    }

    @Override
    public boolean canBeTitle() {
        return true;
    }
}
