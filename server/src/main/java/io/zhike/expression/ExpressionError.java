package io.zhike.expression;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** Everything that can be wrong with an expression. */
public enum ExpressionError implements ErrorCode {
    EXPRESSION_REFUSED("表达式有误：{0}", "The expression is wrong: {0}"),

    // reading the text
    EMPTY_EXPRESSION("表达式是空的，请写上内容。", "The expression is empty; write something."),
    UNEXPECTED_CHARACTER(
            "不认识字符「{0}」。名称里若有特殊字符，请用花括号括起来，如 {名称}。",
            "Unexpected character '{0}'. If it is part of a name, put the name in braces, as in {name}."),
    SINGLE_QUOTE("文本要用双引号，如 \"文本\"，不能用单引号。", "A text stands in double quotes, as in \"text\", not in single ones."),
    POWER_SIGN("没有运算符 ^，请用 POWER(底数, 指数)。", "There is no operator ^; use POWER(base, exponent)."),
    UNCLOSED_TEXT("文本缺少结尾的双引号。", "The text lacks its closing double quote."),
    UNCLOSED_NAME("名称缺少结尾的花括号 }。", "The name lacks its closing brace }."),
    EMPTY_NAME("花括号里没有名称。", "There is no name between the braces."),
    UNREADABLE_TEXT("文本里有不能保存的字符。", "The text holds a character that cannot be stored."),
    BAD_NUMBER("「{0}」不是数字。", "'{0}' is not a number."),
    NUMBER_TOO_LONG("数字最多 {0} 位。", "A number has at most {0} digits."),
    BAD_MOMENT(
            "「{0}」不是日期或时间，应如 2026-01-31 或 2026-01-31T09:30:00Z。",
            "'{0}' is not a date or time; it should look like 2026-01-31 or 2026-01-31T09:30:00Z."),
    UNEXPECTED_TOKEN("这里应是{0}，却是「{1}」。", "Expected {0} here, but found '{1}'."),
    UNEXPECTED_END("表达式没有写完，后面应是{0}。", "The expression ends too early; expected {0}."),
    CHAINED_COMPARISON(
            "不能连着比较，请用 AND 分开，如 a < b AND b < c。",
            "Comparisons cannot be chained; join them by AND, as in a < b AND b < c."),

    // bounds
    TEXT_TOO_LONG("表达式有 {0} 个字符，最多 {1} 个。", "The expression has {0} characters; at most {1} are taken."),
    TOO_DEEP("嵌套超过 {0} 层，请拆成几个公式字段。", "Nested more than {0} levels deep; split it into several formula fields."),
    TOO_LARGE(
            "表达式超过 {0} 个部分，请拆成几个公式字段。",
            "The expression has more than {0} parts; split it into several formula fields."),
    LIST_TOO_LONG("列表有 {0} 项，最多 {1} 项。", "The list has {0} items; at most {1} are taken."),
    TOO_COSTLY(
            "表达式计算量过大，请拆成几个公式字段。", "The expression costs too much to compute; split it into several formula fields."),

    // names
    UNKNOWN_NAME("没有名为「{0}」的字段。", "There is no field named '{0}'."),
    UNKNOWN_NAME_NEAR("没有名为「{0}」的字段，是不是「{1}」？", "There is no field named '{0}'. Did you mean '{1}'?"),
    UNKNOWN_FUNCTION("没有名为「{0}」的函数。", "There is no function named '{0}'."),
    UNKNOWN_FUNCTION_NEAR("没有名为「{0}」的函数，是不是「{1}」？", "There is no function named '{0}'. Did you mean '{1}'?"),
    FUNCTION_WITHOUT_PARENTHESES(
            "「{0}」是函数，后面要加括号，如 {0}(…)。", "'{0}' is a function; write it with parentheses, as in {0}(…)."),
    NOT_A_RELATION("「{0}」是{1}，后面不能再接「.{2}」。", "'{0}' is a {1}; it cannot be followed by '.{2}'."),
    CHILDREN_OUTSIDE_AGGREGATE(
            "「{0}」是多条记录，只能用在汇总函数里，如 COUNT({0}) 或 SUM({0}, 金额)。",
            "'{0}' stands for many records; use it in an aggregate only, as in COUNT({0}) or SUM({0}, amount)."),
    NOT_CHILDREN(
            "{0} 按条件汇总时，第一个参数应是子表或关联的多条记录。",
            "{0} with a condition needs child or related records as its first argument."),

    IDS_ONLY(
            "{0} 在关联的多条记录里查找时，第二个参数只能是记录的 id。",
            "{0} over related records takes ids of records as its second argument, and nothing that is computed."),

    // types
    TOO_FEW_ARGUMENTS("{0} 少了参数「{1}」。", "{0} lacks its argument '{1}'."),
    TOO_MANY_ARGUMENTS("{0} 最多 {1} 个参数，这里有 {2} 个。", "{0} takes at most {1} arguments; here are {2}."),
    WRONG_ARGUMENT("{0} 的参数「{1}」应是{2}，却是{3}。", "Argument '{1}' of {0} should be {2}, but is {3}."),
    ARGUMENT_PAIRS("{0} 的参数要成对：条件和结果。", "{0} takes its arguments in pairs: a condition and its answer."),
    MIXED_TYPES("{0} 的几个结果应是同一类型，这里既有{1}又有{2}。", "The answers of {0} should be of one type; here are {1} and {2}."),
    EXPECTED_TYPE("这里应是{0}，却是{1}。", "Expected {0} here, but this is {1}."),
    CANNOT_COMPARE("{0}不能和{1}比较。", "A {0} cannot be compared with a {1}."),
    CANNOT_ORDER("{0}没有大小，只能用 = 或 <> 比较。", "A {0} has no order; compare it by = or <> only."),
    COMPARE_LIST(
            "列表不能这样比较，请用 CONTAINS(列表, 值) 或 值 IN 列表。",
            "Lists are not compared like this; use CONTAINS(list, value) or value IN list."),
    CANNOT_CALCULATE("{0}和{2}不能用「{1}」计算。", "A {0} and a {2} cannot be combined by '{1}'."),
    CALCULATE_WITH_HINT(
            "{0}和{2}不能用「{1}」计算；日期时间加减请用 DAYS(n)、HOURS(n) 等时长。",
            "A {0} and a {2} cannot be combined by '{1}'; add durations such as DAYS(n) or HOURS(n) to a date and time."),
    CANNOT_NEGATE("{0}前面不能加负号。", "A {0} cannot be negated."),
    CANNOT_JOIN("{0}不能接成文本。", "A {0} cannot be joined to a text."),
    MIXED_LIST("列表各项应是同一类型，这里既有{0}又有{1}。", "The items of a list should be of one type; here are {0} and {1}."),
    NESTED_LIST("列表里不能再放列表。", "A list cannot hold lists."),
    NOT_A_LIST(
            "IN 后面应是列表，如 IN (\"甲\", \"乙\")，却是{0}。",
            "IN should be followed by a list, as in IN (\"a\", \"b\"), but this is {0}."),
    UNKNOWN_OPTION("「{0}」没有选项「{1}」，可选：{2}。", "'{0}' has no option '{1}'; allowed are: {2}."),
    NOT_AN_ID("「{0}」不是{1}的标识。", "'{0}' is not the id of a {1}."),
    NOT_CONSTANT("{0} 的参数「{1}」要直接写出来，不能是算出来的。", "Argument '{1}' of {0} must be written out, not computed."),
    UNKNOWN_CHOICE("{0} 的参数「{1}」不能是「{2}」，可用：{3}。", "Argument '{1}' of {0} cannot be '{2}'; allowed are: {3}."),
    UNKNOWN_PERIOD(
            "没有期间「{0}」，可用：today、yesterday、tomorrow、this_week、last_month、next_quarter、this_year、last_30_days、next_7_days 等。",
            "There is no period '{0}'; use today, yesterday, tomorrow, this_week, last_month, next_quarter, this_year, last_30_days, next_7_days and the like."),
    BAD_FORMAT(
            "格式「{0}」看不懂。数字如 #,##0.00、0%，日期如 yyyy-MM-dd HH:mm。",
            "Format '{0}' is not understood. Numbers: #,##0.00 or 0%; dates: yyyy-MM-dd HH:mm."),

    // JSON trees
    AT_NODE("{0}：{1}", "{0}: {1}"),
    BAD_NODE("这个节点看不懂，应是：{0}。", "This node is not understood; expected {0}."),
    UNKNOWN_OPERATOR("没有操作符「{0}」，可用：{1}。", "There is no operator '{0}'; allowed are: {1}."),
    UNKNOWN_TYPE("没有类型「{0}」。", "There is no type '{0}'."),
    UNKNOWN_KEY("节点里有不认识的「{0}」。", "The node has an unknown key '{0}'.");

    private final String zh;
    private final String en;

    ExpressionError(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    @Override
    public Fault fault() {
        return Fault.INVALID;
    }
}
