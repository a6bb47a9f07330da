package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.http.Cursor;
import io.zhike.message.ProblemException;
import io.zhike.store.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {
    private static final Field<UUID> ID = DSL.field(DSL.quotedName("id"), SQLDataType.UUID);
    private static final Field<BigDecimal> AMOUNT = DSL.field(DSL.quotedName("amount"), SQLDataType.NUMERIC);
    private static final Field<String> NAME = DSL.field(DSL.quotedName("name"), SQLDataType.CLOB);
    private static final Field<Instant> AT = DSL.field(DSL.quotedName("at"), SQLDataType.INSTANT);

    /** One row; amount and name are often blank and often the same. */
    private record Line(UUID id, BigDecimal amount, String name, Instant at) {
        static Line random(Random random) {
            return new Line(
                    new UUID(random.nextLong(), random.nextLong() & Long.MAX_VALUE),
                    random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(4), 1),
                    random.nextInt(3) == 0 ? null : List.of("安", "博", "陈", "a").get(random.nextInt(4)),
                    Instant.ofEpochSecond(1_700_000_000L + random.nextInt(5), 123_456_000));
        }
    }

    private final Table<Record> table = TestDatabase.newWorkspaceSchema().table("line");

    private void fill(DSLContext ctx, List<Line> lines) {
        ctx.createTable(table).columns(ID, AMOUNT, NAME, AT).execute();
        lines.forEach(line -> insert(ctx, line));
    }

    private void insert(DSLContext ctx, Line line) {
        ctx.insertInto(table, ID, AMOUNT, NAME, AT)
                .values(line.id, line.amount, line.name, line.at)
                .execute();
    }

    private static Keyset keyset(String sort) {
        List<Keyset.Key> keys = new ArrayList<>();
        for (String by : sort.split(",")) {
            boolean descending = by.startsWith("-");
            keys.add(
                    switch (by.replace("-", "")) {
                        case "amount" -> new Keyset.Key("amount", AMOUNT, descending, true);
                        case "name" -> new Keyset.Key("name", Sorts.chinese(NAME), descending, true);
                        case "at" -> new Keyset.Key("at", AT, descending, false);
                        default -> new Keyset.Key("id", ID, descending, false);
                    });
        }
        return new Keyset(keys);
    }

    private List<UUID> page(DSLContext ctx, Keyset keyset, Cursor after, int limit, Cursor[] next) {
        List<Record> rows = new ArrayList<>();
        for (Keyset.Part part : keyset.parts(after)) {
            if (rows.size() < limit) {
                List<Field<?>> fields = new ArrayList<>(List.of(ID));
                fields.addAll(keyset.fields());
                rows.addAll(ctx.select(fields)
                        .from(table)
                        .where(keyset.from(part, after))
                        .orderBy(keyset.orderBy(part))
                        .limit(limit - rows.size())
                        .fetch());
            }
        }
        next[0] = rows.size() < limit
                ? null
                : keyset.parse(keyset.cursor(rows.getLast(), 1).token());
        return rows.stream().map(row -> row.get(0, UUID.class)).toList();
    }

    private List<UUID> all(DSLContext ctx, Keyset keyset) {
        return ctx.select(ID).from(table).orderBy(keyset.orderBy()).fetch(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "-id",
                "at,id",
                "-at,-id",
                "amount,id",
                "-amount,-id",
                "-amount,id",
                "name,id",
                "-name,-id",
                "amount,name,id",
                "-amount,name,-id",
                "amount,-name,-id",
                "at,-amount,name,id",
                "-name,-amount,at,-id"
            })
    void pagesThroughEverythingOnceInTheOrderOfTheWhole(String sort) {
        Random random = new Random(sort.hashCode());
        List<Line> lines = Stream.generate(() -> Line.random(random)).limit(60).toList();
        TestDatabase.database().writing(ctx -> {
            fill(ctx, lines);
            Keyset keyset = keyset(sort);
            List<UUID> expected = all(ctx, keyset);
            for (int limit : List.of(1, 7, 60, 100)) {
                List<UUID> seen = new ArrayList<>();
                Cursor[] next = new Cursor[1];
                do {
                    seen.addAll(page(ctx, keyset, next[0], limit, next));
                } while (next[0] != null);
                assertThat(seen).as("pages of %s", limit).isEqualTo(expected);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount,id", "-amount,-id", "-name,amount,id", "at,-amount,id"})
    void neitherLosesNorRepeatsWhatStaysWhileOthersComeAndGo(String sort) {
        Random random = new Random(11);
        List<Line> stay = Stream.generate(() -> Line.random(random)).limit(40).toList();
        List<Line> leave = Stream.generate(() -> Line.random(random)).limit(20).toList();
        TestDatabase.database().writing(ctx -> {
            fill(ctx, Stream.concat(stay.stream(), leave.stream()).toList());
            Keyset keyset = keyset(sort);
            List<UUID> expected = all(ctx, keyset).stream()
                    .filter(id -> stay.stream().anyMatch(line -> line.id.equals(id)))
                    .toList();
            List<UUID> seen = new ArrayList<>();
            Cursor[] next = new Cursor[1];
            int step = 0;
            do {
                seen.addAll(page(ctx, keyset, next[0], 5, next));
                if (step < leave.size()) {
                    ctx.deleteFrom(table).where(ID.eq(leave.get(step).id)).execute();
                    insert(ctx, Line.random(random));
                }
                step++;
            } while (next[0] != null);
            List<UUID> kept = seen.stream().filter(expected::contains).toList();
            assertThat(kept).isEqualTo(expected);
            assertThat(seen).doesNotHaveDuplicates();
        });
    }

    @Test
    void putsBlanksLastBothWays() {
        Line blank = new Line(new UUID(1, 1), null, null, Instant.EPOCH);
        Line one = new Line(new UUID(2, 2), BigDecimal.ONE, "安", Instant.EPOCH);
        TestDatabase.database().writing(ctx -> {
            fill(ctx, List.of(blank, one));
            Cursor[] next = new Cursor[1];
            for (String sort : List.of("amount,id", "-amount,-id", "name,id", "-name,-id")) {
                assertThat(page(ctx, keyset(sort), null, 9, next)).containsExactly(one.id, blank.id);
            }
        });
    }

    @Test
    void readsAnOrderThatGoesOneWayAsOneRangeOfAnIndex() {
        Cursor after = new Cursor("-at,-id", List.of("2026-11-22T00:00:00Z", new UUID(1, 2).toString()));
        assertThat(DSL.using(SQLDialect.POSTGRES)
                        .renderInlined(keyset("-at,-id").from(Keyset.Part.WHOLE, after)))
                .startsWith("(\"at\", \"id\") < (timestamp with time zone '2026-11-22");
    }

    @Test
    void refusesCursorsOfAnotherOrderAndBrokenOnes() {
        Cursor other = new Cursor("name,id", List.of("安", new UUID(1, 2).toString()));
        assertThatThrownBy(() -> keyset("-name,id").parse(other.token())).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> keyset("name,id").parse("@@@")).isInstanceOf(ProblemException.class);
        for (List<String> keys :
                List.of(List.of("not a number", new UUID(1, 2).toString()), List.of("5", "not an id"))) {
            Cursor forged = new Cursor("amount,id", keys);
            assertThatThrownBy(() -> keyset("amount,id").from(Keyset.Part.WITH_VALUE, forged))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("cursor-invalid");
        }
    }

    @Test
    void sortsChineseByPinyin() {
        List<String> names = List.of("张", "安", "陈", "博", "李");
        TestDatabase.database().writing(ctx -> {
            fill(
                    ctx,
                    names.stream()
                            .map(name -> new Line(UUID.randomUUID(), null, name, Instant.EPOCH))
                            .toList());
            List<String> sorted = ctx.select(NAME)
                    .from(table)
                    .orderBy(keyset("name,id").orderBy())
                    .fetch(NAME);
            assertThat(sorted).containsExactly("安", "博", "陈", "李", "张");
            assertThat(sorted)
                    .isNotEqualTo(
                            names.stream().sorted(Comparator.naturalOrder()).toList());
        });
    }
}
