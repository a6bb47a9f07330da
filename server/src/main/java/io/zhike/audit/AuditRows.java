package io.zhike.audit;

import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The columns of the log's table. */
final class AuditRows {
    static final String TABLE = "audit_entry";
    static final Field<Instant> AT = column("at", SQLDataType.INSTANT);
    static final Field<UUID> ID = column("id", SQLDataType.UUID);
    static final Field<Long> TX = column("tx", SQLDataType.BIGINT);
    static final Field<String> ACTION = text("action");
    static final Field<String> ORIGIN = text("origin");
    static final Field<UUID> MEMBER = column("member", SQLDataType.UUID);
    static final Field<String> NAME = text("name");
    static final Field<String> VIA = text("via");
    static final Field<String> ADDRESS = text("address");
    static final Field<String> KIND = text("kind");
    static final Field<String> OBJECT = text("object");
    static final Field<String> TITLE = text("title");
    static final Field<String> DETAIL = text("detail");
    static final Field<Long> SEQ = column("seq", SQLDataType.BIGINT);
    static final Field<byte[]> HASH = column("hash", SQLDataType.BLOB);

    private static final List<Field<?>> ALL =
            List.of(AT, ID, ACTION, ORIGIN, MEMBER, NAME, VIA, ADDRESS, KIND, OBJECT, TITLE, DETAIL, SEQ, HASH);

    private AuditRows() {}

    static Table<Record> in(WorkspaceSchema schema) {
        return schema.table(TABLE);
    }

    /** What {@link #of} reads. */
    static List<Field<?>> all() {
        return ALL;
    }

    static StoredEntry of(Record row) {
        return new StoredEntry(
                row.get(AT),
                row.get(ID),
                row.get(ACTION),
                row.get(ORIGIN),
                row.get(MEMBER),
                row.get(NAME),
                row.get(VIA),
                row.get(ADDRESS),
                row.get(KIND),
                row.get(OBJECT),
                row.get(TITLE),
                row.get(DETAIL),
                row.get(SEQ),
                row.get(HASH));
    }

    private static Field<String> text(String name) {
        return column(name, SQLDataType.CLOB);
    }

    private static <T> Field<T> column(String name, DataType<T> type) {
        return DSL.field(DSL.quotedName(name), type);
    }
}
