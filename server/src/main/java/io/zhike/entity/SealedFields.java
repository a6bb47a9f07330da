package io.zhike.entity;

import io.zhike.secret.SealedColumn;
import io.zhike.store.WorkspaceSchema;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The columns of encrypted fields, as what is sealed in them is bound: to the entity, the field and the record. */
public final class SealedFields {
    private SealedFields() {}

    /** The column of an encrypted field of {@code entity}. */
    public static SealedColumn column(WorkspaceSchema schema, String entity, String field) {
        return column(schema, entity, field, TableNames.table(entity), field);
    }

    /**
     * The same column where it lies in the trash.
     *
     * @param table what its table is called now
     * @param column what it is called now
     */
    public static SealedColumn column(
            WorkspaceSchema schema, String entity, String field, String table, String column) {
        return new SealedColumn(
                schema.table(table),
                DSL.field(DSL.quotedName(SystemFields.ID), SQLDataType.UUID),
                DSL.field(DSL.quotedName(column), SQLDataType.CLOB),
                "record." + entity + "." + field);
    }
}
