package io.zhike.definition;

import static io.zhike.definition.DefinitionColumns.BODY;
import static io.zhike.definition.DefinitionColumns.CODE;
import static io.zhike.definition.DefinitionColumns.DELETED_AT;
import static io.zhike.definition.DefinitionColumns.DELETED_BY;
import static io.zhike.definition.DefinitionColumns.KIND;
import static io.zhike.definition.DefinitionColumns.REVISION;
import static io.zhike.definition.DefinitionColumns.VERSION;

import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The published definitions of one workspace, the head that says at which revision they are, and the trash. */
final class DefinitionStore {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final WorkspaceSchema schema;

    DefinitionStore(WorkspaceSchema schema) {
        this.schema = schema;
    }

    /** The published revision. */
    long revision(DSLContext ctx) {
        return ctx.select(REVISION).from(DefinitionColumns.head(schema)).fetchSingle(row -> row.get(REVISION));
    }

    /**
     * Locks the head until the end of the transaction, so that no other publish runs.
     *
     * @throws io.zhike.message.ProblemException where one runs already
     */
    void lock(DSLContext ctx) {
        try {
            ctx.select(REVISION)
                    .from(DefinitionColumns.head(schema))
                    .forUpdate()
                    .noWait()
                    .fetchSingle();
        } catch (DataAccessException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.sqlState())) {
                throw DefinitionError.PUBLISH_RUNNING.problem();
            }
            throw e;
        }
    }

    /** All that is published, of one moment: one statement reads the revision and the definitions. */
    DefinitionSet load(DSLContext ctx) {
        Table<Record> head = DefinitionColumns.head(schema);
        Table<Record> definition = DefinitionColumns.definition(schema);
        var headRevision = DefinitionColumns.of(head, REVISION).as("head_revision");
        var body = DefinitionColumns.of(definition, BODY);
        List<? extends Record> rows = ctx.select(headRevision, body)
                .from(head)
                .leftJoin(definition)
                .on(DefinitionColumns.of(definition, DELETED_AT).isNull())
                .fetch();
        List<Definition> definitions = rows.stream()
                .filter(row -> row.get(body) != null)
                .map(row -> Documents.definition(row.get(body)))
                .toList();
        return new DefinitionSet(rows.getFirst().get(headRevision), definitions);
    }

    /** One that is published or in the trash. */
    Optional<Published> find(DSLContext ctx, DefinitionKey key) {
        return select(ctx, DefinitionColumns.is(key)).stream().findFirst();
    }

    /** All that are published, by kind and code. */
    List<Published> published(DSLContext ctx) {
        return select(ctx, DELETED_AT.isNull());
    }

    /** What lies in the trash, by kind and code. */
    List<Published> trash(DSLContext ctx) {
        return select(ctx, DELETED_AT.isNotNull());
    }

    private List<Published> select(DSLContext ctx, Condition where) {
        return ctx.select(BODY, VERSION, REVISION, DELETED_AT)
                .from(DefinitionColumns.definition(schema))
                .where(where)
                .orderBy(KIND, CODE)
                .fetch(row -> new Published(
                        Documents.definition(row.get(BODY)), row.get(VERSION), row.get(REVISION), row.get(DELETED_AT)));
    }

    /** Makes {@code definition} the published one; takes it out of the trash where it lies there. */
    void put(DSLContext ctx, Definition definition, long version, long revision) {
        ctx.insertInto(DefinitionColumns.definition(schema))
                .set(KIND, definition.key().kind())
                .set(CODE, definition.key().code())
                .set(BODY, Documents.write(definition.body()))
                .set(VERSION, version)
                .set(REVISION, revision)
                .onConflict(KIND, CODE)
                .doUpdate()
                .set(BODY, DSL.excluded(BODY))
                .set(VERSION, DSL.excluded(VERSION))
                .set(REVISION, DSL.excluded(REVISION))
                .setNull(DELETED_AT)
                .setNull(DELETED_BY)
                .execute();
    }

    /** Puts a published definition into the trash. */
    void delete(DSLContext ctx, DefinitionKey key, long version, long revision, Instant at, @Nullable UUID by) {
        ctx.update(DefinitionColumns.definition(schema))
                .set(VERSION, version)
                .set(REVISION, revision)
                .set(DELETED_AT, at)
                .set(DELETED_BY, by)
                .where(DefinitionColumns.is(key))
                .execute();
    }

    void setRevision(DSLContext ctx, long revision) {
        ctx.update(DefinitionColumns.head(schema)).set(REVISION, revision).execute();
    }
}
