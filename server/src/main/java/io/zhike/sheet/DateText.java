package io.zhike.sheet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date, with or without a time, as people write it: {@code 2014-01-05}, {@code 2014/1/5 8:30},
 * {@code 2014年1月5日}, {@code 20140105}, {@code 1/5/2014 08:30:00 PM}, {@code 5-Jan-2014}. A text with a time zone is none:
 * it names an instant, not a day; see {@link ZoneText}.
 */
final class DateText {
    private static final String[] MONTHS = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    };

    private final String text;
    private final DateOrder order;
    private int at;
    private int month = -1;
    private final int[] parts = new int[3];
    private final int[] lengths = new int[3];
    private int count;

    private LocalDate date = LocalDate.EPOCH;
    private @Nullable LocalTime time;

    private DateText(String text, DateOrder order) {
        this.text = text;
        this.order = order;
    }

    /** What {@code text} says; null if it is no date in that order. */
    static @Nullable DateText scan(String text, DateOrder order) {
        int length = text.length();
        if (length < 6 || length > 40) {
            return null;
        }
        DateText scan = new DateText(text, order);
        return scan.day() && scan.time() ? scan : null;
    }

    LocalDate date() {
        return date;
    }

    boolean hasTime() {
        return time != null;
    }

    LocalDateTime dateTime() {
        return time == null ? date.atStartOfDay() : date.atTime(time);
    }

    private boolean day() {
        blanks();
        while (count < 3 && at < text.length()) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                int from = at;
                parts[count] = number();
                lengths[count++] = at - from;
                if (lengths[count - 1] == 8 && count == 1) {
                    return compact();
                }
            } else if (Character.isLetter(c) && c < 0x80) {
                if (!monthName()) {
                    return false;
                }
            } else {
                return false;
            }
            if (!between()) {
                return false;
            }
            if (month >= 0 && count == 2) {
                break;
            }
        }
        return month >= 0 ? count == 2 && byName() : count == 3 && byOrder();
    }

    /** Passes over what stands behind a part of the date: marks and blanks, behind the last part only 日 or 号. */
    private boolean between() {
        int from = at;
        if (count == 3 || month >= 0 && count == 2) {
            blanks();
            at = unit('日', '号', '日') ? at : from;
            return true;
        }
        while (at < text.length() && isMark(text.charAt(at))) {
            at++;
        }
        return at > from && at - from <= 3;
    }

    private static boolean isMark(char c) {
        return c == '-' || c == '/' || c == '.' || c == ',' || c == '年' || c == '月' || TextCells.isBlank(c);
    }

    private boolean compact() {
        int all = parts[0];
        return set(all / 10_000, all / 100 % 100, all % 100) && date.getYear() >= 1900 && date.getYear() <= 2100;
    }

    private boolean byName() {
        boolean yearFirst = lengths[0] == 4;
        return yearFirst ? set(parts[0], month, parts[1]) : set(year(1), month, parts[0]);
    }

    private boolean byOrder() {
        if (lengths[0] == 4) {
            return set(parts[0], parts[1], parts[2]);
        }
        return switch (order) {
            case YEAR_MONTH_DAY -> false;
            case MONTH_DAY_YEAR -> lengths[2] != 1 && set(year(2), parts[0], parts[1]);
            case DAY_MONTH_YEAR -> lengths[2] != 1 && set(year(2), parts[1], parts[0]);
        };
    }

    /** Two digits mean 1970 to 2069. */
    private int year(int part) {
        return lengths[part] == 2
                ? parts[part] + (parts[part] < 70 ? 2000 : 1900)
                : lengths[part] == 4 ? parts[part] : -1;
    }

    private boolean set(int year, int monthOfYear, int day) {
        if (year < 1 || monthOfYear < 1 || monthOfYear > 12 || day < 1) {
            return false;
        }
        if (day > 28 && day > YearMonth.of(year, monthOfYear).lengthOfMonth()) {
            return false;
        }
        date = LocalDate.of(year, monthOfYear, day);
        return true;
    }

    /** A time or nothing up to the end. */
    private boolean time() {
        boolean gap = blanks();
        if (at == text.length()) {
            return true;
        }
        if (text.charAt(at) == 'T' || text.charAt(at) == ',') {
            at++;
            blanks();
        } else if (!gap && text.charAt(at - 1) != '日' && text.charAt(at - 1) != '号') {
            return false;
        }
        int half = half();
        blanks();
        int hour = twoDigits();
        if (!unit(':', '时', '点') || hour > 23) {
            return false;
        }
        int minute = twoDigits();
        int second = unit(':', '分', '分') && at < text.length() && isDigit(text.charAt(at)) ? twoDigits() : 0;
        int nano = second >= 0 ? nano() : 0;
        unit('秒', '秒', '秒');
        blanks();
        half = half < 0 ? half() : half;
        blanks();
        if (at != text.length() || minute < 0 || minute > 59 || second < 0 || second > 59 || hour < 0) {
            return false;
        }
        if (half >= 0 && hour > 12) {
            return half == 1 && setTime(hour, minute, second, nano);
        }
        return setTime(half < 0 ? hour : hour % 12 + 12 * half, minute, second, nano);
    }

    private boolean setTime(int hour, int minute, int second, int nano) {
        time = LocalTime.of(hour, minute, second, nano);
        return true;
    }

    /** 0 for the morning, 1 for the afternoon, -1 if it is not said here. */
    private int half() {
        if (at + 2 > text.length()) {
            return -1;
        }
        int half = says("AM") || says("上午") ? 0 : says("PM") || says("下午") ? 1 : -1;
        at += half < 0 ? 0 : 2;
        return half;
    }

    private boolean says(String word) {
        return text.regionMatches(true, at, word, 0, 2);
    }

    private boolean unit(char one, char other, char third) {
        if (at < text.length() && (text.charAt(at) == one || text.charAt(at) == other || text.charAt(at) == third)) {
            at++;
            return true;
        }
        return false;
    }

    /** One or two digits; -1 if there are none or more. */
    private int twoDigits() {
        int from = at;
        int value = number();
        return at - from == 1 || at - from == 2 ? value : -1;
    }

    private int nano() {
        if (at + 1 >= text.length() || text.charAt(at) != '.') {
            return 0;
        }
        at++;
        int nano = 0;
        int scale = 100_000_000;
        for (; at < text.length() && isDigit(text.charAt(at)); at++) {
            nano += (text.charAt(at) - '0') * scale;
            scale /= 10;
        }
        return nano;
    }

    private int number() {
        int value = 0;
        int from = at;
        for (; at < text.length() && isDigit(text.charAt(at)); at++) {
            value = at - from < 9 ? value * 10 + text.charAt(at) - '0' : value;
        }
        return value;
    }

    private boolean monthName() {
        int from = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        for (int i = 0; i < MONTHS.length && month < 0 && at - from >= 3; i++) {
            if (text.regionMatches(true, from, MONTHS[i], 0, 3)) {
                month = i + 1;
                return true;
            }
        }
        return false;
    }

    private boolean blanks() {
        int from = at;
        while (at < text.length() && TextCells.isBlank(text.charAt(at))) {
            at++;
        }
        return at > from;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
