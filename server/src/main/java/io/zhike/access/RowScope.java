package io.zhike.access;

import io.zhike.expression.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Which records of one entity somebody reaches. */
public sealed interface RowScope {

    RowScope NONE = new None();
    RowScope EVERYTHING = new Everything();

    /** No record. */
    record None() implements RowScope {}

    /** Every record. */
    record Everything() implements RowScope {}

    /** What the member owns. */
    record Own(UUID member) implements RowScope {}

    /** What belongs to one of these departments. */
    record Departments(Set<UUID> departments) implements RowScope {
        public Departments {
            departments = Set.copyOf(departments);
            if (departments.isEmpty()) {
                throw new IllegalArgumentException("a scope of no department is None");
            }
        }
    }

    /** What a condition of a role holds for; it sees all fields, whatever the member may read. */
    record Matching(Expression condition) implements RowScope {}

    /** What one of these reaches: at least two, none of them None, Everything or AnyOf. Made by {@link #anyOf}. */
    record AnyOf(List<RowScope> scopes) implements RowScope {
        public AnyOf {
            scopes = List.copyOf(scopes);
            if (scopes.size() < 2 || scopes.stream().anyMatch(AnyOf::simplifies)) {
                throw new IllegalArgumentException("not simplified: " + scopes);
            }
        }

        private static boolean simplifies(RowScope scope) {
            return scope instanceof None || scope instanceof Everything || scope instanceof AnyOf;
        }
    }

    /** The scope of {@code departments}; {@link None} where there are none. */
    static RowScope departments(Collection<UUID> departments) {
        return departments.isEmpty() ? NONE : new Departments(Set.copyOf(departments));
    }

    /** What at least one of {@code scopes} reaches, said as simply as possible. */
    static RowScope anyOf(Collection<RowScope> scopes) {
        Set<RowScope> others = new LinkedHashSet<>();
        Set<UUID> departments = new LinkedHashSet<>();
        for (RowScope scope : flat(scopes)) {
            switch (scope) {
                case None _ -> {}
                case Everything _ -> {
                    return EVERYTHING;
                }
                case Departments(Set<UUID> more) -> departments.addAll(more);
                case Own _, Matching _ -> others.add(scope);
                case AnyOf _ -> throw new IllegalStateException("unreachable: flattened");
            }
        }
        if (!departments.isEmpty()) {
            others.add(new Departments(departments));
        }
        return switch (others.size()) {
            case 0 -> NONE;
            case 1 -> others.iterator().next();
            default -> new AnyOf(List.copyOf(others));
        };
    }

    /** This scope as a condition over a table. */
    default Condition toCondition(Columns columns) {
        return switch (this) {
            case None _ -> DSL.falseCondition();
            case Everything _ -> DSL.trueCondition();
            case Own(UUID member) -> columns.owner().eq(member);
            case Departments(Set<UUID> departments) ->
                columns.department()
                        .eq(DSL.any(
                                DSL.val(departments.stream().sorted().toArray(UUID[]::new), SQLDataType.UUID.array())));
            case Matching(Expression condition) -> columns.matching(condition);
            case AnyOf(List<RowScope> scopes) ->
                DSL.or(scopes.stream().map(scope -> scope.toCondition(columns)).toList());
        };
    }

    /** Whether one record is reached. Agrees with {@link #toCondition}. */
    default boolean reaches(Values values) {
        return switch (this) {
            case None _ -> false;
            case Everything _ -> true;
            case Own(UUID member) -> member.equals(values.owner());
            case Departments(Set<UUID> departments) -> {
                UUID department = values.department();
                yield department != null && departments.contains(department);
            }
            case Matching(Expression condition) -> values.matches(condition);
            case AnyOf(List<RowScope> scopes) -> scopes.stream().anyMatch(scope -> scope.reaches(values));
        };
    }

    private static List<RowScope> flat(Collection<RowScope> scopes) {
        List<RowScope> flat = new ArrayList<>();
        for (RowScope scope : scopes) {
            if (scope instanceof AnyOf(List<RowScope> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(scope);
            }
        }
        return flat;
    }

    /** The columns of the table that a scope becomes a condition over. */
    interface Columns {
        org.jooq.Field<UUID> owner();

        org.jooq.Field<UUID> department();

        /** The condition of a role, over the unmasked record. */
        Condition matching(Expression condition);
    }

    /** One record in memory. */
    interface Values {
        @Nullable
        UUID owner();

        @Nullable
        UUID department();

        /** Whether the condition of a role, over the unmasked record, is true. */
        boolean matches(Expression condition);
    }
}
