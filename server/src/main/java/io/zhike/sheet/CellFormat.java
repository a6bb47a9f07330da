package io.zhike.sheet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook's number format makes of a number.
 *
 * @param digits for {@link Kind#PADDED} how many digits are shown at least, otherwise 0
 */
record CellFormat(Kind kind, int digits) {

    enum Kind {
        PLAIN,
        PERCENT,
        MONEY,
        DATE,
        DATETIME,
        TIME,
        /** Shown with leading zeros, as postcodes and order numbers are. */
        PADDED
    }

    static final CellFormat GENERAL = new CellFormat(Kind.PLAIN, 0);

    private static final String CURRENCIES = "¥￥$€£元";

    /**
     * @param id Excel's number of the format
     * @param code its text, null for the built-in ones
     */
    static CellFormat of(int id, @Nullable String code) {
        return code == null ? builtIn(id) : parse(code);
    }

    /** 27 to 36 and 50 to 58 are dates of the Chinese, Japanese and Korean Excel; files do not hold their texts. */
    private static CellFormat builtIn(int id) {
        Kind kind = switch (id) {
            case 5, 6, 7, 8, 42, 44 -> Kind.MONEY;
            case 9, 10 -> Kind.PERCENT;
            case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> Kind.DATE;
            case 22 -> Kind.DATETIME;
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 -> Kind.TIME;
            default -> Kind.PLAIN;
        };
        return new CellFormat(kind, 0);
    }

    private static CellFormat parse(String code) {
        String bare = bare(code);
        if (bare.length() > 1 && bare.chars().allMatch(c -> c == '0')) {
            return new CellFormat(Kind.PADDED, bare.length());
        }
        if (bare.indexOf('%') >= 0) {
            return new CellFormat(Kind.PERCENT, 0);
        }
        boolean time = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
        boolean date = bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 || bare.indexOf('m') >= 0 && !time;
        if (bare.startsWith("general")) {
            return GENERAL;
        }
        if (date || time) {
            return new CellFormat(date && time ? Kind.DATETIME : date ? Kind.DATE : Kind.TIME, 0);
        }
        return hasCurrency(code) ? new CellFormat(Kind.MONEY, 0) : GENERAL;
    }

    /** Whether it names a currency; {@code [$-804]} only names a language. */
    private static boolean hasCurrency(String code) {
        return code.replace("[$-", "[").chars().anyMatch(c -> CURRENCIES.indexOf(c) >= 0);
    }

    /** The first section in lower case, without quoted texts, escaped characters, colours, locales and conditions. */
    private static String bare(String code) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            switch (c) {
                case ';' -> {
                    return lower(bare);
                }
                case '"' -> i = skipTo('"', code, i);
                case '[' -> {
                    int end = skipTo(']', code, i);
                    String inner = code.substring(i + 1, Math.min(end, code.length()));
                    // [h] counts hours beyond a day; everything else in brackets is colour, locale or condition.
                    bare.append(inner.matches("[hHmMsS]+") ? "s" : "");
                    i = end;
                }
                case '\\', '_', '*' -> i++;
                default -> bare.append(c);
            }
        }
        return lower(bare);
    }

    private static int skipTo(char end, String code, int from) {
        int at = code.indexOf(end, from + 1);
        return at < 0 ? code.length() : at;
    }

    private static String lower(StringBuilder text) {
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
