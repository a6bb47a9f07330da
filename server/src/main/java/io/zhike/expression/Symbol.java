package io.zhike.expression;

import io.zhike.message.Label;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a name stands for in an entity.
 *
 * @param code what is stored in trees; never changes
 * @param options the options by code, in their order, for fields whose values are options; else empty
 * @param children where the name stands for many records; then it is usable only in aggregates
 */
public record Symbol(String code, Label label, Type type, Map<String, Label> options, Optional<Children> children) {

    public Symbol {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A plain field. */
    public static Symbol of(String code, Label label, Type type) {
        return new Symbol(code, label, type, Map.of(), Optional.empty());
    }

    /** A field whose values are options. */
    public static Symbol select(String code, Label label, Type type, Map<String, Label> options) {
        return new Symbol(code, label, type, options, Optional.empty());
    }

    /** A child table, a reverse relation or a relation to many, of records of {@code entity}. */
    public static Symbol children(String code, Label label, String entity) {
        Type type = new Type.ListOf(new Type.RecordOf(entity));
        return new Symbol(code, label, type, Map.of(), Optional.of(new Children(entity)));
    }

    /** The records of {@code entity} that belong to a record. */
    public record Children(String entity) {}
}
