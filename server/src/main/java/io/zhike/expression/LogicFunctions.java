package io.zhike.expression;

import static io.zhike.expression.FunctionSpec.Kind;
import static io.zhike.expression.FunctionSpec.Parameter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Choices and tests. A blank condition counts as false. */
final class LogicFunctions {
    private static final Parameter CONDITION = Parameter.of("条件", "condition", Kind.BOOL);
    private static final Parameter ANSWER = Parameter.of("结果", "answer", Kind.ANY);
    private static final Parameter OTHERWISE = Parameter.of("否则", "otherwise", Kind.ANY);
    private static final Parameter VALUE = Parameter.of("值", "value", Kind.ANY);

    private LogicFunctions() {}

    static List<FunctionSpec> all() {
        return java.util.stream.Stream.of(choices(), connectives(), blanks())
                .flatMap(List::stream)
                .toList();
    }

    private static FunctionSpec logic(String name, String zh, String en) {
        return FunctionSpec.named(name, FunctionSpec.Group.LOGIC, zh, en);
    }

    private static List<FunctionSpec> choices() {
        return List.of(
                logic("IF", "如果", "If")
                        .says("条件成立取一个结果，否则取另一个。", "One answer when a condition holds, else another, or blank.")
                        .takes(Kind.ANY, CONDITION, ANSWER, OTHERWISE.orNone())
                        .lenient()
                        .example("IF(5001 > 5000, \"VIP\", \"普通\")", "\"VIP\"")
                        .example("IF(BLANK > 1, 1, 2)", "2")
                        .example("IF(1 > 2, 1)", "BLANK")
                        .runs(a -> a.isTrue(0) ? a.get(1) : a.get(2)),
                logic("IFS", "多条件", "Ifs")
                        .says(
                                "依次看每个条件，取第一个成立的结果；末尾可单写一个否则。",
                                "The answer of the first condition that holds; a last one may stand alone.")
                        .repeating(Kind.ANY, 2, OTHERWISE, CONDITION, ANSWER)
                        .lenient()
                        .example("IFS(75 >= 90, \"A\", 75 >= 60, \"B\", \"C\")", "\"B\"")
                        .example("IFS(1 > 2, 1)", "BLANK")
                        .runs(LogicFunctions::ifs),
                logic("SWITCH", "匹配", "Switch")
                        .says(
                                "值等于哪一项就取它的结果；末尾可单写一个否则。",
                                "The answer beside the item that the value equals; a last one may stand alone.")
                        .repeating(
                                Kind.ANY,
                                2,
                                OTHERWISE,
                                Parameter.of("值", "value", Kind.KEY),
                                Parameter.of("等于", "item", Kind.KEY),
                                ANSWER)
                        .lenient()
                        .example("SWITCH(2, 1, \"一\", 2, \"二\", \"多\")", "\"二\"")
                        .example("SWITCH(BLANK, 1, \"一\", \"多\")", "\"多\"")
                        .repeats(16)
                        .runs(LogicFunctions::switchOver),
                logic("BETWEEN", "介于", "Between")
                        .says("是否不小于下限且不大于上限。", "Whether it is neither less than one bound nor greater than the other.")
                        .takes(
                                Kind.BOOL,
                                Parameter.of("值", "value", Kind.MOMENT),
                                Parameter.of("下限", "least", Kind.MOMENT),
                                Parameter.of("上限", "most", Kind.MOMENT))
                        .takes(
                                Kind.BOOL,
                                Parameter.of("值", "value", Kind.ORDERED),
                                Parameter.of("下限", "least", Kind.ORDERED),
                                Parameter.of("上限", "most", Kind.ORDERED))
                        .example("BETWEEN(5, 1, 5)", "TRUE")
                        .example("BETWEEN(DATE(2026, 2, 1), \"2026-01-01\", \"2026-01-31\")", "FALSE")
                        .repeats(2)
                        .expands(LogicFunctions::between));
    }

    private static @Nullable Object ifs(Arguments a) {
        int i = 0;
        for (; i + 1 < a.count(); i += 2) {
            if (a.isTrue(i)) {
                return a.get(i + 1);
            }
        }
        return a.get(i);
    }

    private static @Nullable Object switchOver(Arguments a) {
        Object value = a.get(0);
        int i = 1;
        for (; i + 1 < a.count(); i += 2) {
            Object item = a.get(i);
            if (value != null && item != null && Evaluation.sameValue(value, item)) {
                return a.get(i + 1);
            }
        }
        return a.get(i);
    }

    static Expression between(Expression call) {
        List<Expression> parts = call.parts();
        return new Expression.Logic(
                Expression.Connective.AND,
                List.of(
                        new Expression.Compare(Expression.Comparison.GE, parts.get(0), parts.get(1)),
                        new Expression.Compare(Expression.Comparison.LE, parts.get(0), parts.get(2))));
    }

    private static List<FunctionSpec> connectives() {
        return List.of(
                logic("AND", "且", "And")
                        .says("是否全部成立，等同于运算符 AND。", "Whether all hold; as by the operator AND.")
                        .repeating(Kind.BOOL, 1, null, CONDITION)
                        .example("AND(1 < 2, 2 < 3)", "TRUE"),
                logic("OR", "或", "Or")
                        .says("是否至少一个成立，等同于运算符 OR。", "Whether at least one holds; as by the operator OR.")
                        .repeating(Kind.BOOL, 1, null, CONDITION)
                        .example("OR(1 > 2, BLANK = 1)", "FALSE"),
                logic("NOT", "非", "Not")
                        .says("是否不成立；空值算不成立。", "Whether it does not hold; blank does not.")
                        .takes(Kind.BOOL, CONDITION)
                        .example("NOT(BLANK > 1)", "TRUE"),
                logic("XOR", "异或", "Exclusive or")
                        .says("成立的个数是否为奇数。", "Whether an odd number of them hold.")
                        .repeating(Kind.BOOL, 1, null, CONDITION)
                        .lenient()
                        .example("XOR(1 < 2, 2 < 3)", "FALSE")
                        .runs(LogicFunctions::xor));
    }

    private static boolean xor(Arguments a) {
        boolean odd = false;
        for (int i = 0; i < a.count(); i++) {
            odd ^= a.isTrue(i);
        }
        return odd;
    }

    private static List<FunctionSpec> blanks() {
        return List.of(
                logic("ISBLANK", "为空", "Is blank")
                        .says("是否为空；空文本和空列表也算空。", "Whether it is blank; an empty text or list is.")
                        .takes(Kind.BOOL, VALUE)
                        .lenient()
                        .example("ISBLANK(BLANK)", "TRUE")
                        .example("ISBLANK(1 / 0)", "TRUE")
                        .example("ISBLANK(\"\")", "TRUE")
                        .example("ISBLANK(0)", "FALSE")
                        .runs(a -> a.get(0) == null),
                logic("IFBLANK", "空则", "If blank")
                        .says("值为空时取另一个值。", "Another value when the first is blank.")
                        .also("IFERROR", "NVL")
                        .takes(Kind.ANY, VALUE, OTHERWISE)
                        .lenient()
                        .example("IFBLANK(BLANK, 0)", "0")
                        .example("IFERROR(1 / 0, -1)", "-1")
                        .runs(LogicFunctions::coalesce),
                logic("COALESCE", "首个非空", "First that is not blank")
                        .says("第一个不为空的值。", "The first value that is not blank.")
                        .repeating(Kind.ANY, 1, null, VALUE)
                        .lenient()
                        .example("COALESCE(BLANK, \"\", \"微信\")", "\"微信\"")
                        .runs(LogicFunctions::coalesce),
                logic("NULLIF", "相等则空", "Blank if equal")
                        .says("两值相等时为空，否则取第一个。", "Blank when both are equal, else the first.")
                        .takes(Kind.ANY, VALUE, Parameter.of("等于", "item", Kind.ANY))
                        .lenient()
                        .example("NULLIF(0, 0)", "BLANK")
                        .example("NULLIF(5, 0)", "5")
                        .repeats(2)
                        .runs(LogicFunctions::nullIf),
                logic("ISNUMERIC", "是数字", "Spells a number")
                        .says("文本写的是不是数字。", "Whether a text spells a number.")
                        .takes(Kind.BOOL, Parameter.of("文本", "text", Kind.TEXT))
                        .example("ISNUMERIC(\"12.5\")", "TRUE")
                        .example("ISNUMERIC(\"十二\")", "FALSE")
                        .expands(call -> new Expression.Not(new Expression.Call(
                                "ISBLANK",
                                List.of(new Expression.Call("VALUE", call.parts(), Type.NUMBER)),
                                Type.BOOL))));
    }

    private static @Nullable Object nullIf(Arguments a) {
        Object value = a.get(0);
        Object other = a.get(1);
        return value != null && other != null && Evaluation.sameValue(value, other) ? null : value;
    }

    private static @Nullable Object coalesce(Arguments a) {
        for (int i = 0; i < a.count(); i++) {
            Object value = a.get(i);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
