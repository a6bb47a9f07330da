package io.zhike.expression.sql;

import io.zhike.expression.Formats;
import io.zhike.expression.Limits;
import io.zhike.expression.Type;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Functions on text; cases are those of A to Z alone, by the collation "C". */
final class TextSql {
    private static final String SPACES = " \t\r\n\u00a0\u3000";
    private static final int MOST = Limits.RESULT;

    private TextSql() {}

    static Map<String, SqlFunctions.Value> values() {
        return Map.ofEntries(
                Map.entry("LEN", c -> Sql.number("coalesce(length({0}), 0)", c.value(0))),
                Map.entry("LEFT", c -> Sql.orBlank("left({0}, {1})", c.value(0), c.wholeOr(1, 1, 0, MOST))),
                Map.entry("RIGHT", c -> Sql.orBlank("right({0}, {1})", c.value(0), c.wholeOr(1, 1, 0, MOST))),
                Map.entry(
                        "MID",
                        c -> Sql.orBlank(
                                "substr({0}, {1}, {2})", c.value(0), c.whole(1, 1, MOST), c.whole(2, 0, MOST))),
                Map.entry(
                        "TEXTBEFORE",
                        c -> Sql.orBlank("left({0}, nullif(position({1} in {0}), 0) - 1)", c.value(0), c.value(1))),
                Map.entry(
                        "TEXTAFTER",
                        c -> Sql.orBlank(
                                "substr({0}, nullif(position({1} in {0}), 0) + length({1}))", c.value(0), c.value(1))),
                Map.entry("TRIM", c -> Sql.orBlank("btrim({0}, {1})", c.value(0), DSL.val(SPACES))),
                Map.entry("UPPER", c -> Sql.text("upper({0} collate \"C\")", c.value(0))),
                Map.entry("LOWER", c -> Sql.text("lower({0} collate \"C\")", c.value(0))),
                Map.entry("PROPER", c -> Sql.text("initcap({0} collate \"C\")", c.value(0))),
                Map.entry("REVERSE", c -> Sql.text("reverse({0})", c.value(0))),
                Map.entry("DIGITS", c -> Sql.orBlank("regexp_replace({0}, '[^0-9]', '', 'g')", c.value(0))),
                Map.entry("MASK", TextSql::mask),
                Map.entry("REPLACE", TextSql::replace),
                Map.entry("SUBSTITUTE", TextSql::substitute),
                Map.entry("REPT", TextSql::rept),
                Map.entry("PADLEFT", c -> pad("lpad", c)),
                Map.entry("PADRIGHT", c -> pad("rpad", c)),
                Map.entry("FIND", c -> find("position({0} in substr({1}, {2}))", c)),
                Map.entry(
                        "SEARCH",
                        c -> find("position(lower({0} collate \"C\") in lower(substr({1}, {2}) collate \"C\"))", c)),
                Map.entry(
                        "TEXTJOIN",
                        c -> Sql.bounded(
                                "array_to_string(cast(array[{1}] as text[]), coalesce({0}, ''))",
                                c.value(0), c.values(1))),
                Map.entry("SPLIT", TextSql::split),
                Map.entry("TEXT", TextSql::text),
                Map.entry("VALUE", TextSql::value),
                Map.entry("CODE", c -> Sql.number("ascii({0})", c.value(0))),
                Map.entry("CHAR", TextSql::character));
    }

    static Map<String, SqlFunctions.Test> tests() {
        return Map.of("STARTSWITH", TextSql::startsWith, "ENDSWITH", TextSql::endsWith);
    }

    private static Field<?> mask(SqlCall c) {
        return Sql.text(
                "case when length({0}) <= {1} + {2} then repeat('*', length({0})) "
                        + "else left({0}, {1}) || repeat('*', length({0}) - {1} - {2}) || right({0}, {2}) end",
                c.value(0), c.whole(1, 0, MOST), c.whole(2, 0, MOST));
    }

    private static Field<?> replace(SqlCall c) {
        return Sql.bounded(
                "(left({0}, {1} - 1) || coalesce({3}, '') || substr({0}, {1} + {2}))",
                c.value(0), c.whole(1, 1, MOST), c.whole(2, 0, MOST), c.value(3));
    }

    private static Field<?> substitute(SqlCall c) {
        return Sql.bounded(
                "replace(left({0}, " + MOST + "), coalesce({1}, ''), left(coalesce({2}, ''), 255))",
                c.value(0),
                c.value(1),
                c.value(2));
    }

    private static Field<?> rept(SqlCall c) {
        return Sql.bounded(
                "repeat({0}, least({1}, " + MOST + " / greatest(length({0}), 1) + 1) + 0 * {1})",
                c.value(0),
                c.whole(1, 0, MOST));
    }

    private static Field<?> pad(String function, SqlCall c) {
        Field<?> fill = c.has(2) ? c.value(2) : DSL.inline("0");
        return Sql.text(
                function + "({0}, greatest({1}, length({0})) + 0 * {1}, {2})", c.value(0), c.whole(1, 0, MOST), fill);
    }

    private static Field<?> find(String position, SqlCall c) {
        return Sql.number("nullif(" + position + ", 0) + {2} - 1", c.value(0), c.value(1), c.wholeOr(1, 2, 1, MOST));
    }

    private static Field<?> split(SqlCall c) {
        return DSL.field(
                "nullif(array_remove(string_to_array({0}, {1}), ''), cast('{}' as text[]))",
                Sql.dataType(new Type.ListOf(Type.TEXT)), c.value(0), c.value(1));
    }

    private static Field<?> value(SqlCall c) {
        return Sql.number(
                "case when replace(btrim({0}, {1}), ',', '') ~ '^[+-]?[0-9]{1,20}(\\.[0-9]{1,20})?$' "
                        + "then replace(btrim({0}, {1}), ',', '') end",
                c.value(0), DSL.val(SPACES));
    }

    private static Field<?> character(SqlCall c) {
        return Sql.text(
                "case when {0} = 0 or {0} between 55296 and 57343 then null else chr({0}) end",
                c.whole(0, 0, Character.MAX_CODE_POINT));
    }

    // ---- searches

    private static Condition startsWith(SqlCall c) {
        String needle = c.constantText(1);
        return needle == null
                ? Sql.test("starts_with(lower({0} collate \"C\"), lower({1} collate \"C\"))", c.value(0), c.value(1))
                : like(c.value(0), needle, "", "%");
    }

    private static Condition endsWith(SqlCall c) {
        String needle = c.constantText(1);
        return needle == null
                ? Sql.test(
                        "right(lower({0} collate \"C\"), length({1})) = lower({1} collate \"C\")",
                        c.value(0), c.value(1))
                : like(c.value(0), needle, "%", "");
    }

    static Condition contains(SqlCall c) {
        String needle = c.constantText(1);
        return needle == null
                ? Sql.test("position(lower({1} collate \"C\") in lower({0} collate \"C\")) > 0", c.value(0), c.value(1))
                : like(c.value(0), needle, "%", "%");
    }

    /** A pattern search; without letters in it, case does not matter and a plain LIKE can use a plain index. */
    private static Condition like(Field<?> text, String needle, String before, String after) {
        boolean letters = needle.chars().anyMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
        String escaped = needle.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return Sql.test(
                letters ? "{0} collate \"C\" ilike {1}" : "{0} like {1}", text, DSL.val(before + escaped + after));
    }

    // ---- values as text

    private static Field<?> text(SqlCall c) {
        String format = c.constantText(1);
        Field<?> value = c.value(0);
        return switch (c.type(0)) {
            case Type.Number _ ->
                format == null ? Sql.text("cast(trim_scale({0}) as text)", value) : number(value, format);
            case Type.Bool _ -> Sql.text("case when {0} then 'TRUE' when not {0} then 'FALSE' end", value);
            case Type.Date _ ->
                date(Sql.timestamp("cast({0} as timestamp)", value), format == null ? "yyyy-MM-dd" : format);
            case Type.DateTime _ ->
                date(
                        Sql.timestamp("({0} at time zone {1})", value, c.zone()),
                        format == null ? "yyyy-MM-dd HH:mm" : format);
            case Type.Text _,
                    Type.Duration _,
                    Type.Member _,
                    Type.Department _,
                    Type.RecordOf _,
                    Type.ListOf _,
                    Type.Blank _ -> value;
        };
    }

    private static Field<?> number(Field<?> value, String spelled) {
        Formats.@Nullable NumberFormat format = Formats.number(spelled);
        if (format == null) {
            return Sql.bind(null, Type.TEXT);
        }
        String rounded = "cast(round({0}" + (format.percent() ? " * 100" : "") + ", " + format.places() + ") as text)";
        String digits = rounded;
        if (format.grouped()) {
            digits = "(regexp_replace(split_part(" + rounded + ", '.', 1), '([0-9])(?=([0-9]{3})+$)', '\\1,', 'g')"
                    + (format.places() > 0 ? " || '.' || split_part(" + rounded + ", '.', 2))" : ")");
        }
        return Sql.text(format.percent() ? "(" + digits + " || '%')" : digits, value);
    }

    private static Field<?> date(Field<?> wallClock, String format) {
        StringBuilder pattern = new StringBuilder();
        for (Formats.DatePiece piece : Formats.date(format)) {
            if (piece.field()) {
                pattern.append(field(piece.text()));
            } else {
                pattern.append('"')
                        .append(piece.text().replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        return Sql.text("to_char({0}, {1})", wallClock, DSL.val(pattern.toString()));
    }

    private static String field(String field) {
        return switch (field) {
            case "yyyy" -> "YYYY";
            case "yy" -> "YY";
            case "MM" -> "MM";
            case "M" -> "FMMM";
            case "dd" -> "DD";
            case "d" -> "FMDD";
            case "HH" -> "HH24";
            case "H" -> "FMHH24";
            case "mm" -> "MI";
            case "m" -> "FMMI";
            case "ss" -> "SS";
            default -> "FMSS";
        };
    }
}
