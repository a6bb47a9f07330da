package io.zhike.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.Field;
import org.junit.jupiter.api.Test;

/** Nothing can be changed, removed, inserted or moved in a sealed log without being found out. */
class AuditChainTest {
    private final LogBook book = new LogBook();

    private void sealed(String... titles) {
        book.write(titles);
        book.seal();
    }

    private <T> void set(long seq, Field<T> column, T value) {
        int changed = book.database.read(ctx -> ctx.update(AuditRows.in(book.schema))
                .set(column, value)
                .where(AuditRows.SEQ.eq(seq))
                .execute());
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void anUntouchedLogHolds() {
        sealed("a", "b", "c");
        book.write("not sealed yet");
        Verdict.Holds holds = (Verdict.Holds) book.verify();
        assertThat(holds.entries()).isEqualTo(3);
        assertThat(holds.last()).isEqualTo(3);
        assertThat(holds.waiting()).isEqualTo(1);
        assertThat(holds.hash()).isEqualTo(book.chain.state(book.schema).hash());
    }

    @Test
    void anEmptyLogHolds() {
        assertThat(book.verify()).isInstanceOf(Verdict.Holds.class);
        book.seal();
        assertThat(((Verdict.Holds) book.verify()).entries()).isZero();
    }

    @Test
    void entriesAreNumberedInTheOrderInWhichTheyWereWritten() {
        sealed("a", "b");
        sealed("c");
        assertThat(book.rows()).extracting(StoredEntry::title).containsExactly("a", "b", "c");
        assertThat(book.rows()).extracting(StoredEntry::seq).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aChangeOfAnyColumnIsFound() {
        sealed("a", "b", "c");
        StoredEntry second = book.rows().get(1);
        set(2, AuditRows.ACTION, "OTHER");
        broken(2, Verdict.Why.CHANGED);
        set(2, AuditRows.ACTION, second.action());
        for (Field<String> column : List.of(
                AuditRows.ORIGIN,
                AuditRows.NAME,
                AuditRows.VIA,
                AuditRows.ADDRESS,
                AuditRows.KIND,
                AuditRows.OBJECT,
                AuditRows.TITLE,
                AuditRows.DETAIL)) {
            String before = book.database.read(ctx -> ctx.select(column)
                    .from(AuditRows.in(book.schema))
                    .where(AuditRows.SEQ.eq(2L))
                    .fetchSingle()
                    .value1());
            set(2, column, "forged");
            broken(2, Verdict.Why.CHANGED);
            set(2, column, before);
        }
        set(2, AuditRows.MEMBER, new UUID(0, 8));
        broken(2, Verdict.Why.CHANGED);
        set(2, AuditRows.MEMBER, second.member());
        set(2, AuditRows.AT, second.at().minusMillis(1));
        broken(2, Verdict.Why.CHANGED);
        set(2, AuditRows.AT, second.at());
        assertThat(book.verify()).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void textMovedFromOneColumnToTheNextIsFound() {
        sealed("a");
        set(1, AuditRows.OBJECT, "ta");
        set(1, AuditRows.TITLE, "");
        broken(1, Verdict.Why.CHANGED);
    }

    @Test
    void aRemovedRowIsFound() {
        sealed("a", "b", "c");
        book.delete(AuditRows.SEQ.eq(2L));
        broken(2, Verdict.Why.MISSING);
    }

    @Test
    void aRemovedFirstRowIsFound() {
        sealed("a", "b", "c");
        book.delete(AuditRows.SEQ.eq(1L));
        broken(1, Verdict.Why.MISSING);
    }

    @Test
    void aRowThatIsInsertedWithANumberIsFound() {
        sealed("a", "b", "c");
        book.write("forged");
        book.database.read(ctx -> ctx.update(AuditRows.in(book.schema))
                .set(AuditRows.SEQ, 2L)
                .set(AuditRows.HASH, new byte[32])
                .where(AuditRows.SEQ.isNull())
                .execute());
        assertThat(book.verify()).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void rowsThatHaveChangedPlacesAreFound() {
        sealed("a", "b", "c");
        byte[] second = book.rows().get(1).hash();
        byte[] third = book.rows().get(2).hash();
        set(2, AuditRows.SEQ, 99L);
        set(3, AuditRows.SEQ, 2L);
        set(99, AuditRows.SEQ, 3L);
        set(2, AuditRows.HASH, second);
        set(3, AuditRows.HASH, third);
        broken(2, Verdict.Why.CHANGED);
    }

    @Test
    void aLogThatIsCutOffIsFoundByItsAnchor() {
        sealed("a", "b", "c");
        book.delete(AuditRows.SEQ.eq(3L));
        broken(2, Verdict.Why.CUT_OFF);
    }

    @Test
    void aLogThatIsCutOffTogetherWithItsAnchorIsFoundByAnEndThatWasNoted() {
        sealed("a", "b", "c");
        Verdict.Holds noted = (Verdict.Holds) book.verify();
        book.anchorBack(2);
        book.delete(AuditRows.SEQ.eq(3L));
        assertThat(book.verify()).isInstanceOf(Verdict.Holds.class);
        assertThat(book.verify(new NotedEnd(book.schema.name(), 3, noted.hash()).toString()))
                .isEqualTo(new Verdict.Broken(2, Verdict.Why.CUT_OFF));
    }

    @Test
    void aChainThatIsForgedAsAWholeIsFoundByAnEndThatWasNoted() {
        sealed("a", "b");
        String noted = new NotedEnd(book.schema.name(), 2, ((Verdict.Holds) book.verify()).hash()).toString();
        assertThat(book.verify(noted)).isInstanceOf(Verdict.Holds.class);
        book.delete(AuditRows.SEQ.isNotNull());
        book.database.read(ctx -> ctx.deleteFrom(io.zhike.store.SystemSchema.table("audit_chain"))
                .where(org.jooq
                        .impl
                        .DSL
                        .field(org.jooq.impl.DSL.quotedName("schema_name"), String.class)
                        .eq(book.schema.name()))
                .execute());
        sealed("a", "forged");
        assertThat(book.verify()).isInstanceOf(Verdict.Holds.class);
        assertThat(book.verify(noted)).isEqualTo(new Verdict.Broken(2, Verdict.Why.NOT_AS_NOTED));
    }

    @Test
    void aLogWithoutItsAnchorIsFound() {
        sealed("a");
        book.database.read(ctx -> ctx.deleteFrom(io.zhike.store.SystemSchema.table("audit_chain"))
                .where(org.jooq
                        .impl
                        .DSL
                        .field(org.jooq.impl.DSL.quotedName("schema_name"), String.class)
                        .eq(book.schema.name()))
                .execute());
        broken(1, Verdict.Why.NO_ANCHOR);
    }

    @Test
    void aRandomForgeryIsAlwaysFound() {
        Random random = new Random(20261120);
        sealed(random.ints(40, 0, 1_000).mapToObj(Integer::toString).toArray(String[]::new));
        List<StoredEntry> rows = book.rows();
        for (int i = 0; i < 25; i++) {
            StoredEntry victim = rows.get(random.nextInt(rows.size()));
            String before = victim.title();
            set(victim.seq(), AuditRows.TITLE, before + random.nextInt(10));
            broken(victim.seq(), Verdict.Why.CHANGED);
            set(victim.seq(), AuditRows.TITLE, before);
        }
        assertThat(book.verify()).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void anEntryOfATransactionThatStillRunsHoldsNothingUpAndIsSealedLater() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> late = other.submit(() -> book.database.writing(ctx -> {
                AuditLog.record(
                        ctx,
                        book.schema,
                        book.clock.instant(),
                        LogBook.LI_NA,
                        AuditEntry.of(TestAction.DONE, "thing", "t", "late"));
                written.countDown();
                await(commit);
            }));
            await(written);
            book.write("in between");
            assertThat(book.chain.seal(book.schema)).isZero();
            commit.countDown();
            late.get();
        }
        book.seal();
        assertThat(book.rows()).extracting(StoredEntry::title).containsExactly("late", "in between");
        assertThat(book.verify()).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void anEntryIsGoneWithTheTransactionThatItTellsOf() {
        assertThatThrownBy(() -> book.database.writing(ctx -> {
                    AuditLog.record(ctx, book.schema, book.clock.instant(), AuditEntry.of(TestAction.DONE));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessageContaining("rolled back");
        assertThat(book.rows()).isEmpty();
    }

    @Test
    void daysKeptHaveBoundsAndTheirChangeIsTold() {
        assertThatThrownBy(() -> book.chain.keep(book.schema, 179)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> book.chain.keep(book.schema, 36_501)).isInstanceOf(ProblemException.class);
        book.chain.keep(book.schema, 365);
        book.chain.keep(book.schema, 365);
        assertThat(book.chain.state(book.schema).keepDays()).isEqualTo(365);
        assertThat(book.rows()).extracting(StoredEntry::action).containsExactly("RETENTION_CHANGED");
        assertThat(book.rows().getFirst().detail()).contains("\"before\":\"1095\",\"after\":\"365\"");
    }

    @Test
    void anEndThatWasNotedIsReadAsItWasWritten() {
        NotedEnd end = new NotedEnd("w_abcd", 12, "0a".repeat(32));
        assertThat(NotedEnd.parse(end + "\n")).contains(end);
        assertThat(NotedEnd.parse("w_abcd:12")).isEmpty();
        assertThat(NotedEnd.parse("w_abcd:x:" + "0a".repeat(32))).isEmpty();
    }

    private void broken(long seq, Verdict.Why why) {
        assertThat(book.verify()).isEqualTo(new Verdict.Broken(seq, why));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Duration.ofSeconds(30).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
