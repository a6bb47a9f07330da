package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueLintTest {
    /** Without the lint of statements, which would refuse what is made here on purpose. */
    private final Database database = new Database(TestDatabase.dataSource());

    @Test
    void theSchemasOfThisReleaseAreAsTheyShouldBe() {
        assertThat(CatalogueLint.violations(database, TestDatabase.newWorkspaceSchema()))
                .isEmpty();
        assertThat(CatalogueLint.violations(database, SystemSchema.NAME)).isEmpty();
    }

    @Test
    void namesEveryKindOfViolation() {
        WorkspaceSchema schema = TestDatabase.newWorkspaceSchema();
        WorkspaceSchema other = TestDatabase.newWorkspaceSchema();
        database.writing(ctx -> ctx.execute("""
                create table ${s}.keyless (a int);
                create table ${s}.counted (a bigint generated always as identity primary key);
                create materialized view ${s}.seen as select 1 as a;
                create table ${s}.parent (a int primary key);
                create table ${s}.child (constraint child_pk primary key (a)) inherits (${s}.parent);
                create table ${s}.deep (a int, b int, primary key (a, b)) partition by range (a);
                create table ${s}.deeper partition of ${s}.deep for values from (0) to (9) partition by range (b);
                create table ${s}.abroad (a text primary key references ${o}.counter (name));
                create rule quiet as on delete to ${s}.parent do instead nothing;
                create trigger loud before update on ${s}.parent
                    for each row execute function suppress_redundant_updates_trigger();
                """.replace("${s}", schema.name()).replace("${o}", other.name())));

        assertThat(CatalogueLint.violations(database, schema))
                .containsExactlyInAnyOrder(
                        "table without a primary key: keyless",
                        "sequence, serial or identity: counted_a_seq",
                        "materialized view: seen",
                        "inheritance: child from parent",
                        "partitions of a partition: deeper",
                        "foreign key to another schema: abroad_a_fkey on abroad",
                        "rule: quiet on parent",
                        "trigger: loud on parent");
    }

    @Test
    void lettingMonthsBePartitionsIsFine() {
        WorkspaceSchema schema = TestDatabase.newWorkspaceSchema();
        database.writing(ctx -> ctx.execute("""
                create table ${s}.happened (at timestamptz, id uuid, primary key (at, id)) partition by range (at);
                create table ${s}.happened_2026_11 partition of ${s}.happened
                    for values from ('2026-11-01') to ('2026-12-01');
                """.replace("${s}", schema.name())));

        assertThat(CatalogueLint.violations(database, schema)).isEmpty();
    }
}
