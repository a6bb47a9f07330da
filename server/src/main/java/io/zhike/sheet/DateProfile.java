package io.zhike.sheet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether all values of a column are dates, in which order, and whether some have a time. */
final class DateProfile {
    private final boolean[] fits = {true, true, true};
    boolean times;

    void add(String text) {
        String local = ZoneText.local(text);
        String said = local == null ? text : local;
        DateOrder[] orders = DateOrder.values();
        for (int i = 0; i < fits.length; i++) {
            if (fits[i]) {
                DateText date = DateText.scan(said, orders[i]);
                fits[i] = date != null;
                times = times || date != null && date.hasTime();
            }
        }
    }

    void addTyped(boolean time) {
        times = times || time;
    }

    void rejectAll() {
        Arrays.fill(fits, false);
    }

    /** The order that all values have; null if there is none. */
    ValueFormat.@Nullable Date format() {
        if (fits[0]) {
            return ValueFormat.Date.PLAIN;
        }
        if (fits[1]) {
            return new ValueFormat.Date(DateOrder.MONTH_DAY_YEAR, fits[2]);
        }
        return fits[2] ? new ValueFormat.Date(DateOrder.DAY_MONTH_YEAR, false) : null;
    }
}
