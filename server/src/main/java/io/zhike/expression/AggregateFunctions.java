package io.zhike.expression;

import static io.zhike.expression.FunctionSpec.Kind;
import static io.zhike.expression.FunctionSpec.Parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates. Over children they become {@link Expression.Aggregate}; what runs here is the same over a list or over
 * several arguments.
 */
final class AggregateFunctions {
    private static final Parameter CHILDREN = Parameter.of("子表", "children", Kind.CHILDREN);
    private static final Parameter EACH = Parameter.of("取值", "value", Kind.ANY);
    private static final Parameter BY = Parameter.of("排序依据", "by", Kind.ORDERED);
    private static final Parameter WHERE =
            Parameter.of("条件", "condition", Kind.BOOL).orNone();
    private static final Parameter NUMBERS = Parameter.of("列表", "list", Kind.NUMBERS);
    private static final Parameter NUMBER = Parameter.of("数字", "number", Kind.NUMBER);
    private static final Parameter LIST = Parameter.of("列表", "list", Kind.LIST);

    private AggregateFunctions() {}

    static List<FunctionSpec> all() {
        return List.of(
                aggregate("COUNT", "计数", "Count")
                        .says(
                                "符合条件的子记录有几条；或几个值里不为空的有几个。",
                                "How many child records fulfil a condition; or how many of some values are not blank.")
                        .also("COUNTIF", "COUNTA")
                        .takes(Kind.NUMBER, CHILDREN, WHERE)
                        .takes(Kind.NUMBER, LIST)
                        .repeating(Kind.NUMBER, 1, null, Parameter.of("值", "value", Kind.SCALAR))
                        .lenient()
                        .example("COUNT(1, BLANK, \"a\")", "2")
                        .example("COUNT([])", "0")
                        .runs(a -> BigDecimal.valueOf(Collected.of(a).size())),
                aggregate("SUM", "求和", "Sum")
                        .says(
                                "子记录的合计，可带条件；或几个数之和。没有时是 0。",
                                "The sum over child records, with a condition if need be; or of some numbers. 0 of nothing.")
                        .also("SUMIF")
                        .takes(Kind.NUMBER, CHILDREN, EACH, WHERE)
                        .takes(Kind.NUMBER, NUMBERS)
                        .repeating(Kind.NUMBER, 1, null, NUMBER)
                        .lenient()
                        .example("SUM(1, BLANK, 2.5)", "3.5")
                        .example("SUM([])", "0")
                        .runs(a -> Aggregation.sum(Collected.of(a), Type.NUMBER)),
                aggregate("AVERAGE", "平均", "Average")
                        .says("平均值，保留 10 位小数，空值略过；没有则为空。", "The mean to 10 places, blanks left out; blank of nothing.")
                        .also("AVG", "AVERAGEIF")
                        .takes(Kind.NUMBER, CHILDREN, EACH, WHERE)
                        .takes(Kind.NUMBER, NUMBERS)
                        .repeating(Kind.NUMBER, 1, null, NUMBER)
                        .lenient()
                        .example("AVERAGE(1, 2, BLANK)", "1.5")
                        .example("AVG([1, 1, 2])", "1.3333333333")
                        .runs(a -> Aggregation.average(Collected.of(a), Type.NUMBER)),
                aggregate("MIN", "最小", "Least")
                        .says("最小的值，空值略过；没有则为空。", "The least value, blanks left out; blank of nothing.")
                        .takes(Kind.ORDERED, CHILDREN, EACH, WHERE)
                        .takes(Kind.ANY, LIST)
                        .repeating(Kind.ORDERED, 1, null, Parameter.of("值", "value", Kind.ORDERED))
                        .lenient()
                        .example("MIN(3, BLANK, 2)", "2")
                        .example("MIN([\"b\", \"a\"])", "\"a\"")
                        .runs(a -> extreme(a, false)),
                aggregate("MAX", "最大", "Greatest")
                        .says("最大的值，空值略过；没有则为空。", "The greatest value, blanks left out; blank of nothing.")
                        .takes(Kind.ORDERED, CHILDREN, EACH, WHERE)
                        .takes(Kind.ANY, LIST)
                        .repeating(Kind.ORDERED, 1, null, Parameter.of("值", "value", Kind.ORDERED))
                        .lenient()
                        .example("MAX(DATE(2026, 1, 1), DATE(2026, 2, 1))", "#2026-02-01#")
                        .runs(a -> extreme(a, true)),
                aggregate("COUNTUNIQUE", "去重计数", "Count of different values")
                        .says("有几个不同的值，空值略过。", "How many different values there are, blanks left out.")
                        .also("COUNTDISTINCT")
                        .takes(Kind.NUMBER, CHILDREN, EACH, WHERE)
                        .takes(Kind.NUMBER, LIST)
                        .lenient()
                        .example("COUNTUNIQUE([1, 1.0, 2])", "2")
                        .runs(AggregateFunctions::unique),
                aggregate("ANY", "存在", "Any")
                        .says("是否有子记录符合条件。", "Whether any child record fulfils a condition.")
                        .also("EXISTS")
                        .takes(Kind.BOOL, CHILDREN, Parameter.of("条件", "condition", Kind.BOOL)),
                aggregate("ALL", "全部", "All")
                        .says(
                                "是否全部子记录都符合条件；没有子记录时成立。",
                                "Whether all child records fulfil a condition; true when there are none.")
                        .takes(Kind.BOOL, CHILDREN, Parameter.of("条件", "condition", Kind.BOOL)),
                aggregate("FIRST", "第一", "First")
                        .says(
                                "按排序依据最靠前的子记录的值；或列表的第一项。依据或值为空的不算。",
                                "The value of the child record that comes first by an order; or a list's first item. Blank ones do not count.")
                        .takes(Kind.ANY, CHILDREN, EACH, BY, WHERE)
                        .takes(Kind.ANY, LIST)
                        .example("FIRST([\"a\", \"b\"])", "\"a\"")
                        .runs(a -> a.list(0).getFirst()),
                aggregate("LAST", "最近", "Last")
                        .says(
                                "按排序依据最靠后的子记录的值；或列表的最后一项。依据或值为空的不算。",
                                "The value of the child record that comes last by an order; or a list's last item. Blank ones do not count.")
                        .takes(Kind.ANY, CHILDREN, EACH, BY, WHERE)
                        .takes(Kind.ANY, LIST)
                        .example("LAST([\"a\", \"b\"])", "\"b\"")
                        .repeats(2)
                        .runs(a -> a.list(0).getLast()));
    }

    private static FunctionSpec aggregate(String name, String zh, String en) {
        return FunctionSpec.named(name, FunctionSpec.Group.AGGREGATE, zh, en);
    }

    private static @Nullable Object extreme(Arguments a, boolean greatest) {
        List<Object> values = new ArrayList<>(Collected.of(a));
        values.sort(Evaluation::order);
        return values.isEmpty() ? null : greatest ? values.getLast() : values.getFirst();
    }

    private static BigDecimal unique(Arguments a) {
        TreeSet<Object> set = new TreeSet<>(Evaluation::order);
        set.addAll(a.list(0));
        return BigDecimal.valueOf(set.size());
    }
}
