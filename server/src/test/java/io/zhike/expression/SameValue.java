package io.zhike.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of the language are the same when they mean the same: 1.0 is 1, an empty text is blank. */
public final class SameValue {
    private SameValue() {}

    public static void assertSame(@Nullable Object actual, @Nullable Object expected, String where) {
        assertThat(normal(actual)).as(where).isEqualTo(normal(expected));
    }

    private static @Nullable Object normal(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> Numbers.plain(number);
            case List<?> list ->
                list.isEmpty() ? null : list.stream().map(SameValue::normal).toList();
            case String text -> text.isEmpty() ? null : text;
            default -> value;
        };
    }
}
