package io.zhike.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import io.zhike.store.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class RowScopeTest {
    private static final UUID ANN = new UUID(1, 1);
    private static final UUID BOB = new UUID(2, 2);
    private static final UUID EAST = new UUID(3, 3);
    private static final UUID WEST = new UUID(4, 4);

    /** A condition that a test gives a meaning of its own: the row is marked. */
    private static final RowScope MARKED = new RowScope.Matching(new Expression.Literal(true, Type.BOOL));

    /** A share that a test gives a meaning of its own: the row is shared, or it cannot be told. */
    private static final RowScope SHARED = new RowScope.Shared(new Audience(Set.of(ANN), Set.of()), ShareLevel.READ);

    @Test
    void takesAwayAsSimplyAsPossible() {
        RowScope own = new RowScope.Own(ANN);
        assertThat(RowScope.minus(RowScope.NONE, own)).isEqualTo(RowScope.NONE);
        assertThat(RowScope.minus(own, RowScope.NONE)).isEqualTo(own);
        assertThat(RowScope.minus(own, RowScope.EVERYTHING)).isEqualTo(RowScope.NONE);
        assertThat(RowScope.minus(own, own)).isEqualTo(RowScope.NONE);
        assertThat(RowScope.minus(RowScope.minus(RowScope.EVERYTHING, own), MARKED))
                .isEqualTo(new RowScope.Minus(RowScope.EVERYTHING, new RowScope.AnyOf(List.of(own, MARKED))));
        assertThatThrownBy(() -> new RowScope.Minus(RowScope.NONE, own)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RowScope.Minus(own, RowScope.EVERYTHING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesItselfApartIntoWhatAnIndexServes() {
        RowScope own = new RowScope.Own(ANN);
        RowScope other = new RowScope.Matching(new Expression.Literal(false, Type.BOOL));
        RowScope east = RowScope.departments(Set.of(EAST));
        RowScope all = RowScope.anyOf(List.of(own, MARKED, SHARED, other, east));
        assertThat(all.branches(_ -> false)).containsExactly(own, SHARED, east, RowScope.anyOf(List.of(MARKED, other)));
        assertThat(RowScope.minus(RowScope.anyOf(List.of(own, east)), MARKED).branches(_ -> false))
                .containsExactly(new RowScope.Minus(own, MARKED), new RowScope.Minus(east, MARKED));
        assertThat(RowScope.minus(RowScope.anyOf(List.of(own, east)), own).branches(_ -> false))
                .contains(new RowScope.Minus(east, own));
        assertThat(own.branches(_ -> false)).containsExactly(own);
        assertThat(RowScope.NONE.branches(_ -> false)).containsExactly(RowScope.NONE);
        assertThat(all.branches(condition -> condition.equals(((RowScope.Matching) other).condition())))
                .as("a condition that an index serves is by itself, as many as are worth it")
                .containsExactly(other, own, SHARED, east, MARKED);
    }

    @Test
    void tellsWhatIsSharedFromWhatHoldsBesides() {
        RowScope own = new RowScope.Own(ANN);
        assertThat(SHARED.sharing()).contains((RowScope.Shared) SHARED);
        assertThat(SHARED.besideSharing()).isEqualTo(RowScope.EVERYTHING);
        assertThat(RowScope.minus(SHARED, own).sharing()).contains((RowScope.Shared) SHARED);
        assertThat(RowScope.minus(SHARED, own).besideSharing()).isEqualTo(RowScope.minus(RowScope.EVERYTHING, own));
        assertThat(own.sharing()).isEmpty();
        assertThat(RowScope.anyOf(List.of(own, SHARED)).sharing()).isEmpty();
    }

    /** Nobody owns the row, so it cannot be told whether the denied owner does: it is not taken away. */
    @Test
    void whatCannotBeToldDeniesNothing() {
        RowScope scope = RowScope.minus(RowScope.EVERYTHING, new RowScope.Own(BOB));
        assertThat(scope.reaches(values(null, EAST, false, false))).isTrue();
        assertThat(selects(scope, null, EAST, false, false)).isTrue();
        assertThat(selects(scope, BOB, EAST, false, false)).isFalse();
        assertThat(selects(scope, ANN, EAST, false, false)).isTrue();
    }

    @Test
    void saysSeveralScopesAsSimplyAsPossible() {
        assertThat(RowScope.anyOf(List.of())).isEqualTo(RowScope.NONE);
        assertThat(RowScope.anyOf(List.of(RowScope.NONE, RowScope.NONE))).isEqualTo(RowScope.NONE);
        assertThat(RowScope.anyOf(List.of(new RowScope.Own(ANN), RowScope.EVERYTHING)))
                .isEqualTo(RowScope.EVERYTHING);
        assertThat(RowScope.anyOf(List.of(new RowScope.Own(ANN), RowScope.NONE, new RowScope.Own(ANN))))
                .isEqualTo(new RowScope.Own(ANN));
        assertThat(RowScope.anyOf(List.of(RowScope.departments(Set.of(EAST)), RowScope.departments(Set.of(WEST)))))
                .isEqualTo(new RowScope.Departments(Set.of(EAST, WEST)));
        RowScope both = RowScope.anyOf(List.of(new RowScope.Own(ANN), RowScope.departments(Set.of(EAST))));
        assertThat(RowScope.anyOf(List.of(both, MARKED, both)))
                .isEqualTo(new RowScope.AnyOf(
                        List.of(new RowScope.Own(ANN), MARKED, new RowScope.Departments(Set.of(EAST)))));
        assertThat(RowScope.departments(Set.of())).isEqualTo(RowScope.NONE);
    }

    @Test
    void refusesScopesThatAreNotSimplified() {
        assertThatThrownBy(() -> new RowScope.Departments(Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RowScope.AnyOf(List.of(new RowScope.Own(ANN))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RowScope.AnyOf(List.of(new RowScope.Own(ANN), RowScope.EVERYTHING)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparesBareColumnsSoThatIndexesServe() {
        DSLContext ctx = DSL.using(SQLDialect.POSTGRES);
        assertThat(ctx.render(new RowScope.Own(ANN).toCondition(columns()))).startsWith("\"owner\" = ");
        // One by itself: only then are the rows of an index by department in the order of the list.
        assertThat(ctx.render(new RowScope.Departments(Set.of(EAST)).toCondition(columns())))
                .startsWith("\"department\" = ")
                .doesNotContain("any");
        assertThat(ctx.render(new RowScope.Departments(Set.of(EAST, WEST)).toCondition(columns())))
                .isEqualTo("\"department\" in (cast(? as uuid), cast(? as uuid))");
        Set<UUID> many = Stream.generate(UUID::randomUUID).limit(51).collect(Collectors.toSet());
        assertThat(ctx.render(new RowScope.Departments(many).toCondition(columns())))
                .isEqualTo("\"department\" = any (cast(? as uuid[]))");
    }

    /** The condition and the check in memory agree on every scope and row. */
    @Test
    void reachesInMemoryWhatItsConditionSelects() {
        Random random = new Random(5);
        List<UUID> people = Arrays.asList(ANN, BOB, null);
        List<UUID> departments = Arrays.asList(EAST, WEST, null);
        for (int i = 0; i < 300; i++) {
            RowScope scope = random(random);
            UUID owner = people.get(random.nextInt(3));
            UUID department = departments.get(random.nextInt(3));
            boolean marked = random.nextBoolean();
            boolean shared = random.nextBoolean();
            boolean served = random.nextBoolean();
            assertThat(scope.branches(_ -> served))
                    .as("branches of %s", scope)
                    .extracting(branch -> branch.reaches(values(owner, department, marked, shared)))
                    .matches(branches ->
                            branches.contains(true) == scope.reaches(values(owner, department, marked, shared)));
            assertThat(scope.reaches(values(owner, department, marked, shared)))
                    .as("%s on owner %s, department %s, marked %s, shared %s", scope, owner, department, marked, shared)
                    .isEqualTo(selects(scope, owner, department, marked, shared));
        }
    }

    private static boolean selects(RowScope scope, UUID owner, UUID department, boolean marked, boolean shared) {
        return TestDatabase.database()
                .read(ctx -> ctx.fetchExists(DSL.selectOne()
                        .from(DSL.values(DSL.row(
                                        DSL.val(owner, SQLDataType.UUID),
                                        DSL.val(department, SQLDataType.UUID),
                                        DSL.val(marked),
                                        DSL.val(shared)))
                                .as("t", "owner", "department", "mark", "shared"))
                        .where(scope.toCondition(columns()))));
    }

    private static RowScope random(Random random) {
        RowScope given = some(random);
        return random.nextInt(3) == 0 ? given : RowScope.minus(given, some(random));
    }

    private static RowScope some(Random random) {
        List<RowScope> all = List.of(
                RowScope.NONE,
                RowScope.EVERYTHING,
                new RowScope.Own(ANN),
                new RowScope.Own(BOB),
                RowScope.departments(Set.of(EAST)),
                RowScope.departments(Set.of(EAST, WEST)),
                MARKED,
                SHARED);
        List<RowScope> some = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return RowScope.anyOf(some);
    }

    private static Field<UUID> owner() {
        return DSL.field(DSL.quotedName("owner"), SQLDataType.UUID);
    }

    private static Field<UUID> department() {
        return DSL.field(DSL.quotedName("department"), SQLDataType.UUID);
    }

    private static Field<Boolean> mark() {
        return DSL.field(DSL.quotedName("mark"), SQLDataType.BOOLEAN);
    }

    private static RowScope.Columns columns() {
        return new RowScope.Columns() {
            @Override
            public Field<UUID> owner() {
                return RowScopeTest.owner();
            }

            @Override
            public Field<UUID> department() {
                return RowScopeTest.department();
            }

            @Override
            public Condition matching(Expression condition) {
                return DSL.condition(mark());
            }

            @Override
            public Condition shared(RowScope.Shared with) {
                return DSL.condition(DSL.field(DSL.quotedName("shared"), SQLDataType.BOOLEAN));
            }
        };
    }

    private static RowScope.Values values(UUID owner, UUID department, boolean marked, boolean shared) {
        return new RowScope.Values() {
            @Override
            public UUID owner() {
                return owner;
            }

            @Override
            public UUID department() {
                return department;
            }

            @Override
            public boolean matches(Expression condition) {
                return marked;
            }

            @Override
            public boolean shares(RowScope.Shared with) {
                return shared;
            }
        };
    }
}
