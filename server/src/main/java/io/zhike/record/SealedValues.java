package io.zhike.record;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.SealedFields;
import io.zhike.message.ProblemException;
import io.zhike.secret.SealedColumn;
import io.zhike.secret.Secrets;
import io.zhike.store.WorkspaceSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values of encrypted fields on their way between the gates and the database. Rows and the feed hold them sealed for their
 * record and field; everything between the gates has them plain.
 */
@Component
final class SealedValues {
    private final Secrets secrets;

    SealedValues(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * What a column of one record holds, plain.
     *
     * @throws ProblemException {@code sealed-broken} where it was not sealed for this field of this record
     */
    String open(WorkspaceSchema schema, String entity, String field, UUID record, String sealed) {
        return secrets.open(SealedFields.column(schema, entity, field), record, sealed);
    }

    /** The values of a record as rows hold them, with encrypted ones plain; throws as {@link #open}. */
    RecordValues opened(WorkspaceSchema schema, EntityDefinition entity, UUID record, RecordValues values) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (Field field : encrypted(entity)) {
            if (values.get(field.code()) instanceof String sealed) {
                plain.put(field.code(), open(schema, entity.code(), field.code(), record, sealed));
            }
        }
        return plain.isEmpty() ? values : values.overlaidBy(RecordValues.of(plain));
    }

    StoredRecord opened(WorkspaceSchema schema, EntityDefinition entity, StoredRecord record) {
        RecordValues values = opened(schema, entity, record.id(), record.values());
        return new StoredRecord(
                record.id(),
                record.number(),
                record.version(),
                record.updatedAt(),
                record.deleted(),
                record.reach(),
                values);
    }

    /** A change with the values of encrypted fields plain; throws as {@link #open}. */
    Change opened(WorkspaceSchema schema, EntityDefinition entity, Change change) {
        for (Field field : encrypted(entity)) {
            for (ObjectNode side : List.of(change.before(), change.after())) {
                if (side.path(field.code()).isString()) {
                    String sealed = side.path(field.code()).stringValue();
                    side.put(field.code(), open(schema, entity.code(), field.code(), change.record(), sealed));
                }
            }
        }
        return change;
    }

    /** What seals the values that are written in the transaction of {@code ctx} to records of {@code entity}. */
    Sealer sealer(DSLContext ctx, WorkspaceSchema schema, EntityDefinition entity) {
        List<Field> encrypted = encrypted(entity);
        return encrypted.isEmpty() ? (_, values) -> values : sealer(secrets.sealer(ctx), schema, entity, encrypted);
    }

    private static Sealer sealer(
            Secrets.Sealer secrets, WorkspaceSchema schema, EntityDefinition entity, List<Field> encrypted) {
        return (record, values) -> {
            Map<String, @Nullable Object> sealed = new LinkedHashMap<>();
            for (Field field : encrypted) {
                if (values.get(field.code()) instanceof String plain) {
                    SealedColumn column = SealedFields.column(schema, entity.code(), field.code());
                    sealed.put(field.code(), secrets.seal(column, record, plain));
                }
            }
            return sealed.isEmpty() ? values : values.overlaidBy(RecordValues.of(sealed));
        };
    }

    /** Seals what is encrypted. */
    @FunctionalInterface
    interface Sealer {
        /** The values of one record as rows and the feed hold them. */
        RecordValues sealed(UUID record, RecordValues values);
    }

    private static List<Field> encrypted(EntityDefinition entity) {
        return entity.fields().where(field -> field.type().encrypted());
    }
}
