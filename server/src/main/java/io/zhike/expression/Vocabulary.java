package io.zhike.expression;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The names an expression may use. Beside the workspace's entities there are {@link #MEMBER} and {@link #DEPARTMENT},
 * whose fields are what paths such as {@code owner.department} read.
 */
public interface Vocabulary {
    String MEMBER = "$member";
    String DEPARTMENT = "$department";

    /** What {@code name}, a code or a label in either language, means in {@code entity}. A code wins over a label. */
    Optional<Symbol> find(String entity, String name);

    /** All symbols of {@code entity}, from which messages suggest the nearest name; may be empty. */
    default Collection<Symbol> symbols(String entity) {
        return List.of();
    }
}
