package io.zhike.rule.timed;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.record.DuePlans;
import io.zhike.record.DueRecords.Sought;
import io.zhike.store.Ddl;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/** Timed rules find what is due by indexes, which come with the rules and go with them. */
class TimedIndexesTest {
    private final TimedWorld world = new TimedWorld();
    private static final long PATIENCE = 60_000_000_000L;

    private final Instant now = Instant.now();

    private Ddl.IndexState state(String index) {
        return world.database.read(
                ctx -> Ddl.indexState(ctx, world.workspace.workspace().schema(), index));
    }

    /** Until the job that follows a publish has done its work. */
    private void become(String index, Ddl.IndexState wanted) {
        long end = System.nanoTime() + PATIENCE;
        while (state(index) != wanted) {
            assertThat(System.nanoTime()).as(index).isLessThan(end);
        }
    }

    @Test
    void anIndexComesWithTheFirstRuleThatNeedsItAndGoesWithTheLast() {
        world.rule("five", "{'idle': {'for': {'days': 5}}}");
        become("customer__updated_at__due", Ddl.IndexState.VALID);
        world.rule("six", "{'idle': {'for': {'days': 6}}}");
        world.rule("five", "{'schedule': {'every': 'day', 'at': '07:00'}}");
        assertThat(state("customer__updated_at__due")).isEqualTo(Ddl.IndexState.VALID);
        world.rule("six", "{'idle': {'for': {'days': 6}}}, 'on': false");
        become("customer__updated_at__due", Ddl.IndexState.ABSENT);
    }

    @Test
    void aDayThatItsFieldIndexesNeedsNoOtherAndASchedule() {
        world.rule("renew", "{'date': {'field': 'ends', 'offset': {'days': -30}}}");
        world.rule("daily", "{'schedule': {'every': 'day', 'at': '07:00'}}");
        world.rule("five", "{'idle': {'for': {'days': 5}}}");
        become("customer__updated_at__due", Ddl.IndexState.VALID);
        assertThat(state("customer__ends__due")).isEqualTo(Ddl.IndexState.ABSENT);
    }

    @Test
    void nothingDueIsLookedForByReadingTheTable() {
        world.rule("change", "{'idle': {'for': {'days': 5}}}");
        world.rule("follow", "{'idle': {'for': {'days': 7}, 'since': 'follow_up'}}");
        world.rule("step", "{'date': {'field': 'next_at', 'offset': {'minutes': -15}}}");
        become("customer__updated_at__due", Ddl.IndexState.VALID);
        become("customer__next_at__due", Ddl.IndexState.VALID);
        become("visit__at__due", Ddl.IndexState.VALID);
        Instant from = now.minusSeconds(60);
        assertThat(plan(new Sought.Moments("updated_at", from, now))).contains("customer__updated_at__due");
        assertThat(plan(new Sought.Moments("next_at", from, now))).contains("customer__next_at__due");
        assertThat(plan(new Sought.LastActivity("visit", from, now))).contains("visit__at__due");
        assertThat(plan(new Sought.NoActivity(from, now))).contains("customer__created_at__ix");
        assertThat(plan(new Sought.Days("ends", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2))))
                .contains("customer__ends__ix");
        assertThat(plan(new Sought.AnyDay("born", Thresholds.sameDay(LocalDate.of(2027, 2, 28)))))
                .contains("customer__born__ix");
    }

    @Test
    void amongTenThousandsTheIndexIsWhatPostgresChooses() {
        world.rule("change", "{'idle': {'for': {'days': 5}}}");
        world.rule("follow", "{'idle': {'for': {'days': 7}, 'since': 'follow_up'}}");
        world.rule("step", "{'date': {'field': 'next_at', 'offset': {'minutes': -15}}}");
        become("customer__updated_at__due", Ddl.IndexState.VALID);
        become("customer__next_at__due", Ddl.IndexState.VALID);
        become("visit__at__due", Ddl.IndexState.VALID);
        fill();
        Instant day = Instant.parse("2024-03-01T00:00:00Z");
        Instant from = day.plusSeconds(30 * 5_000);
        Instant until = from.plusSeconds(60);
        assertThat(chosen(new Sought.Moments("updated_at", from, until))).contains("customer__updated_at__due");
        assertThat(chosen(new Sought.Moments("next_at", from, until))).contains("customer__next_at__due");
        assertThat(chosen(new Sought.LastActivity("visit", from, until))).contains("visit__at__due");
        assertThat(chosen(new Sought.NoActivity(from, until))).contains("customer__created_at__ix");
        assertThat(chosen(new Sought.Days("ends", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2))))
                .contains("customer__ends__ix");
        assertThat(chosen(new Sought.AnyDay("born", Thresholds.sameDay(LocalDate.of(2027, 2, 28)))))
                .contains("customer__born__ix");
    }

    /** Twenty thousand of each, whose moments are half a minute apart and whose days go on and on. */
    private void fill() {
        LocalDate first = LocalDate.of(1950, 1, 1);
        for (int part = 0; part < 40; part++) {
            List<Map<String, String>> customers = new ArrayList<>();
            for (int i = part * 500; i < part * 500 + 500; i++) {
                customers.add(Map.of(
                        "name",
                        "客户" + i,
                        "next_at",
                        Instant.parse("2024-03-01T00:00:00Z")
                                .plusSeconds(30L * i)
                                .toString(),
                        "born",
                        first.plusDays(i).toString(),
                        "ends",
                        first.plusDays(20_000 + i).toString()));
            }
            List<Map<String, String>> visits = new ArrayList<>();
            world.workspace
                    .admin()
                    .post("/api/v1/records/customer", Map.of("items", customers))
                    .expect(201)
                    .json()
                    .path("items")
                    .forEach(made -> visits.add(Map.of(
                            "what",
                            "到访",
                            "customer",
                            made.path("id").asString(),
                            "at",
                            Instant.parse("2024-03-01T00:00:00Z")
                                    .plusSeconds(15_000L * visits.size())
                                    .toString())));
            world.workspace
                    .admin()
                    .post("/api/v1/records/visit", Map.of("items", visits))
                    .expect(201);
        }
        spread("updated_at");
        spread("created_at");
        world.database.read(ctx -> {
            String schema = world.workspace.workspace().schema().name();
            ctx.execute("analyze {0}", DSL.name(schema, "customer"));
            return ctx.execute("analyze {0}", DSL.name(schema, "visit"));
        });
    }

    /** As if they had come one after the other. */
    private void spread(String column) {
        Field<Instant> next = DSL.field(DSL.name("next_at"), SQLDataType.INSTANT);
        world.database.writing(
                ctx -> ctx.update(world.workspace.workspace().schema().table("customer"))
                        .set(DSL.field(DSL.name(column), SQLDataType.INSTANT), next)
                        .execute());
    }

    private String chosen(Sought sought) {
        String plan = DuePlans.chosen(world.workspace.workspace(), "customer", sought);
        assertThat(plan).doesNotContain("Seq Scan on customer").doesNotContain("Seq Scan on visit");
        return plan;
    }

    private String plan(Sought sought) {
        String plan = DuePlans.of(world.workspace.workspace(), "customer", sought);
        assertThat(plan).doesNotContain("Seq Scan on customer").doesNotContain("Seq Scan on visit");
        return plan;
    }
}
