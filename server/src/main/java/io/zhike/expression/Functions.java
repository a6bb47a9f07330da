package io.zhike.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue of all functions, which documentation and the editor's completion read. */
public final class Functions {
    private static final List<FunctionSpec> ALL = Stream.of(
                    TextFunctions.all(),
                    NumberFunctions.all(),
                    LogicFunctions.all(),
                    DateFunctions.all(),
                    PeriodFunctions.all(),
                    ListFunctions.all(),
                    MemberFunctions.all(),
                    AggregateFunctions.all())
            .flatMap(List::stream)
            .toList();

    private static final Map<String, FunctionSpec> BY_NAME = byName();

    private Functions() {}

    /** All functions, by group and in a readable order. */
    public static List<FunctionSpec> all() {
        return ALL;
    }

    /** The function typed as {@code name}: its name, an alias or its Chinese title, in any case. */
    public static Optional<FunctionSpec> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    /** The function of that canonical name, which a checked tree holds. */
    static FunctionSpec get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no function " + name));
    }

    /** All names that may be typed. */
    static Collection<String> names() {
        return BY_NAME.keySet();
    }

    private static Map<String, FunctionSpec> byName() {
        Map<String, FunctionSpec> byName = new HashMap<>();
        for (FunctionSpec spec : ALL) {
            List<String> names = new ArrayList<>(spec.aliases());
            names.add(spec.name());
            names.add(spec.title().in(io.zhike.message.Language.ZH));
            for (String name : names) {
                if (byName.put(name.toUpperCase(Locale.ROOT), spec) != null) {
                    throw new IllegalStateException("two functions are called " + name);
                }
            }
        }
        return Map.copyOf(byName);
    }
}
