package io.zhike.expression;

import static io.zhike.expression.FunctionSpec.Kind;
import static io.zhike.expression.FunctionSpec.Parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions on text. Places and lengths count code points, the first place is 1. */
final class TextFunctions {
    private static final Parameter TEXT = Parameter.of("文本", "text", Kind.TEXT);
    private static final Parameter COUNT = Parameter.of("个数", "count", Kind.NUMBER);
    private static final Parameter START = Parameter.of("起始位置", "start", Kind.NUMBER);
    private static final Parameter NEEDLE = Parameter.of("要找的文本", "find", Kind.TEXT);
    private static final Parameter SEPARATOR = Parameter.of("分隔符", "separator", Kind.TEXT);
    private static final Parameter FILL = Parameter.of("填充字符", "fill", Kind.TEXT);

    /** What is put in the place of each occurrence is cut to this length, so that a result cannot explode. */
    static final int REPLACEMENT = 255;

    private TextFunctions() {}

    static List<FunctionSpec> all() {
        List<FunctionSpec> all = new ArrayList<>();
        all.addAll(parts());
        all.addAll(changes());
        all.addAll(searches());
        all.addAll(joins());
        all.addAll(conversions());
        return all;
    }

    private static FunctionSpec text(String name, String zh, String en) {
        return FunctionSpec.named(name, FunctionSpec.Group.TEXT, zh, en);
    }

    private static List<FunctionSpec> parts() {
        return List.of(
                text("LEN", "字数", "Length")
                        .says("文本有多少个字；空值是 0。", "How many characters a text has; 0 for blank.")
                        .takes(Kind.NUMBER, TEXT)
                        .lenient()
                        .example("LEN(\"知客CRM😀\")", "6")
                        .example("LEN(BLANK)", "0")
                        .runs(a -> BigDecimal.valueOf(a.get(0) == null ? 0 : Texts.length(a.text(0)))),
                text("LEFT", "取左边", "Left part")
                        .says("最左边的若干个字，不写个数是一个。", "The first characters of a text; one unless told.")
                        .takes(Kind.TEXT, TEXT, COUNT.orNone())
                        .example("LEFT(\"知客CRM\", 2)", "\"知客\"")
                        .example("LEFT(\"知客\", 0)", "BLANK")
                        .repeats(3)
                        .runs(a -> Texts.part(a.text(0), 0, a.wholeOr(1, 1, 0, Limits.RESULT))),
                text("RIGHT", "取右边", "Right part")
                        .says("最右边的若干个字，不写个数是一个。", "The last characters of a text; one unless told.")
                        .takes(Kind.TEXT, TEXT, COUNT.orNone())
                        .example("RIGHT(\"13800138000\", 4)", "\"8000\"")
                        .example("RIGHT(\"😀😁\", 1)", "\"😁\"")
                        .repeats(3)
                        .runs(a -> right(a.text(0), a.wholeOr(1, 1, 0, Limits.RESULT))),
                text("MID", "取中间", "Middle part")
                        .says("从某个位置起的若干个字。", "Characters of a text from a place on.")
                        .takes(Kind.TEXT, TEXT, START, COUNT)
                        .example("MID(\"310101199003071234\", 7, 8)", "\"19900307\"")
                        .example("MID(\"abc\", 9, 2)", "BLANK")
                        .repeats(3)
                        .runs(a ->
                                Texts.part(a.text(0), a.whole(1, 1, Limits.RESULT) - 1, a.whole(2, 0, Limits.RESULT))),
                text("TEXTBEFORE", "取之前", "Text before")
                        .says("第一个分隔符之前的部分；没有分隔符则为空。", "What stands before the first separator; blank without one.")
                        .takes(Kind.TEXT, TEXT, SEPARATOR)
                        .example("TEXTBEFORE(\"lina@zhike.io\", \"@\")", "\"lina\"")
                        .example("TEXTBEFORE(\"lina\", \"@\")", "BLANK")
                        .repeats(2)
                        .runs(a -> {
                            int at = a.text(0).indexOf(a.text(1));
                            return at < 0 ? null : a.text(0).substring(0, at);
                        }),
                text("TEXTAFTER", "取之后", "Text after")
                        .says("第一个分隔符之后的部分；没有分隔符则为空。", "What stands behind the first separator; blank without one.")
                        .takes(Kind.TEXT, TEXT, SEPARATOR)
                        .example("TEXTAFTER(\"lina@zhike.io\", \"@\")", "\"zhike.io\"")
                        .repeats(2)
                        .runs(a -> {
                            int at = a.text(0).indexOf(a.text(1));
                            return at < 0
                                    ? null
                                    : a.text(0).substring(at + a.text(1).length());
                        }));
    }

    private static String right(String text, int count) {
        return Texts.part(text, Math.max(0, Texts.length(text) - count), count);
    }

    private static List<FunctionSpec> changes() {
        return List.of(
                text("TRIM", "去空格", "Trim")
                        .says("去掉两头的空格、全角空格和换行。", "Without spaces, full-width spaces and line ends at both ends.")
                        .takes(Kind.TEXT, TEXT)
                        .example("TRIM(\"　 知 客 \")", "\"知 客\"")
                        .runs(a -> Texts.trim(a.text(0), true, true)),
                text("UPPER", "转大写", "Upper case")
                        .says("字母 a–z 变成大写，其他不变。", "The letters a to z in upper case; others stay.")
                        .takes(Kind.TEXT, TEXT)
                        .example("UPPER(\"vip客户é\")", "\"VIP客户é\"")
                        .runs(a -> Texts.upper(a.text(0))),
                text("LOWER", "转小写", "Lower case")
                        .says("字母 A–Z 变成小写，其他不变。", "The letters A to Z in lower case; others stay.")
                        .takes(Kind.TEXT, TEXT)
                        .example("LOWER(\"Li.Na@ZhiKe.IO\")", "\"li.na@zhike.io\"")
                        .runs(a -> Texts.lower(a.text(0))),
                text("PROPER", "首字母大写", "Capitalise words")
                        .says("每个英文词首字母大写，其余小写。", "Each word of the letters A to Z with a capital first.")
                        .takes(Kind.TEXT, TEXT)
                        .example("PROPER(\"zhang SAN-feng\")", "\"Zhang San-Feng\"")
                        .runs(a -> Texts.proper(a.text(0))),
                text("REVERSE", "倒序", "Reverse")
                        .says("把文本的字倒过来。", "The characters in the opposite order.")
                        .takes(Kind.TEXT, TEXT)
                        .example("REVERSE(\"知客😀\")", "\"😀客知\"")
                        .runs(a -> new StringBuilder(a.text(0)).reverse().toString()),
                text("DIGITS", "只留数字", "Digits only")
                        .says("只留下 0–9 的数字，常用于整理电话。", "Only the digits 0 to 9, as for tidying phone numbers.")
                        .takes(Kind.TEXT, TEXT)
                        .example("DIGITS(\"+86 (138) 0013-8000\")", "\"8613800138000\"")
                        .runs(a -> a.text(0).replaceAll("[^0-9]", "")),
                text("MASK", "脱敏", "Mask")
                        .says(
                                "只露出开头和结尾的若干个字，中间换成 *；太短则全部换成 *。",
                                "Shows some first and last characters, the others as *; all as * when it is too short.")
                        .takes(
                                Kind.TEXT,
                                TEXT,
                                Parameter.of("开头个数", "first", Kind.NUMBER),
                                Parameter.of("结尾个数", "last", Kind.NUMBER))
                        .example("MASK(\"13800138000\", 3, 4)", "\"138****8000\"")
                        .example("MASK(\"张三\", 1, 1)", "\"**\"")
                        .repeats(12)
                        .runs(a -> mask(a.text(0), a.whole(1, 0, Limits.RESULT), a.whole(2, 0, Limits.RESULT))),
                text("REPLACE", "按位置替换", "Replace by place")
                        .says("从某个位置起的若干个字换成新文本。", "Some characters from a place on exchanged for a new text.")
                        .takes(Kind.TEXT, TEXT, START, COUNT, Parameter.of("新文本", "new", Kind.TEXT))
                        .lenient()
                        .example("REPLACE(\"13800138000\", 4, 4, \"****\")", "\"138****8000\"")
                        .example("REPLACE(\"abc\", 2, 1, BLANK)", "\"ac\"")
                        .repeats(8)
                        .runs(TextFunctions::replace),
                text("SUBSTITUTE", "替换", "Substitute")
                        .says(
                                "把出现的旧文本全部换成新文本；新文本为空就是删去。",
                                "Every occurrence of an old text exchanged for a new one; blank removes it.")
                        .takes(
                                Kind.TEXT,
                                TEXT,
                                Parameter.of("旧文本", "old", Kind.TEXT),
                                Parameter.of("新文本", "new", Kind.TEXT))
                        .lenient()
                        .example("SUBSTITUTE(\"2026-01-31\", \"-\", \"/\")", "\"2026/01/31\"")
                        .example("SUBSTITUTE(\"1 000\", \" \", BLANK)", "\"1000\"")
                        .runs(TextFunctions::substitute),
                text("REPT", "重复", "Repeat")
                        .says("把文本重复若干次。", "A text so many times.")
                        .takes(Kind.TEXT, TEXT, Parameter.of("次数", "times", Kind.NUMBER))
                        .example("REPT(\"★\", 3)", "\"★★★\"")
                        .example("REPT(\"a\", -1)", "BLANK")
                        .repeats(6)
                        .runs(a -> rept(a.text(0), a.whole(1, 0, Limits.RESULT))),
                text("PADLEFT", "左边补齐", "Pad left")
                        .says("左边补到若干位，默认补 0；已够长则不变。", "Filled up at the left, by 0 unless told; a longer text stays.")
                        .takes(Kind.TEXT, TEXT, COUNT, FILL.orNone())
                        .example("PADLEFT(\"42\", 6)", "\"000042\"")
                        .example("PADLEFT(\"abcdef\", 3, \"x\")", "\"abcdef\"")
                        .repeats(6)
                        .runs(a -> fill(a) + a.text(0)),
                text("PADRIGHT", "右边补齐", "Pad right")
                        .says("右边补到若干位，默认补 0；已够长则不变。", "Filled up at the right, by 0 unless told; a longer text stays.")
                        .takes(Kind.TEXT, TEXT, COUNT, FILL.orNone())
                        .example("PADRIGHT(\"A\", 4, \"-\")", "\"A---\"")
                        .repeats(6)
                        .runs(a -> a.text(0) + fill(a)));
    }

    private static String mask(String text, int first, int last) {
        int length = Texts.length(text);
        return first + last >= length
                ? "*".repeat(length)
                : Texts.part(text, 0, first) + "*".repeat(length - first - last) + right(text, last);
    }

    private static @Nullable Object replace(Arguments a) {
        if (a.get(0) == null || a.get(1) == null || a.get(2) == null) {
            return null;
        }
        int start = a.whole(1, 1, Limits.RESULT) - 1;
        int count = a.whole(2, 0, Limits.RESULT);
        String text = a.text(0);
        String tail = Texts.part(text, start + count, Integer.MAX_VALUE);
        return Texts.bounded(Texts.part(text, 0, start) + Objects.requireNonNullElse(a.get(3), "") + tail);
    }

    private static @Nullable Object substitute(Arguments a) {
        if (a.get(0) == null) {
            return null;
        }
        String text = Texts.part(a.text(0), 0, Limits.RESULT);
        if (a.get(1) == null) {
            return text;
        }
        String by = a.get(2) == null ? "" : Texts.part(a.text(2), 0, REPLACEMENT);
        return Texts.bounded(text.replace(a.text(1), by));
    }

    private static String rept(String text, int times) {
        int most = Limits.RESULT / Texts.length(text) + 1;
        return Texts.bounded(text.repeat(Math.min(times, most)));
    }

    private static String fill(Arguments a) {
        String fill = a.has(2) ? a.text(2) : "0";
        int lacking = a.whole(1, 0, Limits.RESULT) - Texts.length(a.text(0));
        return lacking <= 0 ? "" : Texts.part(fill.repeat(lacking / Texts.length(fill) + 1), 0, lacking);
    }

    private static List<FunctionSpec> searches() {
        return List.of(
                text("FIND", "查找", "Find")
                        .says(
                                "要找的文本在第几个字，区分大小写；没有则为空。",
                                "The place of a text within another, telling cases apart; blank when absent.")
                        .takes(Kind.NUMBER, NEEDLE, TEXT, START.orNone())
                        .example("FIND(\"客\", \"知客\")", "2")
                        .example("FIND(\"a\", \"ABC\")", "BLANK")
                        .example("FIND(\"1\", \"1010\", 2)", "3")
                        .repeats(6)
                        .runs(a -> place(a.text(0), a.text(1), a)),
                text("SEARCH", "查找（不分大小写）", "Search")
                        .says("同 FIND，但字母不分大小写。", "Like FIND, but the letters A to Z in either case.")
                        .takes(Kind.NUMBER, NEEDLE, TEXT, START.orNone())
                        .example("SEARCH(\"b\", \"ABC\")", "2")
                        .repeats(6)
                        .runs(a -> place(Texts.lower(a.text(0)), Texts.lower(a.text(1)), a)),
                text("STARTSWITH", "开头是", "Starts with")
                        .says("文本是否以某段开头，字母不分大小写。", "Whether a text begins with another, in either case.")
                        .takes(Kind.BOOL, TEXT, NEEDLE)
                        .lenient()
                        .example("STARTSWITH(\"13800138000\", \"138\")", "TRUE")
                        .example("STARTSWITH(\"Acme\", \"ac\")", "TRUE")
                        .example("STARTSWITH(BLANK, \"a\")", "FALSE")
                        .example("STARTSWITH(\"100%\", \"100_\")", "FALSE")
                        .runs(a -> folded(a, String::startsWith)),
                text("ENDSWITH", "结尾是", "Ends with")
                        .says("文本是否以某段结尾，字母不分大小写。", "Whether a text ends with another, in either case.")
                        .takes(Kind.BOOL, TEXT, NEEDLE)
                        .lenient()
                        .example("ENDSWITH(\"张三丰\", \"三丰\")", "TRUE")
                        .example("ENDSWITH(\"a\\b\", \"\\b\")", "TRUE")
                        .runs(a -> folded(a, String::endsWith)),
                text("EXACT", "完全相同", "Exactly the same")
                        .says("两段文本是否完全相同，等同于 =。", "Whether two texts are the same; as by =.")
                        .takes(Kind.BOOL, TEXT, Parameter.of("另一文本", "other", Kind.TEXT))
                        .example("EXACT(\"VIP\", \"vip\")", "FALSE")
                        .expands(e -> new Expression.Compare(
                                Expression.Comparison.EQ,
                                e.parts().getFirst(),
                                e.parts().getLast())));
    }

    private static @Nullable BigDecimal place(String needle, String text, Arguments a) {
        Integer at = Texts.find(needle, text, a.wholeOr(1, 2, 1, Limits.RESULT));
        return at == null ? null : BigDecimal.valueOf(at);
    }

    static boolean folded(Arguments a, java.util.function.BiPredicate<String, String> test) {
        return a.get(0) != null && a.get(1) != null && test.test(Texts.lower(a.text(0)), Texts.lower(a.text(1)));
    }

    private static List<FunctionSpec> joins() {
        return List.of(
                text("CONCAT", "连接", "Join texts")
                        .says("把各项接成一段文本，空值略过，等同于 &。", "All parts one after the other, blanks left out; as by &.")
                        .repeating(Kind.TEXT, 1, null, Parameter.of("内容", "part", Kind.SCALAR))
                        .example("CONCAT(\"订单\", 42, BLANK, \"号\")", "\"订单42号\"")
                        .also("CONCATENATE"),
                text("TEXTJOIN", "用分隔符连接", "Join with a separator")
                        .says("用分隔符把各项接起来，空值略过。", "All parts with a separator between them, blanks left out.")
                        .repeating(Kind.TEXT, 1, null, SEPARATOR, TEXT)
                        .lenient()
                        .example("TEXTJOIN(\"、\", \"张三\", BLANK, \"李四\")", "\"张三、李四\"")
                        .runs(TextFunctions::textJoin),
                text("SPLIT", "拆分", "Split")
                        .says("按分隔符拆成列表，空的部分略过。", "The parts between separators as a list, empty ones left out.")
                        .takes(Kind.TEXTS, TEXT, SEPARATOR)
                        .example("SPLIT(\"北京,,上海\", \",\")", "[\"北京\", \"上海\"]")
                        .runs(a -> split(a.text(0), a.text(1))));
    }

    private static String textJoin(Arguments a) {
        Object separator = a.get(0);
        List<String> parts = new ArrayList<>();
        for (int i = 1; i < a.count(); i++) {
            if (a.get(i) != null) {
                parts.add(a.text(i));
            }
        }
        return Texts.bounded(String.join(separator == null ? "" : (String) separator, parts));
    }

    private static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int at = text.indexOf(separator, from);
            int to = at < 0 ? text.length() : at;
            if (to > from) {
                parts.add(text.substring(from, to));
            }
            from = to + separator.length();
        }
        return parts;
    }

    private static List<FunctionSpec> conversions() {
        return List.of(
                text("TEXT", "转文本", "As text")
                        .says(
                                "把值变成文本，可给格式：数字如 #,##0.00、0%，日期如 yyyy年M月d日。",
                                "A value as text, in a format such as #,##0.00 or 0% for numbers, yyyy-MM-dd HH:mm for dates.")
                        .takes(
                                Kind.TEXT,
                                Parameter.of("值", "value", Kind.NUMBER),
                                Parameter.of("格式", "format", Kind.TEXT).orNone())
                        .takes(
                                Kind.TEXT,
                                Parameter.of("值", "value", Kind.MOMENT),
                                Parameter.of("格式", "format", Kind.TEXT).orNone())
                        .takes(Kind.TEXT, Parameter.of("值", "value", Kind.BOOL))
                        .takes(Kind.TEXT, Parameter.of("值", "value", Kind.TEXT))
                        .writtenOut(1, Formats::isFormat, ExpressionError.BAD_FORMAT)
                        .example("TEXT(1234.50)", "\"1234.5\"")
                        .example("TEXT(1234567.891, \"#,##0.00\")", "\"1,234,567.89\"")
                        .example("TEXT(-0.125, \"0.0%\")", "\"-12.5%\"")
                        .example("TEXT(0.004, \"0.00\")", "\"0.00\"")
                        .example("TEXT(DATE(2026, 3, 7), \"yyyy年M月d日\")", "\"2026年3月7日\"")
                        .example("TEXT(DATETIME(2026, 3, 7, 9, 5, 0), \"MM/dd HH:mm\")", "\"03/07 09:05\"")
                        .example("TEXT(1 = 1)", "\"TRUE\"")
                        .repeats(8)
                        .runs(Formats::text),
                text("VALUE", "转数字", "As number")
                        .says(
                                "把写成文本的数字变成数字，可带千位逗号；不是数字则为空。",
                                "The number a text spells, with commas if need be; blank when it is none.")
                        .takes(Kind.NUMBER, TEXT)
                        .example("VALUE(\" 1,234.50 \")", "1234.5")
                        .example("VALUE(\"-3\")", "-3")
                        .example("VALUE(\"12个\")", "BLANK")
                        .repeats(2)
                        .runs(a -> value(a.text(0))),
                text("CODE", "字符编码", "Code point")
                        .says("第一个字的 Unicode 编码。", "The Unicode code point of the first character.")
                        .takes(Kind.NUMBER, TEXT)
                        .example("CODE(\"A\")", "65")
                        .example("CODE(\"知\")", "30693")
                        .runs(a -> BigDecimal.valueOf(a.text(0).codePointAt(0))),
                text("CHAR", "编码转字符", "Character")
                        .says("某个 Unicode 编码的字；10 是换行。", "The character of a Unicode code point; 10 is a line end.")
                        .takes(Kind.TEXT, Parameter.of("编码", "code", Kind.NUMBER))
                        .example("CHAR(30693)", "\"知\"")
                        .example("CHAR(0)", "BLANK")
                        .repeats(9)
                        .runs(a -> character(a.whole(0, 0, Character.MAX_CODE_POINT))));
    }

    private static @Nullable BigDecimal value(String text) {
        String digits = Texts.trim(text, true, true).replace(",", "");
        return digits.matches("[+-]?[0-9]{1,20}(\\.[0-9]{1,20})?") ? new BigDecimal(digits) : null;
    }

    private static @Nullable String character(int code) {
        boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        return code == 0 || surrogate ? null : Character.toString(code);
    }
}
