package io.zhike.entity;

import io.zhike.entity.type.BuiltInKinds;
import io.zhike.expression.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All kinds of field that there are, found by the code that definitions carry. */
public final class FieldTypes {
    private static final Map<String, FieldKind> BY_CODE = byCode(BuiltInKinds.ALL);

    private FieldTypes() {}

    /** The kind of that code; empty where there is none. */
    public static Optional<FieldKind> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** All kinds, in the order a builder offers them. */
    public static List<FieldKind> all() {
        return List.copyOf(BY_CODE.values());
    }

    /** The codes of all kinds, in that order. */
    public static List<String> codes() {
        return List.copyOf(BY_CODE.keySet());
    }

    /** The plainest type whose values are of {@code type}; empty for a list, which no computed field holds. */
    public static Optional<FieldType> holding(Type type) {
        return type instanceof Type.ListOf ? Optional.empty() : Optional.of(BuiltInKinds.plain(type));
    }

    private static Map<String, FieldKind> byCode(List<FieldKind> kinds) {
        Map<String, FieldKind> map = new LinkedHashMap<>();
        kinds.forEach(kind -> map.put(kind.code(), kind));
        return Collections.unmodifiableMap(map);
    }
}
