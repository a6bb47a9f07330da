package io.zhike.expression;

import static io.zhike.expression.FunctionSpec.Kind;
import static io.zhike.expression.FunctionSpec.Parameter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions on numbers. What cannot be exact is rounded to 10 places, half up. */
final class NumberFunctions {
    private static final Parameter NUMBER = Parameter.of("数字", "number", Kind.NUMBER);
    private static final Parameter PLACES = Parameter.of("小数位数", "places", Kind.NUMBER);
    private static final Parameter DIVISOR = Parameter.of("除数", "divisor", Kind.NUMBER);
    private static final Parameter STEP = Parameter.of("步长", "step", Kind.NUMBER);

    /** How far places may be rounded, either way of the point. */
    static final int MOST_PLACES = 20;

    /** Largest base and exponent of POWER, so that no result is monstrous. */
    static final BigDecimal MOST_BASE = new BigDecimal("1000000000000000");

    static final int MOST_EXPONENT = 100;

    private static final int ROOT_DIGITS = 60;

    private NumberFunctions() {}

    static List<FunctionSpec> all() {
        return java.util.stream.Stream.of(rounding(), arithmetic(), tests())
                .flatMap(List::stream)
                .toList();
    }

    private static FunctionSpec number(String name, String zh, String en) {
        return FunctionSpec.named(name, FunctionSpec.Group.NUMBER, zh, en);
    }

    private static List<FunctionSpec> rounding() {
        return List.of(
                number("ROUND", "四舍五入", "Round")
                        .says("四舍五入到若干位小数，位数可为负。", "Rounded half up (away from zero) to places, which may be negative.")
                        .takes(Kind.NUMBER, NUMBER, PLACES.orNone())
                        .example("ROUND(2.345, 2)", "2.35")
                        .example("ROUND(-2.5)", "-3")
                        .example("ROUND(1250, -2)", "1300")
                        .repeats(3)
                        .runs(a -> a.number(0).setScale(places(a), RoundingMode.HALF_UP)),
                number("ROUNDUP", "向上舍入", "Round up")
                        .says("向远离零的方向舍入。", "Rounded away from zero.")
                        .takes(Kind.NUMBER, NUMBER, PLACES.orNone())
                        .example("ROUNDUP(2.301, 1)", "2.4")
                        .example("ROUNDUP(-2.1)", "-3")
                        .example("ROUNDUP(1201, -2)", "1300")
                        .repeats(10)
                        .runs(a -> a.number(0).setScale(places(a), RoundingMode.UP)),
                number("ROUNDDOWN", "向下舍入", "Round down")
                        .says("向零的方向舍去多余的位数。", "Cut towards zero.")
                        .also("TRUNC")
                        .takes(Kind.NUMBER, NUMBER, PLACES.orNone())
                        .example("ROUNDDOWN(2.39, 1)", "2.3")
                        .example("TRUNC(-2.9)", "-2")
                        .repeats(3)
                        .runs(a -> a.number(0).setScale(places(a), RoundingMode.DOWN)),
                number("INT", "取整", "Integer part")
                        .says("不大于它的最大整数。", "The greatest whole number that is not greater.")
                        .takes(Kind.NUMBER, NUMBER)
                        .example("INT(2.9)", "2")
                        .example("INT(-2.1)", "-3")
                        .runs(a -> a.number(0).setScale(0, RoundingMode.FLOOR)),
                number("CEILING", "向上取整", "Ceiling")
                        .says(
                                "不小于它的、步长的最小倍数，步长默认 1。",
                                "The least multiple of a step that is not less; the step is 1 unless told.")
                        .takes(Kind.NUMBER, NUMBER, STEP.orNone())
                        .example("CEILING(2.1)", "3")
                        .example("CEILING(17, 5)", "20")
                        .example("CEILING(-2.5)", "-2")
                        .example("CEILING(1, 0)", "BLANK")
                        .repeats(4)
                        .runs(a -> toStep(a, true)),
                number("FLOOR", "向下取整", "Floor")
                        .says(
                                "不大于它的、步长的最大倍数，步长默认 1。",
                                "The greatest multiple of a step that is not greater; the step is 1 unless told.")
                        .takes(Kind.NUMBER, NUMBER, STEP.orNone())
                        .example("FLOOR(17, 5)", "15")
                        .example("FLOOR(0.37, 0.1)", "0.3")
                        .repeats(4)
                        .runs(a -> toStep(a, false)));
    }

    private static int places(Arguments a) {
        return a.wholeOr(0, 1, -MOST_PLACES, MOST_PLACES);
    }

    private static @Nullable BigDecimal toStep(Arguments a, boolean up) {
        BigDecimal step = a.has(1) ? a.number(1).abs() : BigDecimal.ONE;
        BigDecimal number = a.number(0);
        BigDecimal over = mod(up ? number.negate() : number, step);
        return over == null ? null : up ? number.add(over) : number.subtract(over);
    }

    private static List<FunctionSpec> arithmetic() {
        return List.of(
                number("ABS", "绝对值", "Absolute value")
                        .says("去掉负号。", "Without its minus sign.")
                        .takes(Kind.NUMBER, NUMBER)
                        .example("ABS(-3.5)", "3.5")
                        .runs(a -> a.number(0).abs()),
                number("SIGN", "正负号", "Sign")
                        .says("正数是 1，零是 0，负数是 -1。", "1 for a positive number, 0 for zero, -1 for a negative one.")
                        .takes(Kind.NUMBER, NUMBER)
                        .example("SIGN(-8)", "-1")
                        .runs(a -> BigDecimal.valueOf(a.number(0).signum())),
                number("MOD", "取余", "Remainder")
                        .says(
                                "除法的余数，符号与除数相同；除数为零则为空。",
                                "The remainder of a division, with the sign of the divisor; blank for a divisor of zero.")
                        .takes(Kind.NUMBER, NUMBER, DIVISOR)
                        .example("MOD(7, 3)", "1")
                        .example("MOD(-7, 3)", "2")
                        .example("MOD(7, -3)", "-2")
                        .example("MOD(7, 0)", "BLANK")
                        .repeats(3)
                        .runs(a -> mod(a.number(0), a.number(1))),
                number("QUOTIENT", "整除", "Whole quotient")
                        .says("除法的整数部分；除数为零则为空。", "The whole part of a division; blank for a divisor of zero.")
                        .takes(Kind.NUMBER, NUMBER, DIVISOR)
                        .example("QUOTIENT(7, 2)", "3")
                        .example("QUOTIENT(-7, 2)", "-3")
                        .runs(a -> a.number(1).signum() == 0
                                ? null
                                : a.number(0).divideToIntegralValue(a.number(1)).setScale(0, RoundingMode.DOWN)),
                number("POWER", "乘方", "Power")
                        .says(
                                "底数的整数次方，保留 10 位小数；底数须小于一千万亿，指数在 -100 到 100，否则为空。",
                                "A whole power to 10 places, for bases below 10^15 and exponents from -100 to 100; else blank.")
                        .takes(
                                Kind.NUMBER,
                                Parameter.of("底数", "base", Kind.NUMBER),
                                Parameter.of("指数", "exponent", Kind.NUMBER))
                        .example("POWER(2, 10)", "1024")
                        .example("POWER(1.05, 3)", "1.157625")
                        .example("POWER(2, -2)", "0.25")
                        .example("POWER(0, -1)", "BLANK")
                        .example("POWER(2, 0.5)", "BLANK")
                        .repeats(5)
                        .runs(a -> power(a.number(0), a.number(1))),
                number("SQRT", "平方根", "Square root")
                        .says("平方根，保留 10 位小数；负数为空。", "The square root to 10 places; blank for a negative number.")
                        .takes(Kind.NUMBER, NUMBER)
                        .example("SQRT(16)", "4")
                        .example("SQRT(2)", "1.4142135624")
                        .example("SQRT(-1)", "BLANK")
                        .repeats(2)
                        .runs(a -> sqrt(a.number(0))),
                number("CLAMP", "限定范围", "Clamp")
                        .says(
                                "太小取下限，太大取上限；空的界限不限。",
                                "Not less than one bound nor more than the other; a blank bound does not bind.")
                        .takes(
                                Kind.NUMBER,
                                NUMBER,
                                Parameter.of("下限", "least", Kind.NUMBER),
                                Parameter.of("上限", "most", Kind.NUMBER))
                        .lenient()
                        .example("CLAMP(120, 0, 100)", "100")
                        .example("CLAMP(-5, BLANK, 100)", "-5")
                        .repeats(2)
                        .runs(NumberFunctions::clamp),
                number("MEDIAN", "中位数", "Median")
                        .says("排序后居中的数，空值略过。", "The middle of the numbers in order, blanks left out.")
                        .takes(Kind.NUMBER, Parameter.of("列表", "list", Kind.NUMBERS))
                        .repeating(Kind.NUMBER, 1, null, NUMBER)
                        .lenient()
                        .example("MEDIAN(3, 1, BLANK, 2)", "2")
                        .example("MEDIAN([1, 2, 3, 10])", "2.5")
                        .runs(NumberFunctions::median));
    }

    static @Nullable BigDecimal mod(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            return null;
        }
        BigDecimal rest = a.remainder(b);
        return rest.signum() != 0 && rest.signum() != b.signum() ? rest.add(b) : rest;
    }

    private static @Nullable BigDecimal power(BigDecimal base, BigDecimal exponent) {
        boolean whole = exponent.stripTrailingZeros().scale() <= 0;
        boolean small =
                base.abs().compareTo(MOST_BASE) < 0 && exponent.abs().compareTo(BigDecimal.valueOf(MOST_EXPONENT)) <= 0;
        if (!whole || !small || base.signum() == 0 && exponent.signum() < 0) {
            return null;
        }
        int n = exponent.intValueExact();
        BigDecimal power = base.pow(Math.abs(n));
        return n < 0 ? Numbers.divide(BigDecimal.ONE, power) : power.setScale(Numbers.PLACES, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal sqrt(BigDecimal number) {
        if (number.signum() < 0) {
            return null;
        }
        int digits = Math.max(0, number.precision() - number.scale()) + ROOT_DIGITS;
        return number.sqrt(new MathContext(digits, RoundingMode.HALF_UP))
                .setScale(Numbers.PLACES, RoundingMode.HALF_UP);
    }

    private static @Nullable Object clamp(Arguments a) {
        if (a.get(0) == null) {
            return null;
        }
        BigDecimal number = a.number(0);
        number = a.get(1) == null ? number : number.max(a.number(1));
        return a.get(2) == null ? number : number.min(a.number(2));
    }

    private static @Nullable Object median(Arguments a) {
        List<BigDecimal> numbers =
                Collected.of(a).stream().map(BigDecimal.class::cast).sorted().toList();
        int n = numbers.size();
        if (n == 0) {
            return null;
        }
        BigDecimal sum = numbers.get((n - 1) / 2).add(numbers.get(n / 2));
        return Numbers.divide(sum, BigDecimal.TWO);
    }

    private static List<FunctionSpec> tests() {
        return List.of(
                number("ISEVEN", "是偶数", "Is even")
                        .says("整数部分是否为偶数。", "Whether the whole part is even.")
                        .takes(Kind.BOOL, NUMBER)
                        .lenient()
                        .example("ISEVEN(4)", "TRUE")
                        .example("ISEVEN(BLANK)", "FALSE")
                        .runs(a -> a.get(0) != null && parity(a.number(0)) == 0),
                number("ISODD", "是奇数", "Is odd")
                        .says("整数部分是否为奇数。", "Whether the whole part is odd.")
                        .takes(Kind.BOOL, NUMBER)
                        .lenient()
                        .example("ISODD(-3.5)", "TRUE")
                        .runs(a -> a.get(0) != null && parity(a.number(0)) == 1));
    }

    private static int parity(BigDecimal number) {
        return number.setScale(0, RoundingMode.DOWN)
                .remainder(BigDecimal.TWO)
                .abs()
                .intValueExact();
    }
}
