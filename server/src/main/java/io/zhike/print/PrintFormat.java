package io.zhike.print;

import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a value is written. A format that does not fit a value leaves it as it usually is. */
enum PrintFormat {
    /** As the field shows it. */
    USUAL,
    /** 2026-11-22. */
    DATE,
    /** 2026年11月22日, or November 22, 2026. */
    LONG_DATE,
    /** 2026-11-22 09:30. */
    DATE_TIME,
    /** 1,234,567.80, with two decimals. */
    MONEY,
    /** 1,234,568, without decimals. */
    WHOLE,
    /** 壹佰贰拾叁元整. */
    CAPITALS;

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(PrintFormat::code).toList();
    }

    /** Empty where there is no such format. */
    static Optional<PrintFormat> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst();
    }

    /** Null where this format says nothing of such a value. */
    @Nullable
    String write(Object value, ValueContext context) {
        return switch (this) {
            case USUAL -> null;
            case DATE -> day(value, context, DateTimeFormatter.ISO_LOCAL_DATE);
            case LONG_DATE -> day(value, context, context.language() == Language.ZH ? CHINESE : ENGLISH);
            case DATE_TIME -> value instanceof Instant moment ? MINUTES.format(moment.atZone(context.zone())) : null;
            case MONEY -> number(value, "#,##0.00");
            case WHOLE -> number(value, "#,##0");
            case CAPITALS -> value instanceof BigDecimal amount ? ChineseAmount.of(amount) : null;
        };
    }

    private static @Nullable String day(Object value, ValueContext context, DateTimeFormatter format) {
        return switch (value) {
            case LocalDate date -> format.format(date);
            case Instant moment -> format.format(LocalDateTime.ofInstant(moment, context.zone()));
            default -> null;
        };
    }

    private static @Nullable String number(Object value, String pattern) {
        if (!(value instanceof BigDecimal number)) {
            return null;
        }
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
