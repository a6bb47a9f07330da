package io.zhike.expression;

import static io.zhike.expression.FunctionSpec.Kind;
import static io.zhike.expression.FunctionSpec.Parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Functions on lists, such as the values of a multi-select. */
final class ListFunctions {
    private static final Parameter LIST = Parameter.of("列表", "list", Kind.LIST);
    private static final Parameter OTHER = Parameter.of("另一列表", "other list", Kind.LIST);

    private ListFunctions() {}

    static List<FunctionSpec> all() {
        return List.of(
                list("CONTAINS", "包含", "Contains")
                        .says(
                                "列表里有没有某一项，或文本里有没有某段（字母不分大小写）。",
                                "Whether a list has an item, or a text holds another in either case.")
                        .takes(Kind.BOOL, LIST, Parameter.of("项", "item", Kind.ITEM))
                        .takes(
                                Kind.BOOL,
                                Parameter.of("文本", "text", Kind.TEXT),
                                Parameter.of("要找的文本", "find", Kind.TEXT))
                        .lenient()
                        .example("CONTAINS([\"VIP\", \"老客户\"], \"VIP\")", "TRUE")
                        .example("CONTAINS(\"上海知客Acme\", \"acme\")", "TRUE")
                        .example("CONTAINS(\"50%\", \"5_%\")", "FALSE")
                        .example("CONTAINS(BLANK, \"a\")", "FALSE")
                        .runs(ListFunctions::contains),
                list("CONTAINSANY", "包含任一", "Contains any")
                        .says("两个列表有没有共同的项。", "Whether two lists have an item in common.")
                        .takes(Kind.BOOL, LIST, OTHER)
                        .lenient()
                        .example("CONTAINSANY([\"a\", \"b\"], [\"b\", \"c\"])", "TRUE")
                        .example("CONTAINSANY([\"a\"], [])", "FALSE")
                        .runs(a -> a.list(1).stream().anyMatch(item -> has(a.list(0), item))),
                list("CONTAINSALL", "包含全部", "Contains all")
                        .says(
                                "第一个列表是否有第二个的每一项；有一个为空则不成立。",
                                "Whether the first list has every item of the second; not when one is blank.")
                        .takes(Kind.BOOL, LIST, OTHER)
                        .lenient()
                        .example("CONTAINSALL([\"a\", \"b\"], [\"b\", \"b\"])", "TRUE")
                        .example("CONTAINSALL([\"a\"], [\"a\", \"c\"])", "FALSE")
                        .example("CONTAINSALL([\"a\"], [])", "FALSE")
                        .runs(a -> !a.list(1).isEmpty() && a.list(1).stream().allMatch(item -> has(a.list(0), item))),
                list("SIZE", "项数", "Size")
                        .says("列表有几项；空值是 0。", "How many items a list has; 0 for blank.")
                        .takes(Kind.NUMBER, LIST)
                        .lenient()
                        .example("SIZE([\"a\", \"b\"])", "2")
                        .example("SIZE([])", "0")
                        .runs(a -> BigDecimal.valueOf(a.list(0).size())),
                list("NTH", "第几项", "Item")
                        .says(
                                "列表的第几项，第一项是 1，-1 是最后一项；没有则为空。",
                                "An item by its place; 1 is the first, -1 the last; blank when there is none.")
                        .takes(Kind.ANY, LIST, Parameter.of("位置", "place", Kind.NUMBER))
                        .example("NTH([\"a\", \"b\"], 2)", "\"b\"")
                        .example("NTH([\"a\", \"b\"], -1)", "\"b\"")
                        .example("NTH([\"a\"], 5)", "BLANK")
                        .repeats(9)
                        .runs(a -> nth(a.list(0), a.whole(1, -Limits.RESULT, Limits.RESULT))),
                list("JOIN", "合并", "Join a list")
                        .says("用分隔符把文本列表接起来。", "The texts of a list with a separator between them.")
                        .takes(
                                Kind.TEXT,
                                Parameter.of("列表", "list", Kind.TEXTS),
                                Parameter.of("分隔符", "separator", Kind.TEXT).orNone())
                        .lenient()
                        .example("JOIN([\"a\", \"b\"], \"; \")", "\"a; b\"")
                        .example("JOIN([\"a\", \"b\"])", "\"a,b\"")
                        .runs(ListFunctions::join),
                list("UNIQUE", "去重", "Unique")
                        .says("每一项只留一个，按大小排列。", "Each item once, in order of size.")
                        .takes(Kind.LIST, LIST)
                        .example("UNIQUE([3, 1, 3.0])", "[1, 3]")
                        .runs(ListFunctions::unique),
                list("SORT", "排序", "Sort")
                        .says("从小到大排列。", "The items from the least to the greatest.")
                        .takes(Kind.LIST, LIST)
                        .example("SORT([\"b\", \"a\", \"😀\", \"～\"])", "[\"a\", \"b\", \"～\", \"😀\"]")
                        .runs(ListFunctions::sort));
    }

    private static FunctionSpec list(String name, String zh, String en) {
        return FunctionSpec.named(name, FunctionSpec.Group.LIST, zh, en);
    }

    private static boolean contains(Arguments a) {
        if (a.type(0) instanceof Type.ListOf) {
            Object item = a.get(1);
            return item != null && has(a.list(0), item);
        }
        return TextFunctions.folded(a, String::contains);
    }

    private static boolean has(List<?> list, Object item) {
        return list.stream().anyMatch(one -> Evaluation.sameValue(one, item));
    }

    private static @Nullable Object nth(List<?> list, int place) {
        int index = place > 0 ? place - 1 : place < 0 ? list.size() + place : -1;
        return index < 0 || index >= list.size() ? null : list.get(index);
    }

    private static String join(Arguments a) {
        Object separator = a.get(1);
        String between = a.count() < 2 ? "," : separator == null ? "" : (String) separator;
        return Texts.bounded(
                String.join(between, a.list(0).stream().map(String.class::cast).toList()));
    }

    private static List<Object> unique(Arguments a) {
        TreeSet<Object> set = new TreeSet<>(Evaluation::order);
        set.addAll(a.list(0));
        return new ArrayList<>(set);
    }

    private static List<Object> sort(Arguments a) {
        List<Object> sorted = new ArrayList<>(a.list(0));
        Collections.sort(sorted, Evaluation::order);
        return sorted;
    }
}
