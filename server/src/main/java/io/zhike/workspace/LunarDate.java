package io.zhike.workspace;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A date of the Chinese calendar.
 *
 * @param year that of our own calendar in which its lunar year begins
 * @param leap whether it is in the month that comes again
 */
public record LunarDate(int year, int month, boolean leap, int day) {

    public static LunarDate of(LocalDate date) {
        LunarMonths.Month month = LunarMonths.holding(date);
        int day = (int) ChronoUnit.DAYS.between(month.first(), date) + 1;
        return new LunarDate(month.year(), month.month(), month.leap(), day);
    }

    /**
     * The dates within the {@code years} lunar years up to that of {@code today} whose yearly return is {@code today}, each
     * once. A day of a leap month returns in the usual month of that number; the 30th of a month that has 29 days in some year
     * returns on its 29th then. On a day of a leap month nothing returns.
     */
    public static List<LocalDate> returning(LocalDate today, int years) {
        LunarDate now = of(today);
        List<LocalDate> dates = new ArrayList<>();
        if (now.leap()) {
            return dates;
        }
        boolean lastOfShort = now.day() == 29 && LunarMonths.holding(today).days() == 29;
        for (int back = 0; back <= years; back++) {
            for (LunarMonths.Month then : LunarMonths.called(now.year() - back, now.month())) {
                then.day(now.day()).ifPresent(dates::add);
                if (lastOfShort) {
                    then.day(30).ifPresent(dates::add);
                }
            }
        }
        return dates;
    }
}
