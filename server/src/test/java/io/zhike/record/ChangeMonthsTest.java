package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.message.Language;
import io.zhike.store.Database;
import io.zhike.store.Jobs;
import io.zhike.store.SettableClock;
import io.zhike.store.TestDatabase;
import io.zhike.store.WorkspaceSchema;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.Workspace;
import io.zhike.workspace.WorkspacePlanned;
import io.zhike.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The months of the feed are there before they are needed, and a change finds a place where one is not. */
class ChangeMonthsTest {
    private static final Field<OffsetDateTime> AT = DSL.field(DSL.name("at"), SQLDataType.OFFSETDATETIME);
    private final Database database = TestServer.bean(Database.class);
    private final WorkspaceSchema schema = TestDatabase.newWorkspaceSchema();

    private ChangeMonths months(Clock clock) {
        return new ChangeMonths(database, TestServer.bean(Jobs.class), TestServer.bean(Workspaces.class), clock);
    }

    private List<String> partitions() {
        return database.read(ctx -> ctx.select(DSL.field("relname", String.class))
                .from("pg_catalog.pg_class")
                .where("relnamespace = ?::regnamespace and relispartition and relkind = 'r'", schema.name())
                .and("relname like 'change\\_%'")
                .orderBy(1)
                .fetch(row -> row.value1()));
    }

    /** Puts a change of that moment into the feed, as a write does; the partition it lies in. */
    private String write(String moment) {
        UUID id = UUID.randomUUID();
        return database.write(ctx -> {
            ctx.execute(
                    "insert into {0} (at, id, tx, entity, record, version, kind, origin) values ({2}, {1}, 1, 'x', {1}, 1, 'create', 'api')",
                    schema.table("change"), DSL.val(id), DSL.val(OffsetDateTime.parse(moment)));
            return ctx.fetchSingle(
                            "select tableoid::regclass::text from {0} where id = {1}",
                            schema.table("change"), DSL.val(id))
                    .into(String.class)
                    .replaceAll(".*\\.", "");
        });
    }

    @Test
    void aWorkspaceMadeOnTheLastDayOfAMonthHasTheNextOnes() {
        SettableClock clock = SettableClock.at("2026-12-31T23:59:59Z");
        months(clock)
                .begin(new WorkspacePlanned(
                        new Workspace(UUID.randomUUID(), "新", schema, ZoneId.of("Asia/Shanghai"), Language.ZH)));

        assertThat(partitions()).containsExactly("change_2026_12", "change_2027_01", "change_2027_02", "change_other");
        assertThat(write("2026-12-31T23:59:59.999Z")).isEqualTo("change_2026_12");
        assertThat(write("2027-01-01T00:00:00Z")).isEqualTo("change_2027_01");
    }

    @Test
    void aWorkspaceHasItsMonthsFromTheFirst() {
        WorkspaceSchema fresh = TestServer.newWorkspace().workspace().schema();
        YearMonth now = YearMonth.from(Clock.systemUTC().instant().atZone(ZoneOffset.UTC));

        int made = months(Clock.systemUTC()).make(fresh, 3);

        assertThat(made).as("months from " + now).isZero();
    }

    @Test
    void theNextMonthIsThereAllThroughTheYear() {
        SettableClock clock = SettableClock.at("2027-01-01T00:00:00Z");
        ChangeMonths months = months(clock);
        for (int day = 0; day < 365; day += 5) {
            clock.set(Instant.parse("2027-01-01T00:00:00Z").plusSeconds(day * 86_400L));
            months.make(schema, 3);
            YearMonth next =
                    YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).plusMonths(1);
            assertThat(partitions()).contains("change_%d_%02d".formatted(next.getYear(), next.getMonthValue()));
        }
        assertThat(partitions()).hasSize(12 + 2 + 1);
    }

    @ParameterizedTest
    @CsvSource({"2030-03-01T00:00:00Z", "2019-01-31T23:59:59Z", "2027-03-01T00:00:00+08:00"})
    void aChangeOfAMonthThatIsMissingIsKeptAndMovesWhenTheMonthIsMade(String moment) {
        assertThat(write(moment)).isEqualTo("change_other");
        SettableClock clock = SettableClock.at(OffsetDateTime.parse(moment).toInstant());

        assertThat(months(clock).make(schema, 3)).isEqualTo(3);

        YearMonth month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        assertThat(count("change_other")).isZero();
        assertThat(count("change_%d_%02d".formatted(month.getYear(), month.getMonthValue())))
                .isOne();
        assertThat(write(moment)).startsWith("change_" + month.getYear());
        assertThat(months(clock).make(schema, 3)).isZero();
    }

    private int count(String table) {
        return database.read(ctx -> ctx.fetchCount(DSL.select(AT).from(schema.table(table))));
    }
}
