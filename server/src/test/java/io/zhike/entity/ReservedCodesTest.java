package io.zhike.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.store.MonthPartitions;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.TestServer;
import java.time.YearMonth;
import java.util.List;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No entity can be called like something that its workspace's schema has already. */
class ReservedCodesTest {

    /** Tables, indexes and sequences share one space of names. */
    private static List<String> relations(WorkspaceSchema schema) {
        Table<?> classes = DSL.table(DSL.name("pg_catalog", "pg_class"));
        Table<?> spaces = DSL.table(DSL.name("pg_catalog", "pg_namespace"));
        return TestServer.bean(Database.class)
                .read(ctx -> ctx.select(DSL.field(DSL.name("pg_class", "relname"), SQLDataType.VARCHAR))
                        .from(classes)
                        .join(spaces)
                        .on(DSL.field(DSL.name("pg_namespace", "oid"), SQLDataType.BIGINT)
                                .eq(DSL.field(DSL.name("pg_class", "relnamespace"), SQLDataType.BIGINT)))
                        .where(DSL.field(DSL.name("pg_namespace", "nspname"), SQLDataType.VARCHAR)
                                .eq(schema.name()))
                        .orderBy(1)
                        .fetch(row -> row.value1()));
    }

    @Test
    void holdEverythingThatAFreshWorkspaceHas() {
        WorkspaceSchema schema = TestServer.newWorkspace().workspace().schema();
        new MonthPartitions(TestServer.bean(Database.class)).make(schema, "change", "at", YearMonth.of(2031, 3), 2);
        List<String> names = relations(schema);
        assertThat(names)
                .contains("member", "change_2031_03", "definition_head", "batch", "app_base", "import_refused");
        List<String> free = names.stream()
                .filter(Codes::valid)
                .filter(name -> !ReservedCodes.hasTable(name))
                .toList();
        assertThat(free).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer",
                "file_archive",
                "member_card",
                "change_request",
                "import_order",
                "job_offer",
                "change_2031"
            })
    void leaveOrdinaryNamesFree(String code) {
        assertThat(ReservedCodes.hasTable(code)).isFalse();
    }

    @Test
    void areNeverSuggestedForAnEntity() {
        assertThat(CodeSuggestion.forEntity("Batch", List.of())).isEqualTo("batch_2");
        assertThat(CodeSuggestion.from("Batch", List.of())).isEqualTo("batch");
    }
}
