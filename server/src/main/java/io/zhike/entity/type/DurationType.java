package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.FieldKind;
import io.zhike.entity.FieldProperties;
import io.zhike.entity.Reading;
import io.zhike.entity.Storage;
import io.zhike.entity.ValueContext;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A length of time in whole seconds: {@code 1:30}, {@code 1:30:15}, {@code PT1H30M}, {@code 2天3小时}, {@code 2d3h}; a number is seconds. */
record DurationType() implements Scalar {
    static final FieldKind KIND = new Kind("duration", "时长", "Duration", List.of(), DurationType::parse);

    /** What the language can hold. */
    private static final Duration MOST = Duration.ofDays(99_999);

    private static final Pattern CLOCK = Pattern.compile("(-?)(\\d{1,7}):([0-5]\\d)(?::([0-5]\\d))?");
    private static final Pattern ISO = Pattern.compile("[+-]?P[-+0-9A-Z.]{1,60}");
    private static final Pattern WORDS = Pattern.compile(
            "(-?)(?:(\\d{1,6})(?:天|日|d|days?))?(?:(\\d{1,7})(?:小时|时|h|hours?))?(?:(\\d{1,8})(?:分钟|分|m|min|minutes?))?(?:(\\d{1,10})(?:秒钟|秒|s|seconds?))?");

    private static DurationType parse(FieldProperties from) {
        return new DurationType();
    }

    @Override
    public String code() {
        return KIND.code();
    }

    @Override
    public Type valueType() {
        return Type.DURATION;
    }

    @Override
    public Storage storage() {
        return new Storage.Column(Columns.DURATION);
    }

    @Override
    public Reading text(String text, ValueContext context) {
        String plain = CleanText.plain(text);
        Matcher clock = CLOCK.matcher(plain);
        if (clock.matches()) {
            return made(clock.group(1), null, clock.group(2), clock.group(3), clock.group(4), text);
        }
        String words = plain.toLowerCase(java.util.Locale.ROOT).replace(" ", "");
        Matcher matcher = WORDS.matcher(words);
        if (!words.isEmpty() && words.length() > 1 && matcher.matches()) {
            return made(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4), matcher.group(5), text);
        }
        return iso(plain.toUpperCase(java.util.Locale.ROOT), text);
    }

    @Override
    public Reading number(BigDecimal number, ValueContext context) {
        boolean whole = number.precision() < 30
                && Math.abs((long) number.scale()) < 30
                && number.stripTrailingZeros().scale() <= 0;
        return whole && number.abs().compareTo(BigDecimal.valueOf(MOST.toSeconds())) <= 0
                ? Reading.of(Duration.ofSeconds(number.longValueExact()))
                : misfit(CleanText.shown(number.toString()));
    }

    @Override
    public Reading misfit(String shown) {
        return refuse(EntityText.NOT_A_DURATION, shown);
    }

    @Override
    public JsonNode write(Object value) {
        return JsonNodeFactory.instance.stringNode(value.toString());
    }

    /** Hours, minutes and, where there are some, seconds: {@code 36:00}. */
    @Override
    public String display(Object value, ValueContext context) {
        Duration duration = (Duration) value;
        Duration size = duration.abs();
        String text = "%s%d:%02d".formatted(duration.isNegative() ? "-" : "", size.toHours(), size.toMinutesPart());
        return size.toSecondsPart() == 0 ? text : text + ":%02d".formatted(size.toSecondsPart());
    }

    @Override
    public ObjectNode valueSchema() {
        ObjectNode schema = Schemas.object();
        schema.putArray("type").add("string").add("integer").add("null");
        return schema.put("format", "duration");
    }

    @Override
    public void writeProperties(ObjectNode field) {
        // Nothing can be set.
    }

    @Override
    public String describe(Language language) {
        return language == Language.ZH ? "时长，如 1:30 或 PT1H30M" : "a duration such as 1:30 or PT1H30M";
    }

    private Reading iso(String plain, String text) {
        if (!ISO.matcher(plain).matches()) {
            return misfit(CleanText.shown(text));
        }
        try {
            Duration duration = Duration.parse(plain);
            return duration.getNano() == 0 ? within(duration, text) : misfit(CleanText.shown(text));
        } catch (DateTimeException | ArithmeticException e) {
            return misfit(CleanText.shown(text));
        }
    }

    private Reading made(
            String sign,
            @Nullable String days,
            @Nullable String hours,
            @Nullable String minutes,
            @Nullable String seconds,
            String text) {
        Duration size = Duration.ofDays(number(days))
                .plusHours(number(hours))
                .plusMinutes(number(minutes))
                .plusSeconds(number(seconds));
        return within(sign.isEmpty() ? size : size.negated(), text);
    }

    private Reading within(Duration duration, String text) {
        return duration.abs().compareTo(MOST) <= 0 ? Reading.of(duration) : misfit(CleanText.shown(text));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
