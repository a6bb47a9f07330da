package io.zhike.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The columns of this module's tables; the same name has the same type in all of them. */
final class Columns {
    static final Field<UUID> ID = uuid("id");
    static final Field<UUID> ACCOUNT = uuid("account");
    static final Field<UUID> WORKSPACE = uuid("workspace");
    static final Field<UUID> MEMBER = uuid("member");
    static final Field<UUID> DEPARTMENT = uuid("department");
    static final Field<UUID> SUPERVISOR = uuid("supervisor");
    static final Field<UUID> REPORTS_TO = uuid("reports_to");
    static final Field<UUID> PARENT = uuid("parent");
    static final Field<UUID> HEAD = uuid("head");
    static final Field<UUID> MEMBER_GROUP = uuid("member_group");
    static final Field<UUID> CALLER = uuid("caller");
    static final Field<UUID[]> PATH = column("path", SQLDataType.UUID.array());
    static final Field<String> NAME = text("name");
    static final Field<String> JOB_TITLE = text("job_title");
    static final Field<String> NAME_KEY = text("name_key");
    static final Field<String> PASSWORD = text("password");
    static final Field<String> SCHEMA_NAME = text("schema_name");
    static final Field<String> ZONE = text("zone");
    static final Field<String> LANGUAGE = text("language");
    static final Field<String> ADDRESS = text("address");
    static final Field<String> AGENT = text("agent");
    static final Field<String> PREFIX = text("prefix");
    static final Field<String> KIND = text("kind");
    static final Field<String> SUBJECT = text("subject");
    static final Field<String> KEY = text("key");
    static final Field<String> FINGERPRINT = text("fingerprint");
    static final Field<String> ANSWER = text("answer");
    static final Field<String> SECRET = text("secret");
    static final Field<JSONB> SETTINGS = column("settings", SQLDataType.JSONB);
    static final Field<String[]> ADDRESSES = column("addresses", SQLDataType.CLOB.array());
    static final Field<byte[]> TOKEN_HASH = column("token_hash", SQLDataType.BLOB);
    static final Field<byte[]> HASH = column("hash", SQLDataType.BLOB);
    static final Field<Boolean> ADMIN = column("admin", SQLDataType.BOOLEAN);
    static final Field<Boolean> ACTIVE = column("active", SQLDataType.BOOLEAN);
    static final Field<Integer> POSITION = column("position", SQLDataType.INTEGER);
    static final Field<Integer> STATUS = column("status", SQLDataType.INTEGER);
    static final Field<Integer> FAILURES = column("failures", SQLDataType.INTEGER);
    static final Field<Long> LAST_STEP = column("last_step", SQLDataType.BIGINT);
    static final Field<Long> VERSION = column("version", SQLDataType.BIGINT);
    static final Field<Instant> CREATED_AT = instant("created_at");
    static final Field<Instant> UPDATED_AT = instant("updated_at");
    static final Field<Instant> LEAVING_SINCE = instant("leaving_since");
    static final Field<Instant> ENTERED_AT = instant("entered_at");
    static final Field<Instant> SEEN_AT = instant("seen_at");
    static final Field<Instant> EXPIRES_AT = instant("expires_at");
    static final Field<Instant> USED_AT = instant("used_at");
    static final Field<Instant> REVOKED_AT = instant("revoked_at");
    static final Field<Instant> FAILED_AT = instant("failed_at");
    static final Field<Instant> BEGUN_AT = instant("begun_at");
    static final Field<Instant> CONFIRMED_AT = instant("confirmed_at");
    static final Field<Instant> SET_AT = instant("set_at");
    static final Field<Instant> PASSWORD_SET_AT = instant("password_set_at");
    static final Field<Instant> WAIT_UNTIL = instant("wait_until");

    private Columns() {}

    /** {@code column} of {@code table}, for statements over several tables. */
    static <T> Field<T> of(Table<?> table, Field<T> column) {
        return DSL.field(table.getQualifiedName().append(column.getUnqualifiedName()), column.getDataType());
    }

    private static Field<UUID> uuid(String name) {
        return column(name, SQLDataType.UUID);
    }

    private static Field<String> text(String name) {
        return column(name, SQLDataType.CLOB);
    }

    private static Field<Instant> instant(String name) {
        return column(name, SQLDataType.INSTANT);
    }

    private static <T> Field<T> column(String name, DataType<T> type) {
        return DSL.field(DSL.quotedName(name), type);
    }
}
