package io.zhike.entity.type;

import java.time.LocalDate;

/** The years that calendars, PostgreSQL and spreadsheets agree on. */
final class Years {
    private Years() {}

    static boolean fit(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= 9999;
    }
}
