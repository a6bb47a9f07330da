package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class SchemasTest {
    private final Database database = TestDatabase.database();

    @Test
    void makesAWorkspaceSchemaWithItsTables() {
        WorkspaceSchema schema = TestDatabase.newWorkspaceSchema();

        int rows = TestDatabase.database().read(ctx -> ctx.fetchCount(schema.table("counter")));

        assertThat(rows).isZero();
    }

    @Test
    void makingTheSameSchemaAgainChangesNothing() {
        WorkspaceSchema schema = TestDatabase.newWorkspaceSchema();
        database.writing(
                ctx -> ctx.insertInto(schema.table("counter")).values("a", 1L).execute());

        TestDatabase.schemas().create(schema);

        assertThat(count(schema)).isOne();
        assertThat(comment(schema)).isEqualTo("zhike " + Scripts.fingerprint("db/workspace"));
    }

    @Test
    void finishesWhatAKilledNodeBegan() {
        WorkspaceSchema schema = new WorkspaceSchema("w_begun1");
        database.writing(ctx -> {
            ctx.createSchema(schema.name()).execute();
            ctx.execute("comment on schema w_begun1 is 'zhike unfinished'");
        });

        TestDatabase.migrate();

        assertThat(count(schema)).isZero();
        assertThat(comment(schema)).isEqualTo("zhike " + Scripts.fingerprint("db/workspace"));
    }

    @Test
    void leavesSchemasThatAreNotOursAlone() {
        database.writing(ctx -> {
            ctx.createSchema("w_theirs").execute();
            ctx.createSchema("theirs").execute();
            ctx.execute("comment on schema theirs is 'zhike something'");
        });

        TestDatabase.migrate();

        Integer tables = database.read(ctx -> ctx.fetchSingle(
                        "select count(*) from pg_catalog.pg_tables where schemaname in ('w_theirs', 'theirs')")
                .into(Integer.class));
        assertThat(tables).isZero();
    }

    @Test
    void twoNodesMayMakeTheSameSchemaAtTheSameTime() throws Exception {
        WorkspaceSchema schema = new WorkspaceSchema("w_twice1");
        Callable<Boolean> making = () -> {
            new Schemas(TestDatabase.dataSource()).create(schema);
            return true;
        };
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> made : nodes.invokeAll(List.of(making, making))) {
                assertThat(made.get()).isTrue();
            }
        }
        assertThat(count(schema)).isZero();
    }

    @Test
    void gramsAreTheLowerCasePairs() {
        assertThat(grams("张三丰 ABab")).containsOnly("张三", "三丰", "丰 ", " a", "ab", "ba");
        assertThat(grams("张")).containsExactly("张");
        assertThat(grams("")).isEmpty();
        assertThat(grams("aaaa")).containsOnly("aa");
    }

    @Test
    void ordersChineseByPinyin() {
        List<String> ordered = TestDatabase.database()
                .read(ctx -> ctx.resultQuery(
                                "select n from unnest(array['张','李','王','阿']) n order by n collate {0}",
                                DSL.collation(SystemSchema.qualify("zh")))
                        .fetchInto(String.class));

        assertThat(ordered).containsExactly("阿", "李", "王", "张");
    }

    private int count(WorkspaceSchema schema) {
        return database.read(ctx -> ctx.fetchCount(schema.table("counter")));
    }

    private String comment(WorkspaceSchema schema) {
        return database.read(ctx -> ctx.fetchSingle(
                        "select obj_description(oid, 'pg_namespace') from pg_catalog.pg_namespace where nspname = ?",
                        schema.name())
                .into(String.class));
    }

    private static List<String> grams(String text) {
        return Arrays.asList(TestDatabase.database()
                .read(ctx -> ctx.select(DSL.function(SystemSchema.qualify("grams"), String[].class, DSL.val(text)))
                        .fetchSingle()
                        .value1()));
    }
}
