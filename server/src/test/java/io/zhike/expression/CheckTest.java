package io.zhike.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is accepted, what it is read as, and what is refused where and in which words. */
class CheckTest {
    private final Expressions expressions = new Expressions();
    private final Fixture fixture = Fixture.shared();

    private Checked check(String text) {
        return expressions.check(text, "customer", fixture);
    }

    private Expression tree(String text) {
        Checked checked = check(text);
        assertThat(checked.problems()).as(text).isEmpty();
        return checked.orThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "累计消费 > 5000 | spent > 5000",
                "累计消费＞5000 | spent > 5000",
                "IF（累计消费 ≥ 5000，“VIP”，“普通”） | IF(spent >= 5000, \"VIP\", \"普通\")",
                "{备注(内部)} = \"x\" | note = \"x\"",
                "Spent > 1 AND not active | spent > 1 AND NOT(active)",
                "客户来源 = \"官网\" | source = \"website\"",
                "source = \"Website\" | source = \"website\"",
                "客户来源 IN (\"官网\"、\"fair\") | source IN [\"website\", \"fair\"]",
                "source NOT IN (\"官网\") | NOT(source IN (\"website\"))",
                "CONTAINS(标签, \"重点客户\") | CONTAINS(tags, \"vip\")",
                "SWITCH(客户来源, \"官网\", 1, \"展会\", 2) | SWITCH(source, \"website\", 1, \"fair\", 2)",
                "上级客户.负责人.部门.名称 = \"销售部\" | parent.owner.department.name = \"销售部\"",
                "COUNT(订单, 支付时间 >= NOW() - DAYS(90)) | COUNT(orders, paid_at >= NOW() - DAYS(90))",
                "SUM(订单.金额) | SUM(orders, amount)",
                "求和(上级客户.订单, 金额, 状态 = \"已付款\") | SUM(parent.orders, amount, status = \"paid\")",
                "ISBLANK(订单) | COUNT(orders) = 0",
                "name = \"\" | ISBLANK(name)",
                "name <> \"\" | NOT(ISBLANK(name))",
                "created_at >= \"2026-01-31\" | created_at >= #2026-01-31#",
                "created_at >= \"2026-01-31 09:30\" | created_at >= DATETIME(2026, 1, 31, 9, 30, 0)",
                "10% * spent | 0.1 * spent",
                "spent == 1 OR spent != 2 | spent = 1 OR spent <> 2",
                "CONCAT(name, spent) | name & TEXT(spent)",
                "AND(active, OR(active, active), active) | active AND (active OR active) AND active",
                "1 + 2 * 3 - 4 | (1 + (2 * 3)) - 4",
                "-2 + 1 | (-2) + 1",
                "NOT(active) = TRUE | (NOT(active)) = TRUE",
                "NOT active = TRUE | NOT(active = TRUE)",
            })
    void readsAs(String text, String same) {
        assertThat(tree(text)).isEqualTo(tree(same));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 0 | 0 | 表达式是空的，请写上内容。 | The expression is empty; write something.",
                "1 + | 3 | 3 | 表达式没有写完，后面应是一个值、字段或函数。 | The expression ends too early; expected a value, a field or a function.",
                "(1 + 2 | 6 | 6 | 表达式没有写完，后面应是「)」或运算符。 | The expression ends too early; expected ')' or an operator.",
                "1 2 | 2 | 3 | 这里应是运算符或结尾，却是「2」。 | Expected an operator or the end here, but found '2'.",
                "\"abc | 0 | 4 | 文本缺少结尾的双引号。 | The text lacks its closing double quote.",
                "'abc' | 0 | 1 | 文本要用双引号，如 \"文本\"，不能用单引号。 | A text stands in double quotes, as in \"text\", not in single ones.",
                "{客户 | 0 | 3 | 名称缺少结尾的花括号 }。 | The name lacks its closing brace }.",
                "2 ^ 3 | 2 | 3 | 没有运算符 ^，请用 POWER(底数, 指数)。 | There is no operator ^; use POWER(base, exponent).",
                "1 < spent < 3 | 10 | 11 | 不能连着比较，请用 AND 分开，如 a < b AND b < c。 | Comparisons cannot be chained; join them by AND, as in a < b AND b < c.",
                "1.2.3 | 0 | 5 | 「1.2.3」不是数字。 | '1.2.3' is not a number.",
                "累计消弗 > 1 | 0 | 4 | 没有名为「累计消弗」的字段，是不是「累计消费」？ | There is no field named '累计消弗'. Did you mean '累计消费'?",
                "owner.nmae = \"x\" | 6 | 10 | 没有名为「nmae」的字段，是不是「name」？ | There is no field named 'nmae'. Did you mean 'name'?",
                "zzzzzz > 1 | 0 | 6 | 没有名为「zzzzzz」的字段。 | There is no field named 'zzzzzz'.",
                "LEFFT(name, 1) | 0 | 5 | 没有名为「LEFFT」的函数，是不是「LEFT」？ | There is no function named 'LEFFT'. Did you mean 'LEFT'?",
                "TODAY = 1 | 0 | 5 | 「TODAY」是函数，后面要加括号，如 TODAY(…)。 | 'TODAY' is a function; write it with parentheses, as in TODAY(…).",
                "name.x = 1 | 5 | 6 | 「客户名称」是文本，后面不能再接「.x」。 | 'Name' is a text; it cannot be followed by '.x'.",
                "订单 > 1 | 0 | 2 | 「订单」是多条记录，只能用在汇总函数里，如 COUNT(订单) 或 SUM(订单, 金额)。 | '订单' stands for many records; use it in an aggregate only, as in COUNT(订单) or SUM(订单, amount).",
                "name > 1 | 0 | 8 | 文本不能和数字比较。 | A text cannot be compared with a number.",
                "source > \"官网\" | 0 | 13 | 选项没有大小，只能用 = 或 <> 比较。 | A option has no order; compare it by = or <> only.",
                "source = \"电话\" | 9 | 13 | 「客户来源」没有选项「电话」，可选：官网、展会、转介绍。 | 'Source' has no option '电话'; allowed are: Website, Fair, Referral.",
                "tags = \"vip\" | 0 | 12 | 列表不能这样比较，请用 CONTAINS(列表, 值) 或 值 IN 列表。 | Lists are not compared like this; use CONTAINS(list, value) or value IN list.",
                "spent + name | 0 | 12 | 数字和文本不能用「+」计算。 | A number and a text cannot be combined by '+'.",
                "created_at + 7 | 0 | 14 | 日期时间和数字不能用「+」计算；日期时间加减请用 DAYS(n)、HOURS(n) 等时长。 | A date and time and a number cannot be combined by '+'; add durations such as DAYS(n) or HOURS(n) to a date and time.",
                "birthday = \"2026-02-30\" | 11 | 23 | 「2026-02-30」不是日期或时间，应如 2026-01-31 或 2026-01-31T09:30:00Z。 | '2026-02-30' is not a date or time; it should look like 2026-01-31 or 2026-01-31T09:30:00Z.",
                "owner = \"李娜\" | 8 | 12 | 「李娜」不是成员的标识。 | '李娜' is not the id of a member.",
                "LEFT(spent, 2) | 5 | 10 | LEFT 的参数「文本」应是文本，却是数字。 | Argument 'text' of LEFT should be text, but is number.",
                "LEFT() | 0 | 6 | LEFT 少了参数「文本」。 | LEFT lacks its argument 'text'.",
                "LEN(name, 1) | 0 | 12 | LEN 最多 1 个参数，这里有 2 个。 | LEN takes at most 1 arguments; here are 2.",
                "IF(active, 1, \"x\") | 14 | 17 | IF 的几个结果应是同一类型，这里既有数字又有文本。 | The answers of IF should be of one type; here are number and text.",
                "NOT(spent) | 4 | 9 | 这里应是是否，却是数字。 | Expected boolean here, but this is number.",
                "[1, \"a\"] | 4 | 7 | 列表各项应是同一类型，这里既有数字又有文本。 | The items of a list should be of one type; here are number and text.",
                "DATEADD(birthday, 1, \"fortnight\") | 21 | 32 | DATEADD 的参数「单位」不能是「fortnight」，可用：year, quarter, month, week, day, hour, minute, second, y, m, d。 | Argument 'unit' of DATEADD cannot be 'fortnight'; allowed are: year, quarter, month, week, day, hour, minute, second, y, m, d.",
                "DATEADD(birthday, 1, name) | 21 | 25 | DATEADD 的参数「单位」要直接写出来，不能是算出来的。 | Argument 'unit' of DATEADD must be written out, not computed.",
                "TEXT(spent, \"yyyy\") | 12 | 18 | 格式「yyyy」看不懂。数字如 #,##0.00、0%，日期如 yyyy-MM-dd HH:mm。 | Format 'yyyy' is not understood. Numbers: #,##0.00 or 0%; dates: yyyy-MM-dd HH:mm.",
                "SUM(name, active) | 4 | 8 | SUM 的参数「数字」应是数字，却是文本。 | Argument 'number' of SUM should be number, but is text.",
                "SUM(orders) | 0 | 11 | SUM 少了参数「取值」。 | SUM lacks its argument 'value'.",
                "ANY(spent > 1) | 4 | 13 | ANY 按条件汇总时，第一个参数应是子表或关联的多条记录。 | ANY with a condition needs child or related records as its first argument.",
                "name & tags | 7 | 11 | 文本列表不能接成文本。 | A list of text cannot be joined to a text.",
                "-name | 0 | 5 | 文本前面不能加负号。 | A text cannot be negated.",
                "name IN \"a\" | 8 | 11 | IN 后面应是列表，如 IN (\"甲\", \"乙\")，却是文本。 | IN should be followed by a list, as in IN (\"a\", \"b\"), but this is text.",
            })
    void refuses(String text, int from, int to, String zh, String en) {
        Checked checked = check(text);
        assertThat(checked.problems()).as(text).isNotEmpty();
        Problem problem = checked.problems().getFirst();
        assertThat(problem.message().in(Language.ZH)).isEqualTo(zh);
        assertThat(problem.message().in(Language.EN)).isEqualTo(en);
        assertThat(List.of(problem.from(), problem.to())).as(text).containsExactly(from, to);
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThat(check("累计 > 1 AND LEFT(1, 2) = \"x\" AND foo() = 1").problems())
                .hasSize(3);
    }

    @Test
    void neverThrowsForAnyText() {
        String pieces = "1 a \" ( ) { } , . [ ] IF SUM orders name NOT IN AND # “ ” ＞ 😀 \\ % & - + \u0000 \ud800";
        java.util.Random random = new java.util.Random(7);
        String[] all = pieces.split(" ");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(all[random.nextInt(all.length)]).append(random.nextInt(3) == 0 ? "" : " ");
            }
            Checked checked = check(text.toString());
            checked.problems().forEach(p -> {
                assertThat(p.from()).isBetween(0, p.to());
                assertThat(p.to()).isLessThanOrEqualTo(text.length());
                assertThat(p.message().in(Language.ZH)).doesNotContain("{0}");
            });
        }
    }

    @Test
    void boundsWhatAnExpressionMayCost() {
        assertRefused("1+".repeat(6000) + "1", ExpressionError.TEXT_TOO_LONG);
        assertRefused("(".repeat(200) + "1" + ")".repeat(200), ExpressionError.TOO_DEEP);
        assertRefused("-".repeat(300) + "spent", ExpressionError.TOO_DEEP);
        assertRefused("NOT ".repeat(300) + "active", ExpressionError.TOO_DEEP);
        assertRefused("1" + "+1".repeat(300), ExpressionError.TOO_DEEP);
        assertRefused("[" + "1,".repeat(1000) + "1]", ExpressionError.LIST_TOO_LONG);
        assertRefused("OR(" + "spent=1,".repeat(800) + "active)", ExpressionError.TOO_LARGE);
        assertRefused("ROUNDUP(".repeat(20) + "spent" + ")".repeat(20), ExpressionError.TOO_COSTLY);
        assertRefused("1".repeat(41), ExpressionError.NUMBER_TOO_LONG);
        assertThat(check("SUM(orders, SUM(lines, price)) + 1").problems()).isEmpty();
    }

    private void assertRefused(String text, ExpressionError error) {
        assertThat(check(text).problems().getFirst().message().code()).isEqualTo(error);
    }

    @Test
    void refusesAnotherTypeThanExpected() {
        assertThat(expressions.checkCondition("spent", "customer", fixture).problems())
                .extracting(p -> p.message().code())
                .containsExactly(ExpressionError.EXPECTED_TYPE);
        assertThat(expressions
                        .check("\"2026-01-31\"", "customer", fixture, Type.DATE)
                        .expression())
                .map(Expression::type)
                .contains(Type.DATE);
    }

    @Test
    void tellsWhatIsRead() {
        Expression tree = tree("SUM(订单, 金额, 状态 = \"已付款\") > parent.spent AND ISME(owner) AND created_at < TODAY()");
        assertThat(tree.paths())
                .containsExactlyInAnyOrder(
                        List.of("orders"),
                        List.of("orders", "amount"),
                        List.of("orders", "status"),
                        List.of("parent", "spent"),
                        List.of("owner"),
                        List.of("created_at"));
        assertThat(tree.usesNow()).isTrue();
        assertThat(tree.usesCaller()).isTrue();
        assertThat(tree("spent > 1").usesNow()).isFalse();
        assertThat(tree("spent > 1").usesCaller()).isFalse();
        assertThat(tree("ISBLANK(SUPERVISOR(ME()))").usesStaff()).isTrue();
        assertThat(tree("MYDEPARTMENT() IN MYDEPARTMENTS()").usesStaff()).isTrue();
        assertThat(tree("ISME(ME())").usesStaff()).isFalse();
        assertThat(tree("AGE(birthday) > 30").usesNow()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "source=\"website\" and count(orders,status=\"paid\")>2 | 客户来源 = \"官网\" AND COUNT(订单, 状态 = \"已付款\") > 2 | Source = \"Website\" AND COUNT(Orders, Status = \"Paid\") > 2",
                "note<>\"\" | NOT(ISBLANK({备注(内部)})) | NOT(ISBLANK(Note))",
                "(spent+1)*2-(discount-1) | (累计消费 + 1) * 2 - (折扣 - 1) | (Spent + 1) * 2 - (Discount - 1)",
                "created_at>\"2026-01-31\" | 创建时间 > \"2026-01-31\" | {Created at} > \"2026-01-31\"",
                "source not in (\"fair\") | 客户来源 NOT IN (\"展会\") | Source NOT IN (\"Fair\")",
                "sum(orders.amount) | SUM(订单, 金额) | SUM(Orders, Amount)",
                "parent.owner.name & \"x\"\"\" | 上级客户.负责人.姓名 & \"x\"\"\" | Parent.Owner.Name & \"x\"\"\"",
            })
    void writesLabelsThatReadBack(String text, String zh, String en) {
        Expression tree = tree(text);
        assertThat(expressions.toText(tree, "customer", fixture, Language.ZH)).isEqualTo(zh);
        assertThat(expressions.toText(tree, "customer", fixture, Language.EN)).isEqualTo(en);
        assertThat(tree(zh)).isEqualTo(tree);
        assertThat(tree(en)).isEqualTo(tree);
    }

    @Test
    void prefersACodeToALabel() {
        Vocabulary two = (entity, name) ->
                Optional.of(Symbol.of(name.equals("a") ? "a" : "b", io.zhike.message.Label.of("a"), Type.NUMBER));
        Expression tree = expressions.check("b > 1", "x", two).orThrow();
        assertThat(expressions.toText(tree, "x", two, Language.ZH)).isEqualTo("b > 1");
    }
}
