package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole of a real file of half a million rows, read as an import does. */
class OnlineRetailTest {
    private static final Logger LOG = LoggerFactory.getLogger(OnlineRetailTest.class);
    private static final long ROWS = 541_909;

    @TempDir
    static Path folder;

    static Path csv;

    @BeforeAll
    static void unpack() {
        csv = SharedData.unpacked("online-retail/online_retail.csv.gz", folder);
    }

    @Test
    void readsEveryRowToTheCentAndFast() {
        try (SheetFile file = SharedData.open(csv)) {
            Header header = file.guessHeader("online_retail");
            List<ColumnGuess> guesses;
            try (RowCursor cursor = file.data("online_retail", header)) {
                guesses = ColumnGuess.of(header, cursor);
            }
            List<ValueReader<?>> readers = List.copyOf(
                    guesses.stream().<ValueReader<?>>map(ColumnGuess::reader).toList());
            Totals totals = new Totals();
            long start = System.nanoTime();
            try (RowCursor cursor = file.data("online_retail", header)) {
                while (cursor.hasNext()) {
                    totals.add(cursor.next(), readers);
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            LOG.info(
                    "{} rows with all 8 columns as values: {} s, {} rows/s",
                    totals.rows,
                    seconds,
                    Math.round(totals.rows / seconds));

            assertThat(totals.rows).isEqualTo(ROWS);
            assertThat(totals.refused).isZero();
            assertThat(totals.quantity).isEqualByComparingTo("5176450");
            assertThat(totals.value).isEqualByComparingTo("9747747.934");
            assertThat(totals.withoutCustomer).isEqualTo(135_080);
            assertThat(totals.withoutDescription).isEqualTo(1_454);
            assertThat(totals.cancelled).isEqualTo(9_288);
            assertThat(totals.last).isEqualTo(LocalDateTime.of(2011, 12, 9, 12, 50));
        }
    }

    private static final class Totals {
        long rows;
        long refused;
        long withoutCustomer;
        long withoutDescription;
        long cancelled;
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        LocalDateTime last = LocalDateTime.MIN;

        void add(Row row, List<ValueReader<?>> readers) {
            rows++;
            Object[] values = new Object[readers.size()];
            for (int i = 0; i < values.length; i++) {
                switch (readers.get(i).read(row.cell(i))) {
                    case Parsed.Value<?> it -> values[i] = it.value();
                    case Parsed.Blank<?> it -> values[i] = null;
                    case Parsed.Refused<?> it -> refused++;
                }
            }
            cancelled += ((String) values[0]).startsWith("C") ? 1 : 0;
            withoutDescription += values[2] == null ? 1 : 0;
            withoutCustomer += values[6] == null ? 1 : 0;
            BigDecimal pieces = (BigDecimal) values[3];
            quantity = quantity.add(pieces);
            value = value.add(pieces.multiply((BigDecimal) values[5]));
            LocalDateTime moment = (LocalDateTime) values[4];
            last = moment.isAfter(last) ? moment : last;
        }
    }

    @Test
    void passesOverRowsFastAndGoesOnExactlyThere() {
        try (SheetFile file = SharedData.open(csv);
                RowCursor straight = file.rows("online_retail");
                RowCursor resumed = file.rows("online_retail")) {
            Row expected = null;
            for (int i = 0; i <= 400_000; i++) {
                expected = straight.next();
            }
            long start = System.nanoTime();
            resumed.skipTo(400_000);
            LOG.info("400,000 rows passed over in {} ms", (System.nanoTime() - start) / 1_000_000);

            assertThat(resumed.next()).isEqualTo(expected);
        }
    }

    @Test
    void holdsOneRowAtATime() {
        try (SheetFile file = SharedData.open(csv);
                RowCursor cursor = file.rows("online_retail")) {
            cursor.skipTo(1_000);
            long early = usedMemory();
            cursor.skipTo(300_000);
            for (int i = 0; i < 200_000; i++) {
                cursor.next();
            }
            assertThat(usedMemory() - early).isLessThan(8L << 20);
        }
    }

    @Test
    void writesAndReadsHalfAMillionRowsOfAWorkbookInConstantMemory() throws IOException {
        Path xlsx = folder.resolve("retail.xlsx");
        long start = System.nanoTime();
        try (SheetFile file = SharedData.open(csv);
                RowCursor cursor = file.rows("online_retail");
                OutputStream out = Files.newOutputStream(xlsx);
                SheetWriter writer = SheetWriter.xlsx(out, "retail", List.of())) {
            while (cursor.hasNext()) {
                writer.write(cursor.next().cells());
            }
        }
        LOG.info("workbook of {} MB written in {} ms", Files.size(xlsx) >> 20, (System.nanoTime() - start) / 1_000_000);
        start = System.nanoTime();
        try (SheetFile file = SharedData.open(xlsx);
                RowCursor cursor = file.rows("retail")) {
            cursor.skipTo(1_000);
            long early = usedMemory();
            cursor.skipTo(500_000);
            assertThat(usedMemory() - early).isLessThan(8L << 20);
            assertThat(cursor.next().number()).isEqualTo(500_001);
            cursor.skipTo(Long.MAX_VALUE);
            assertThat(cursor.position()).isEqualTo(ROWS + 1);
        }
        LOG.info("and read in {} ms", (System.nanoTime() - start) / 1_000_000);
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
