package io.zhike.print;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Amounts of money in the capitals that cheques and contracts bear: {@code 12300.05} is 壹万贰仟叁佰元零伍分. */
final class ChineseAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] IN_GROUP = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final int GROUP = 10_000;
    private static final BigInteger END = BigInteger.TEN.pow(16);

    private ChineseAmount() {}

    /** Rounded to fen, half up; plain digits from ten thousand billions (10^16) on, which have no usual name. */
    static String of(BigDecimal amount) {
        BigDecimal fen = amount.abs().setScale(2, RoundingMode.HALF_UP);
        BigInteger yuan = fen.toBigInteger();
        if (yuan.compareTo(END) >= 0) {
            return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
        }
        int rest = fen.remainder(BigDecimal.ONE).movePointRight(2).intValueExact();
        String text = yuan(yuan.longValueExact()) + fraction(rest, yuan.signum() > 0);
        String said = text.isEmpty() ? "零元整" : text;
        return amount.signum() < 0 && fen.signum() > 0 ? "负" + said : said;
    }

    private static String yuan(long yuan) {
        if (yuan == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            int value = (int) (yuan / Math.powExact((long) GROUP, group) % GROUP);
            if (value == 0) {
                gap = !text.isEmpty();
            } else {
                if (gap || (!text.isEmpty() && value < GROUP / 10)) {
                    text.append('零');
                }
                text.append(group(value)).append(unit(group, yuan));
                gap = false;
            }
        }
        return text.append("元").toString();
    }

    /** 万亿 says only 万 where 亿 follows by itself: 壹万零壹亿. */
    private static String unit(int group, long yuan) {
        boolean hundredMillions = yuan / ((long) GROUP * GROUP) % GROUP != 0;
        return group == 3 && hundredMillions ? "万" : GROUPS[group];
    }

    private static String group(int value) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int place = IN_GROUP.length - 1; place >= 0; place--) {
            int digit = value / Math.powExact(10, place) % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
            } else {
                text.append(gap ? "零" : "").append(DIGITS.charAt(digit)).append(IN_GROUP[place]);
                gap = false;
            }
        }
        return text.toString();
    }

    private static String fraction(int fen, boolean afterYuan) {
        int jiao = fen / 10;
        int last = fen % 10;
        if (fen == 0) {
            return afterYuan ? "整" : "";
        }
        StringBuilder text = new StringBuilder();
        if (jiao > 0) {
            text.append(DIGITS.charAt(jiao)).append('角');
        } else if (afterYuan) {
            text.append('零');
        }
        return last > 0
                ? text.append(DIGITS.charAt(last)).append('分').toString()
                : text.append('整').toString();
    }
}
