package io.zhike.sheet;

/** The order of day and month where the year stands last. A year that stands first is always followed by the month. */
public enum DateOrder {
    YEAR_MONTH_DAY,
    MONTH_DAY_YEAR,
    DAY_MONTH_YEAR
}
