package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class SchemasTest {

    @Test
    void makesAWorkspaceSchemaWithItsTables() {
        WorkspaceSchema schema = TestDatabase.newWorkspaceSchema();

        int rows = TestDatabase.database().read(ctx -> ctx.fetchCount(schema.table("counter")));

        assertThat(rows).isZero();
    }

    @Test
    void gramsAreTheDistinctLowerCasePairs() {
        assertThat(grams("张三丰 ABab")).containsExactlyInAnyOrder("张三", "三丰", "丰 ", " a", "ab", "ba");
        assertThat(grams("张")).containsExactly("张");
        assertThat(grams("")).isEmpty();
        assertThat(grams("aaaa")).containsExactly("aa");
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

    private static List<String> grams(String text) {
        return Arrays.asList(TestDatabase.database()
                .read(ctx -> ctx.select(DSL.function(SystemSchema.qualify("grams"), String[].class, DSL.val(text)))
                        .fetchSingle()
                        .value1()));
    }
}
