package io.zhike.access;

import io.zhike.expression.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which records of one entity somebody reaches. */
public sealed interface RowScope {

    RowScope NONE = new None();
    RowScope EVERYTHING = new Everything();

    /** Each branch is planned by itself: beyond so many conditions, looking at the records costs less. */
    int MOST_SERVED = 4;

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

    /** What is shared with somebody by name, to be changed or at least to be read; see {@link RecordShares}. */
    record Shared(Audience audience, ShareLevel level) implements RowScope {}

    /**
     * What {@code of} reaches but for what {@code denied} reaches. Where it cannot be told whether a record is denied, since a
     * column is blank, it is not. Made by {@link #minus}.
     */
    record Minus(RowScope of, RowScope denied) implements RowScope {
        public Minus {
            if (of instanceof None || of instanceof Minus || denied instanceof None || denied instanceof Everything) {
                throw new IllegalArgumentException("not simplified: " + of + " but for " + denied);
            }
        }
    }

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
                case Own _, Matching _, Shared _, Minus _ -> others.add(scope);
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

    /** What {@code of} reaches and {@code denied} does not, said as simply as possible. */
    static RowScope minus(RowScope of, RowScope denied) {
        if (of instanceof None || denied instanceof Everything || of.equals(denied)) {
            return NONE;
        }
        if (denied instanceof None) {
            return of;
        }
        return of instanceof Minus(RowScope first, RowScope before)
                ? minus(first, anyOf(List.of(before, denied)))
                : new Minus(of, denied);
    }

    /**
     * Scopes that together reach what this one does, each of a kind that an index can serve by itself: all of them in one
     * condition none can. Conditions that none serves stay together, since each may have to look at every record. At least one.
     *
     * @param served whether an index gives the records of a condition; the first {@link #MOST_SERVED} are branches of their own
     */
    default List<RowScope> branches(Predicate<Expression> served) {
        return switch (this) {
            case None _, Everything _, Own _, Departments _, Matching _, Shared _ -> List.of(this);
            case AnyOf(List<RowScope> scopes) -> {
                Set<RowScope> alone = new LinkedHashSet<>(scopes.stream()
                        .filter(each -> each instanceof Matching(Expression condition) && served.test(condition))
                        .limit(MOST_SERVED)
                        .toList());
                scopes.stream().filter(each -> !(each instanceof Matching)).forEach(alone::add);
                RowScope others = anyOf(
                        scopes.stream().filter(each -> !alone.contains(each)).toList());
                if (!(others instanceof None)) {
                    alone.add(others);
                }
                yield List.copyOf(alone);
            }
            case Minus(RowScope of, RowScope denied) ->
                of.branches(served).stream().map(each -> minus(each, denied)).toList();
        };
    }

    /** What is shared, where this scope reaches nothing but that; less what it denies. */
    default Optional<Shared> sharing() {
        return switch (this) {
            case Shared shared -> Optional.of(shared);
            case Minus(RowScope of, RowScope _) -> of.sharing();
            case None _, Everything _, Own _, Departments _, Matching _, AnyOf _ -> Optional.empty();
        };
    }

    /** What has to hold beside of what {@link #sharing} gives. */
    default RowScope besideSharing() {
        return this instanceof Minus(RowScope _, RowScope denied) ? minus(EVERYTHING, denied) : EVERYTHING;
    }

    /** This scope as a condition over a table. */
    default Condition toCondition(Columns columns) {
        return switch (this) {
            case None _ -> DSL.falseCondition();
            case Everything _ -> DSL.trueCondition();
            case Own(UUID member) -> columns.owner().eq(member);
            case Departments(Set<UUID> departments) -> AmongIds.of(columns.department(), departments);
            case Matching(Expression condition) -> columns.matching(condition);
            case Shared shared -> columns.shared(shared);
            case Minus(RowScope of, RowScope denied) ->
                of.toCondition(columns)
                        .and(DSL.field(denied.toCondition(columns)).isDistinctFrom(DSL.inline(true)));
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
            case Shared shared -> values.shares(shared);
            case Minus(RowScope of, RowScope denied) -> of.reaches(values) && !denied.reaches(values);
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

        /** Whether the record is shared so. */
        Condition shared(Shared with);
    }

    /** One record in memory. */
    interface Values {
        @Nullable
        UUID owner();

        @Nullable
        UUID department();

        /** Whether the condition of a role, over the unmasked record, is true. */
        boolean matches(Expression condition);

        /** Whether the record is shared so: one of its shares that holds just now says it. */
        boolean shares(Shared with);
    }
}
