package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementLintTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            set search_path = w_abcd                                             | search_path
            select set_config('x', current_setting('y'), true) from job          | table without its schema: job
            select pg_advisory_lock(1)                                           | session advisory lock
            select pg_catalog.pg_try_advisory_lock(1)                            | session advisory lock
            merge into zhike.a using zhike.b on true when matched then delete    | MERGE
            update zhike.a set b = gen_random_uuid()                             | volatile function in UPDATE: gen_random_uuid
            update "job" set a = 1                                               | table without its schema: "job"
            insert into "job" ("a") values (1)                                   | table without its schema: "job"
            insert into job values (1)                                           | table without its schema: job
            delete from only job                                                 | table without its schema: job
            select * from zhike.a, b where true                                  | table without its schema: b
            select * from zhike.a join lateral b on true                         | table without its schema: b
            select * from (select 1 from inner_one) x                            | table without its schema: inner_one
            select distinct a from job                                           | table without its schema: job
            with a as (select 1) select * from a, b                              | table without its schema: b
            delete from zhike.a using b where true                               | table without its schema: b
            create table if not exists "x" (a int)                               | table without its schema: "x"
            alter table x add a int                                              | table without its schema: x
            copy x (a) from stdin                                                | table without its schema: x
            select 1 from "w_aaaa"."x" join "w_bbbb"."y" on true                 | two workspaces: [w_aaaa, w_bbbb]
            """)
    void refuses(String sql, String violation) {
        assertThat(StatementLint.violations(sql)).containsExactly(violation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "select * from \"w_aaaa\".\"x\" as \"a\" join \"w_aaaa\".\"y\" as \"b\" on \"a\".\"id\" = \"b\".\"id\"",
                "select extract(epoch from at), substring(a from 2 for 3), trim(both ' ' from a) from zhike.x",
                "select a is distinct from b, a is not distinct from c from zhike.x",
                "select * from zhike.x for update skip locked",
                "select * from zhike.x for no key update of x",
                "select * from unnest(array[1]) n, lateral (select 1) m, pg_catalog.generate_series(1, 2) g",
                "with a as (select 1 from zhike.x), b (n) as materialized (select 2) select * from a, b",
                "with recursive tree (id) as (select id from zhike.x union all select id from tree) select * from tree",
                "insert into zhike.x (a) values ('from nowhere update job') on conflict (a) do update set a = excluded.a",
                "insert into zhike.x select a from zhike.y, zhike.z returning a, b",
                "update zhike.x set a = 1, b = now() from zhike.y where true",
                "copy \"w_aaaa\".\"x\" (\"a\") from stdin",
                "create index concurrently i on zhike.x using gin (a)",
                "drop table if exists zhike.x",
                "select pg_catalog.pg_advisory_xact_lock(1)",
                "select $$ from nowhere $$ /* from nowhere */ -- from nowhere",
                "select a from zhike.x order by b, c",
                "select count(*) filter (where a > 1), b from zhike.x group by grouping sets ((a, b), ())",
            })
    void lets(String sql) {
        assertThat(StatementLint.violations(sql)).isEmpty();
    }

    @Test
    void watchesTheTestDatabase() {
        assertThatThrownBy(() -> TestDatabase.database().read(ctx -> ctx.fetch("select 1 from job")))
                .hasMessageContaining("table without its schema: job");
    }
}
