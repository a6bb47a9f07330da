package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CopyInTest {
    private static final Field<Integer> N = DSL.field(DSL.name("n"), SQLDataType.INTEGER);
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);
    private static final Field<String> TEXT = DSL.field(DSL.name("te\"xt 字"), SQLDataType.CLOB);
    private static final Field<BigDecimal> AMOUNT = DSL.field(DSL.name("amount"), SQLDataType.NUMERIC);
    private static final Field<Boolean> FLAG = DSL.field(DSL.name("flag"), SQLDataType.BOOLEAN);
    private static final Field<LocalDate> DAY = DSL.field(DSL.name("day"), SQLDataType.LOCALDATE);
    private static final Field<OffsetDateTime> AT = DSL.field(DSL.name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<LocalDateTime> LOCAL = DSL.field(DSL.name("local"), SQLDataType.LOCALDATETIME);
    private static final Field<Long> COUNT = DSL.field(DSL.name("count"), SQLDataType.BIGINT);
    private static final Field<String[]> TAGS = DSL.field(DSL.name("tags"), SQLDataType.CLOB.array());
    private static final Field<UUID[]> LINKS = DSL.field(DSL.name("links"), SQLDataType.UUID.array());
    private static final Field<JSONB> JSON = DSL.field(DSL.name("json"), SQLDataType.JSONB);
    private static final Field<byte[]> BYTES = DSL.field(DSL.name("bytes"), SQLDataType.BLOB);
    private static final List<Field<?>> COLUMNS =
            List.of(N, ID, TEXT, AMOUNT, FLAG, DAY, AT, LOCAL, COUNT, TAGS, LINKS, JSON, BYTES);

    private static Table<Record> table;

    @BeforeAll
    static void createTable() {
        table = TestDatabase.newWorkspaceSchema().table("copied");
        TestDatabase.database()
                .writing(ctx ->
                        ctx.createTable(table).columns(COLUMNS).primaryKey(N).execute());
    }

    @Test
    void whatIsCopiedReadsAsWhatWasGiven() {
        Random random = new Random(20261122);
        List<Object[]> rows =
                IntStream.range(0, 2_000).mapToObj(n -> row(n, random)).toList();

        long written =
                TestDatabase.database().write(ctx -> CopyIn.into(ctx, table, COLUMNS, copy -> rows.forEach(copy::row)));

        assertThat(written).isEqualTo(2_000);
        assertReads(0, rows);
    }

    @Test
    void whatIsInsertedReadsAsWhatWasGiven() {
        Random random = new Random(20261123);
        List<Object[]> rows =
                IntStream.range(5_000, 5_300).mapToObj(n -> row(n, random)).toList();

        for (int i = 0; i < rows.size(); i += 3) {
            List<List<@Nullable Object>> few =
                    rows.subList(i, i + 3).stream().map(Arrays::asList).toList();
            TestDatabase.database().writing(ctx -> Inserts.into(ctx, table, COLUMNS, few));
        }

        assertReads(5_000, rows);
    }

    @Test
    void anInsertTakesWhatTheServerWorksOutAndRefusesARowOfAnotherLength() {
        TestDatabase.database()
                .writing(ctx -> Inserts.into(
                        ctx, table, List.of(N, COUNT), List.of(Arrays.asList(6_000, Transactions.current()))));

        long transaction = TestDatabase.database()
                .read(ctx -> ctx.select(COUNT).from(table).where(N.eq(6_000)).fetchSingle(COUNT));
        assertThat(transaction).isPositive();
        assertThatThrownBy(() -> TestDatabase.database()
                        .writing(ctx -> Inserts.into(ctx, table, List.of(N, COUNT), List.of(List.of(6_001)))))
                .hasMessageContaining("2 values expected, 1 given");
    }

    private static void assertReads(int from, List<Object[]> rows) {
        List<Object[]> read = TestDatabase.database()
                .read(ctx -> ctx.select(COLUMNS)
                        .from(table)
                        .where(N.between(from, from + rows.size() - 1))
                        .orderBy(N)
                        .fetch(Record::intoArray));
        assertThat(read)
                .extracting(Arrays::deepToString)
                .containsExactlyElementsOf(
                        rows.stream().map(Arrays::deepToString).toList());
    }

    @Test
    void writesInstantsCollectionsAndFarDates() {
        Instant at = Instant.parse("2026-11-22T08:00:00.123456789Z");
        LocalDate farDay = LocalDate.of(12_026, 1, 31);
        LocalDate earlyDay = LocalDate.of(-43, 3, 15);

        TestDatabase.database()
                .writing(ctx -> CopyIn.into(ctx, table, List.of(N, AT, DAY, TAGS), copy -> {
                    copy.row(10_001, at, farDay, List.of("甲", "null", ""));
                    copy.row(10_002, at.atOffset(ZoneOffset.ofHours(8)), earlyDay, Arrays.asList("乙", null));
                }));

        List<String> read = TestDatabase.database()
                .read(ctx -> ctx.select(DSL.field("concat_ws('|', extract(epoch from at), day, tags)", String.class))
                        .from(table)
                        .where(N.between(10_001, 10_002))
                        .orderBy(N)
                        .fetch(0, String.class));
        assertThat(read)
                .containsExactly(
                        "1795334400.123456|12026-01-31|{甲,\"null\",\"\"}", "1795334400.123456|0044-03-15 BC|{乙,NULL}");
    }

    @Test
    void writesNothingWhenTheRowsFailHalfWay() {
        assertThatThrownBy(() -> TestDatabase.database()
                        .writing(ctx -> copyOne(ctx, 20_001, () -> {
                            throw new IllegalStateException("half-way");
                        })))
                .hasMessage("half-way");

        assertThat(count(20_001)).isZero();
        long written = TestDatabase.database().write(ctx -> copyOne(ctx, 20_001, () -> {}));
        assertThat(written).isOne();
    }

    @Test
    void passesOnWhatPostgresRefuses() {
        assertThatThrownBy(() -> TestDatabase.database()
                        .writing(ctx -> CopyIn.into(ctx, table, List.of(N), copy -> {
                            copy.row(30_001);
                            copy.row(30_001);
                        })))
                .isInstanceOf(DataAccessException.class)
                .satisfies(e -> assertThat(((DataAccessException) e).sqlState()).isEqualTo("23505"));
        assertThat(count(30_001)).isZero();
    }

    @Test
    void refusesAValueItCannotWriteAndARowOfAnotherLength() {
        assertThatThrownBy(() -> TestDatabase.database()
                        .writing(ctx -> CopyIn.into(ctx, table, List.of(N), copy -> copy.row(new StringBuilder("x")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("StringBuilder");
        assertThatThrownBy(() -> TestDatabase.database()
                        .writing(ctx -> CopyIn.into(ctx, table, List.of(N), copy -> copy.row(1, 2))))
                .hasMessage("1 values expected, 2 given");
    }

    private static long copyOne(DSLContext ctx, int n, Runnable then) {
        return CopyIn.into(ctx, table, List.of(N), copy -> {
            copy.row(n);
            then.run();
        });
    }

    private static int count(int n) {
        return TestDatabase.database().read(ctx -> ctx.fetchCount(table, N.eq(n)));
    }

    private static Object[] row(int n, Random random) {
        return new Object[] {
            n,
            random.nextInt(5) == 0 ? null : new UUID(random.nextLong(), random.nextLong()),
            random.nextInt(5) == 0 ? null : text(random),
            random.nextInt(5) == 0
                    ? null
                    : BigDecimal.valueOf(random.nextLong(), random.nextInt(30) - 4)
                            .setScale(30),
            random.nextInt(5) == 0 ? null : random.nextBoolean(),
            random.nextInt(5) == 0 ? null : LocalDate.ofEpochDay(random.nextInt(60_000) - 20_000),
            random.nextInt(5) == 0
                    ? null
                    : Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L)
                            .atOffset(ZoneOffset.UTC),
            random.nextInt(5) == 0 ? null : LocalDateTime.ofEpochSecond(random.nextInt(), 0, ZoneOffset.UTC),
            random.nextInt(5) == 0 ? null : random.nextLong(),
            random.nextInt(5) == 0 ? null : new String[] {text(random), null, text(random)},
            random.nextInt(5) == 0 ? null : new UUID[] {new UUID(random.nextLong(), 1)},
            random.nextInt(5) == 0 ? null : JSONB.valueOf("{\"键\": \"a\\\\b\\n\\t\\\"\"}"),
            random.nextInt(5) == 0 ? null : Long.toString(random.nextLong()).getBytes(),
        };
    }

    /** Of all that the format and array literals have a meaning for, and of letters beyond the basic plane. */
    private static String text(Random random) {
        String[] pieces = {
            "\\", "\t", "\n", "\r", "\\N", "\\.", "NULL", "\"", "'", "{", "}", ",", " ", "张", "😀", "a", "\b", "\u000b"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
