package io.zhike.record;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The table of batches: what was changed together, so that it can be undone together. */
final class BatchRows {
    private static final Field<Long> RECORDS = DSL.field(DSL.name("records"), SQLDataType.BIGINT);
    private static final Field<OffsetDateTime> AT = ChangeRows.AT;

    private BatchRows() {}

    /** Adds {@code records} changes to the batch of {@code run}; the first ones make it. */
    static void add(WriteRun run, UUID batch, int records) {
        run.ctx()
                .insertInto(
                        run.schema().table("batch"),
                        ChangeRows.ID,
                        ChangeRows.ORIGIN,
                        ChangeRows.ENTITY,
                        ChangeRows.ACTOR,
                        AT,
                        RECORDS)
                .values(
                        batch,
                        run.batch().origin().code(),
                        run.entity().code(),
                        run.caller().member(),
                        run.now().atOffset(ZoneOffset.UTC),
                        (long) records)
                .onConflict(ChangeRows.ID)
                .doUpdate()
                .set(
                        RECORDS,
                        DSL.field(run.schema().qualify("batch").append("records"), SQLDataType.BIGINT)
                                .plus((long) records))
                .execute();
    }
}
