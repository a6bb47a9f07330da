package io.zhike.definition;

import static io.zhike.definition.DefinitionColumns.APP;
import static io.zhike.definition.DefinitionColumns.BASE;
import static io.zhike.definition.DefinitionColumns.BODY;
import static io.zhike.definition.DefinitionColumns.CHANGED_AT;
import static io.zhike.definition.DefinitionColumns.CHANGED_BY;
import static io.zhike.definition.DefinitionColumns.CODE;
import static io.zhike.definition.DefinitionColumns.KIND;
import static io.zhike.definition.DefinitionColumns.VERSION;

import io.zhike.store.WorkspaceSchema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The drafts of one workspace. */
final class DraftStore {
    private final WorkspaceSchema schema;

    DraftStore(WorkspaceSchema schema) {
        this.schema = schema;
    }

    /** A version that no draft had before. Whoever takes one keeps all others from saving until its transaction ends. */
    long nextVersion(DSLContext ctx) {
        return Objects.requireNonNull(ctx.update(DefinitionColumns.version(schema))
                .set(VERSION, VERSION.plus(1L))
                .returningResult(VERSION)
                .fetchSingle()
                .value1());
    }

    /** All, by kind and code. */
    List<Draft> all(DSLContext ctx) {
        return select(ctx, DSL.noCondition());
    }

    Optional<Draft> find(DSLContext ctx, DefinitionKey key) {
        return select(ctx, DefinitionColumns.is(key)).stream().findFirst();
    }

    private List<Draft> select(DSLContext ctx, Condition where) {
        return ctx.select(KIND, CODE, APP, BODY, BASE, VERSION, CHANGED_BY, CHANGED_AT)
                .from(DefinitionColumns.draft(schema))
                .where(where)
                .orderBy(KIND, CODE)
                .fetch(DraftStore::draft);
    }

    private static Draft draft(Record row) {
        JSON body = row.get(BODY);
        return new Draft(
                new DefinitionKey(row.get(KIND), row.get(CODE)),
                body == null ? null : Documents.definition(body),
                row.get(APP),
                row.get(BASE),
                row.get(VERSION),
                row.get(CHANGED_BY),
                row.get(CHANGED_AT));
    }

    void put(DSLContext ctx, Draft draft) {
        Definition definition = draft.definition();
        ctx.insertInto(DefinitionColumns.draft(schema))
                .set(KIND, draft.key().kind())
                .set(CODE, draft.key().code())
                .set(APP, draft.app())
                .set(BODY, definition == null ? null : Documents.write(definition.body()))
                .set(BASE, draft.base())
                .set(VERSION, draft.version())
                .set(CHANGED_BY, draft.changedBy())
                .set(CHANGED_AT, draft.changedAt())
                .onConflict(KIND, CODE)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void delete(DSLContext ctx, DefinitionKey key) {
        ctx.deleteFrom(DefinitionColumns.draft(schema))
                .where(DefinitionColumns.is(key))
                .execute();
    }

    /** Takes away the drafts that became {@code revision}; what was saved over one meanwhile stays, based on it. */
    void published(DSLContext ctx, List<Draft> drafts, long revision) {
        for (Draft draft : drafts) {
            int gone = ctx.deleteFrom(DefinitionColumns.draft(schema))
                    .where(DefinitionColumns.is(draft.key()))
                    .and(VERSION.eq(draft.version()))
                    .execute();
            if (gone == 0) {
                ctx.update(DefinitionColumns.draft(schema))
                        .set(BASE, revision)
                        .where(DefinitionColumns.is(draft.key()))
                        .execute();
            }
        }
    }
}
