package io.zhike.page;

import io.zhike.store.WorkspaceSchema;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What the public forms of a workspace have taken in so far, and which tasks were solved. */
final class PublicFormStore {
    private static final Field<String> CODE = DSL.field(DSL.name("code"), SQLDataType.CLOB);
    private static final Field<byte[]> KEY = DSL.field(DSL.name("key"), SQLDataType.BLOB);
    private static final Field<Long> TAKEN = DSL.field(DSL.name("taken"), SQLDataType.BIGINT);
    private static final Field<String> FORM = DSL.field(DSL.name("form"), SQLDataType.CLOB);
    private static final Field<String> SALT = DSL.field(DSL.name("salt"), SQLDataType.CLOB);
    private static final Field<OffsetDateTime> EXPIRES_AT =
            DSL.field(DSL.name("expires_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext ctx;
    private final Table<Record> forms;
    private final Table<Record> tasks;

    PublicFormStore(DSLContext ctx, WorkspaceSchema schema) {
        this.ctx = ctx;
        this.forms = schema.table("public_form");
        this.tasks = schema.table("public_form_task");
    }

    /** What is kept of one form. */
    record Kept(byte[] key, long taken) {}

    /** What is kept of the form, which is made known where nobody has asked for it yet. */
    Kept find(String code) {
        return ctx.select(KEY, TAKEN)
                .from(forms)
                .where(CODE.eq(code))
                .fetchOptional(row -> new Kept(row.value1(), row.value2()))
                .orElseGet(() -> begin(code));
    }

    private Kept begin(String code) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        ctx.insertInto(forms)
                .set(CODE, code)
                .set(KEY, key)
                .set(TAKEN, 0L)
                .onConflictDoNothing()
                .execute();
        return find(code);
    }

    /** How many submissions each form has taken; one that nobody has asked for is not here. */
    Map<String, Long> taken() {
        return ctx.select(CODE, TAKEN).from(forms).fetchMap(CODE, TAKEN);
    }

    /** How many it has taken, while no other submission of it goes on until the transaction ends. */
    long lock(String code) {
        return ctx.select(TAKEN)
                .from(forms)
                .where(CODE.eq(code))
                .forUpdate()
                .fetchSingle()
                .value1();
    }

    void count(String code) {
        ctx.update(forms).set(TAKEN, TAKEN.plus(1)).where(CODE.eq(code)).execute();
    }

    /** Whether the task was not used before; those that have expired are forgotten on the way. */
    boolean use(String code, RobotTask task, Instant now) {
        ctx.deleteFrom(tasks).where(EXPIRES_AT.lt(now.atOffset(ZoneOffset.UTC))).execute();
        return ctx.insertInto(tasks)
                        .set(FORM, code)
                        .set(SALT, task.salt())
                        .set(EXPIRES_AT, task.expires().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
