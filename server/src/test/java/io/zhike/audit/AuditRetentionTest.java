package io.zhike.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Ddl;
import java.time.Instant;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What is over its time goes, by whole months, and the rest of the chain still proves itself. */
class AuditRetentionTest {
    private final LogBook book = new LogBook();
    private final AuditRetention retention = new AuditRetention(book.database, book.clock);

    private void at(String instant) {
        Instant wanted = Instant.parse(instant);
        book.clock.set(wanted);
        retention.makeMonths(book.schema);
    }

    private boolean hasMonth(String month) {
        return book.database.read(ctx -> Ddl.hasTable(ctx, book.schema, "audit_entry_" + month));
    }

    private void threeMonths() {
        at("2027-01-10T00:00:00Z");
        book.write("january");
        book.seal();
        at("2027-02-10T00:00:00Z");
        book.write("february");
        book.seal();
        at("2027-03-10T00:00:00Z");
        book.write("march");
        book.seal();
        book.chain.keep(book.schema, 180);
        book.seal();
    }

    @Test
    void nothingIsRemovedBeforeItsTime() {
        threeMonths();
        at("2027-07-31T00:00:00Z");
        assertThat(retention.removeExpired(book.schema)).isZero();
        assertThat(book.rows()).hasSize(4);
    }

    @Test
    void monthsThatAreOverAreDroppedAndTheRestStillVerifies() {
        threeMonths();
        assertThat(hasMonth("2027_01")).isTrue();
        at("2027-09-10T00:00:00Z");
        assertThat(retention.removeExpired(book.schema)).isEqualTo(2);
        assertThat(hasMonth("2027_01")).isFalse();
        assertThat(hasMonth("2027_02")).isFalse();
        assertThat(book.rows())
                .extracting(StoredEntry::action)
                .containsExactly("DONE", "RETENTION_CHANGED", "LOG_REMOVED");
        Verdict.Holds holds = (Verdict.Holds) book.verify();
        assertThat(holds.first()).isEqualTo(3);
        assertThat(holds.last()).isEqualTo(5);
        assertThat(book.rows().getLast().detail()).contains("\"up-to\":2").contains("\"until\":\"2027-03-01\"");
    }

    @Test
    void theRestVerifiesAfterASecondRemovalToo() {
        threeMonths();
        at("2027-09-10T00:00:00Z");
        retention.removeExpired(book.schema);
        at("2027-12-10T00:00:00Z");
        assertThat(retention.removeExpired(book.schema)).isPositive();
        assertThat(book.verify()).isInstanceOf(Verdict.Holds.class);
        assertThat(retention.removeExpired(book.schema)).isZero();
    }

    @Test
    void aRemovalThatNobodyToldOfIsFound() {
        threeMonths();
        StoredEntry first = book.rows().getFirst();
        book.delete(AuditRows.SEQ.eq(1L));
        book.database.read(ctx -> ctx.update(io.zhike.store.SystemSchema.table("audit_chain"))
                .set(DSL.field(DSL.quotedName("base_seq"), Long.class), 1L)
                .set(DSL.field(DSL.quotedName("base_hash"), byte[].class), first.hash())
                .where(DSL.field(DSL.quotedName("schema_name"), String.class).eq(book.schema.name()))
                .execute());
        assertThat(book.verify()).isEqualTo(new Verdict.Broken(2, Verdict.Why.REMOVED_UNTOLD));
    }

    @Test
    void whatIsNotSealedIsNotRemoved() {
        at("2027-01-10T00:00:00Z");
        book.write("january");
        at("2031-01-10T00:00:00Z");
        assertThat(retention.removeExpired(book.schema)).isZero();
        book.seal();
        assertThat(retention.removeExpired(book.schema)).isEqualTo(1);
        assertThat(book.verify()).isInstanceOf(Verdict.Holds.class);
    }
}
