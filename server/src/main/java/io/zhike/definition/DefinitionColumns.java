package io.zhike.definition;

import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The tables and columns of this module; the same name has the same type in all of them. */
final class DefinitionColumns {
    static final Field<String> KIND = column("kind", SQLDataType.CLOB);
    static final Field<String> CODE = column("code", SQLDataType.CLOB);
    static final Field<String> APP = column("app", SQLDataType.CLOB);
    static final Field<JSON> BODY = column("body", SQLDataType.JSON);
    static final Field<Long> BASE = column("base", SQLDataType.BIGINT);
    static final Field<Long> VERSION = column("version", SQLDataType.BIGINT);
    static final Field<Long> REVISION = column("revision", SQLDataType.BIGINT);
    static final Field<Instant> DELETED_AT = column("deleted_at", SQLDataType.INSTANT);
    static final Field<UUID> DELETED_BY = column("deleted_by", SQLDataType.UUID);
    static final Field<UUID> CHANGED_BY = column("changed_by", SQLDataType.UUID);
    static final Field<Instant> CHANGED_AT = column("changed_at", SQLDataType.INSTANT);
    static final Field<Long> NUMBER = column("number", SQLDataType.BIGINT);
    static final Field<Instant> PUBLISHED_AT = column("published_at", SQLDataType.INSTANT);
    static final Field<UUID> PUBLISHED_BY = column("published_by", SQLDataType.UUID);
    static final Field<Integer> CHANGES = column("changes", SQLDataType.INTEGER);
    static final Field<JSON> STEPS = column("steps", SQLDataType.JSON);
    static final Field<Instant> FINISHED_AT = column("finished_at", SQLDataType.INSTANT);
    static final Field<String> TEMPLATE = column("template", SQLDataType.CLOB);
    static final Field<String> TEMPLATE_VERSION = column("version", SQLDataType.CLOB);
    static final Field<Instant> INSTALLED_AT = column("installed_at", SQLDataType.INSTANT);
    static final Field<UUID> INSTALLED_BY = column("installed_by", SQLDataType.UUID);
    static final Field<UUID> SAMPLE_BATCH = column("sample_batch", SQLDataType.UUID);

    private DefinitionColumns() {}

    static Table<Record> head(WorkspaceSchema schema) {
        return schema.table("definition_head");
    }

    static Table<Record> definition(WorkspaceSchema schema) {
        return schema.table("definition");
    }

    static Table<Record> draft(WorkspaceSchema schema) {
        return schema.table("definition_draft");
    }

    static Table<Record> revision(WorkspaceSchema schema) {
        return schema.table("revision");
    }

    static Table<Record> history(WorkspaceSchema schema) {
        return schema.table("definition_revision");
    }

    static Table<Record> installation(WorkspaceSchema schema) {
        return schema.table("app_installation");
    }

    static Table<Record> base(WorkspaceSchema schema) {
        return schema.table("app_base");
    }

    static Table<Record> version(WorkspaceSchema schema) {
        return schema.table("definition_version");
    }

    /** The rows of one definition. */
    static Condition is(DefinitionKey key) {
        return KIND.eq(key.kind()).and(CODE.eq(key.code()));
    }

    /** {@code column} of {@code table}, for statements over several tables. */
    static <T> Field<T> of(Table<?> table, Field<T> column) {
        return DSL.field(table.getQualifiedName().append(column.getUnqualifiedName()), column.getDataType());
    }

    private static <T> Field<T> column(String name, DataType<T> type) {
        return DSL.field(DSL.quotedName(name), type);
    }
}
