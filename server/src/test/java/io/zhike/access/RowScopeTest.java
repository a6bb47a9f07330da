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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
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
        for (Set<UUID> departments : List.of(Set.of(EAST), Set.of(EAST, WEST))) {
            assertThat(ctx.render(new RowScope.Departments(departments).toCondition(columns())))
                    .isEqualTo("\"department\" = any (cast(? as uuid[]))");
        }
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
            boolean selected = TestDatabase.database().read(ctx -> {
                Record3<UUID, UUID, Boolean> row = ctx.newRecord(owner(), department(), mark());
                row.values(owner, department, marked);
                return ctx.fetchExists(DSL.selectOne()
                        .from(DSL.values(DSL.row(
                                        DSL.val(owner, SQLDataType.UUID),
                                        DSL.val(department, SQLDataType.UUID),
                                        DSL.val(marked)))
                                .as("t", "owner", "department", "mark"))
                        .where(scope.toCondition(columns())));
            });
            assertThat(scope.reaches(values(owner, department, marked)))
                    .as("%s on owner %s, department %s, marked %s", scope, owner, department, marked)
                    .isEqualTo(selected);
        }
    }

    private static RowScope random(Random random) {
        List<RowScope> all = List.of(
                RowScope.NONE,
                RowScope.EVERYTHING,
                new RowScope.Own(ANN),
                new RowScope.Own(BOB),
                RowScope.departments(Set.of(EAST)),
                RowScope.departments(Set.of(EAST, WEST)),
                MARKED);
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
        };
    }

    private static RowScope.Values values(UUID owner, UUID department, boolean marked) {
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
        };
    }
}
