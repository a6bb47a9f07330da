package io.zhike.definition;

import static io.zhike.definition.DefinitionColumns.BODY;
import static io.zhike.definition.DefinitionColumns.CHANGES;
import static io.zhike.definition.DefinitionColumns.CODE;
import static io.zhike.definition.DefinitionColumns.FINISHED_AT;
import static io.zhike.definition.DefinitionColumns.KIND;
import static io.zhike.definition.DefinitionColumns.NUMBER;
import static io.zhike.definition.DefinitionColumns.PUBLISHED_AT;
import static io.zhike.definition.DefinitionColumns.PUBLISHED_BY;
import static io.zhike.definition.DefinitionColumns.REVISION;
import static io.zhike.definition.DefinitionColumns.STEPS;
import static io.zhike.definition.DefinitionColumns.VERSION;

import io.zhike.store.WorkspaceSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jspecify.annotations.Nullable;

/** The history of one workspace: what each revision changed, and when, by whom and by which steps. */
final class RevisionStore {
    private final WorkspaceSchema schema;

    RevisionStore(WorkspaceSchema schema) {
        this.schema = schema;
    }

    void add(DSLContext ctx, Revision revision) {
        ctx.insertInto(DefinitionColumns.revision(schema))
                .set(NUMBER, revision.number())
                .set(PUBLISHED_AT, revision.publishedAt())
                .set(PUBLISHED_BY, revision.publishedBy())
                .set(CHANGES, revision.changes())
                .set(STEPS, Documents.write(revision.steps()))
                .set(FINISHED_AT, revision.finishedAt())
                .execute();
    }

    /** Keeps what {@code revision} made of a definition; {@code definition} is null where it deleted it. */
    void addChange(DSLContext ctx, long revision, DefinitionKey key, @Nullable Definition definition, long version) {
        ctx.insertInto(DefinitionColumns.history(schema))
                .set(KIND, key.kind())
                .set(CODE, key.code())
                .set(REVISION, revision)
                .set(BODY, definition == null ? null : Documents.write(definition.body()))
                .set(VERSION, version)
                .execute();
    }

    void finish(DSLContext ctx, long revision, Instant at) {
        ctx.update(DefinitionColumns.revision(schema))
                .set(FINISHED_AT, at)
                .where(NUMBER.eq(revision))
                .execute();
    }

    /** The newest first, at most {@code limit} of those below {@code below}. */
    List<Revision> list(DSLContext ctx, long below, int limit) {
        return select(ctx, NUMBER.lt(below), limit);
    }

    Optional<Revision> find(DSLContext ctx, long number) {
        return select(ctx, NUMBER.eq(number), 1).stream().findFirst();
    }

    private List<Revision> select(DSLContext ctx, Condition where, int limit) {
        return ctx.select(NUMBER, PUBLISHED_AT, PUBLISHED_BY, CHANGES, STEPS, FINISHED_AT)
                .from(DefinitionColumns.revision(schema))
                .where(where)
                .orderBy(NUMBER.desc())
                .limit(limit)
                .fetch(row -> new Revision(
                        row.get(NUMBER),
                        row.get(PUBLISHED_AT),
                        row.get(PUBLISHED_BY),
                        row.get(CHANGES),
                        Documents.read(row.get(STEPS)),
                        row.get(FINISHED_AT)));
    }

    /** The revisions that changed that definition, the newest first. */
    List<Long> of(DSLContext ctx, DefinitionKey key) {
        return ctx.select(REVISION)
                .from(DefinitionColumns.history(schema))
                .where(KIND.eq(key.kind()))
                .and(CODE.eq(key.code()))
                .orderBy(REVISION.desc())
                .fetch(REVISION);
    }

    /** All definitions as {@code revision} left them. */
    DefinitionSet at(DSLContext ctx, long revision) {
        List<Definition> definitions = ctx
                .select(KIND, CODE, BODY)
                .distinctOn(KIND, CODE)
                .from(DefinitionColumns.history(schema))
                .where(REVISION.le(revision))
                .orderBy(KIND, CODE, REVISION.desc())
                .fetch(BODY)
                .stream()
                .filter(RevisionStore::there)
                .map(Documents::definition)
                .toList();
        return new DefinitionSet(revision, definitions);
    }

    private static boolean there(@Nullable JSON body) {
        return body != null;
    }
}
