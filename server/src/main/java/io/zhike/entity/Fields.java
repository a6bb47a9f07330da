package io.zhike.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The fields of an entity in their order, the system's last; found by code. */
public final class Fields implements Iterable<Field> {
    private final Map<String, Field> byCode;
    private final List<Field> inOrder;

    /** @throws IllegalArgumentException where two fields have the same code */
    public Fields(Collection<Field> fields) {
        Map<String, Field> map = new LinkedHashMap<>();
        for (Field field : fields) {
            if (map.put(field.code(), field) != null) {
                throw new IllegalArgumentException("two fields with the code '" + field.code() + "'");
            }
        }
        this.byCode = Collections.unmodifiableMap(map);
        this.inOrder = List.copyOf(map.values());
    }

    public Optional<Field> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** @throws IllegalArgumentException where there is none */
    public Field get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no field '" + code + "'"));
    }

    public boolean has(String code) {
        return byCode.containsKey(code);
    }

    public Stream<Field> stream() {
        return inOrder.stream();
    }

    public List<Field> where(Predicate<Field> wanted) {
        List<Field> found = new ArrayList<>();
        for (Field field : inOrder) {
            if (wanted.test(field)) {
                found.add(field);
            }
        }
        return Collections.unmodifiableList(found);
    }

    @Override
    public Iterator<Field> iterator() {
        return inOrder.iterator();
    }
}
