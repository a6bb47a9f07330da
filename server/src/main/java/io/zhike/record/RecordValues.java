package io.zhike.record;

import io.zhike.entity.GeoPoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of some fields of a record, by code. A field that is not here is not spoken of; one that is here with null is
 * blank. Immutable.
 */
public final class RecordValues {
    public static final RecordValues NONE = new RecordValues(Map.of());

    private final Map<String, @Nullable Object> byCode;

    private RecordValues(Map<String, @Nullable Object> byCode) {
        this.byCode = byCode;
    }

    public static RecordValues of(Map<String, ? extends @Nullable Object> values) {
        return values.isEmpty() ? NONE : new RecordValues(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }

    /** Whether the field is spoken of, blank or not. */
    public boolean has(String code) {
        return byCode.containsKey(code);
    }

    /** The value, or null where it is blank or not spoken of. */
    public @Nullable Object get(String code) {
        return byCode.get(code);
    }

    /** The values by code, blanks too; cannot be changed. */
    public Map<String, @Nullable Object> asMap() {
        return byCode;
    }

    public Set<String> codes() {
        return byCode.keySet();
    }

    public boolean isEmpty() {
        return byCode.isEmpty();
    }

    /** These values, overlaid by {@code later}. */
    public RecordValues overlaidBy(RecordValues later) {
        if (later.isEmpty()) {
            return this;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(byCode);
        all.putAll(later.byCode);
        return new RecordValues(Collections.unmodifiableMap(all));
    }

    /** These values with one more or another. */
    public RecordValues with(String code, @Nullable Object value) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(byCode);
        all.put(code, value);
        return new RecordValues(Collections.unmodifiableMap(all));
    }

    /** Those of {@code later} that differ from what is here. */
    public RecordValues changedIn(RecordValues later) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        later.byCode.forEach((code, value) -> {
            if (!same(byCode.get(code), value)) {
                changed.put(code, value);
            }
        });
        return of(changed);
    }

    /** Only the fields of {@code codes}. */
    public RecordValues only(Set<String> codes) {
        Map<String, @Nullable Object> some = new LinkedHashMap<>(byCode);
        some.keySet().retainAll(codes);
        return of(some);
    }

    /** Whether two values are the same to a person: 5 and 5.00 are. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof java.math.BigDecimal a && other instanceof java.math.BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one instanceof GeoPoint a && other instanceof GeoPoint b) {
            return a.longitude().compareTo(b.longitude()) == 0
                    && a.latitude().compareTo(b.latitude()) == 0
                    && Objects.equals(a.address(), b.address());
        }
        return Objects.equals(one, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecordValues that && byCode.equals(that.byCode);
    }

    @Override
    public int hashCode() {
        return byCode.hashCode();
    }

    @Override
    public String toString() {
        return byCode.toString();
    }
}
