package io.zhike.definition;

import static io.zhike.definition.DefinitionColumns.APP;
import static io.zhike.definition.DefinitionColumns.BODY;
import static io.zhike.definition.DefinitionColumns.CODE;
import static io.zhike.definition.DefinitionColumns.INSTALLED_AT;
import static io.zhike.definition.DefinitionColumns.INSTALLED_BY;
import static io.zhike.definition.DefinitionColumns.KIND;
import static io.zhike.definition.DefinitionColumns.SAMPLE_BATCH;
import static io.zhike.definition.DefinitionColumns.TEMPLATE;
import static io.zhike.definition.DefinitionColumns.TEMPLATE_VERSION;

import io.zhike.store.WorkspaceSchema;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How the apps of one workspace came in, and each of their definitions as it was then. */
final class InstallationStore {
    private final WorkspaceSchema schema;

    InstallationStore(WorkspaceSchema schema) {
        this.schema = schema;
    }

    /** Adds an installation, or takes the place of one of the same app that was deleted since. */
    void put(DSLContext ctx, Installation installation) {
        ctx.insertInto(DefinitionColumns.installation(schema))
                .set(APP, installation.app())
                .set(TEMPLATE, installation.template())
                .set(TEMPLATE_VERSION, installation.version())
                .set(INSTALLED_AT, installation.installedAt())
                .set(INSTALLED_BY, installation.installedBy())
                .set(SAMPLE_BATCH, installation.sampleBatch())
                .onConflict(APP)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    List<Installation> all(DSLContext ctx) {
        return ctx.select(APP, TEMPLATE, TEMPLATE_VERSION, INSTALLED_AT, INSTALLED_BY, SAMPLE_BATCH)
                .from(DefinitionColumns.installation(schema))
                .orderBy(APP)
                .fetch(row -> new Installation(
                        row.get(APP),
                        row.get(TEMPLATE),
                        row.get(TEMPLATE_VERSION),
                        row.get(INSTALLED_AT),
                        row.get(INSTALLED_BY),
                        row.get(SAMPLE_BATCH)));
    }

    void setSampleBatch(DSLContext ctx, String app, @Nullable UUID batch) {
        ctx.update(DefinitionColumns.installation(schema))
                .set(SAMPLE_BATCH, batch)
                .where(APP.eq(app))
                .execute();
    }

    /** Keeps the definitions of {@code app} as its package brought them, and forgets earlier ones. */
    void putBase(DSLContext ctx, String app, List<Definition> definitions) {
        ctx.deleteFrom(DefinitionColumns.base(schema)).where(APP.eq(app)).execute();
        for (Definition definition : definitions) {
            ctx.insertInto(DefinitionColumns.base(schema))
                    .set(KIND, definition.key().kind())
                    .set(CODE, definition.key().code())
                    .set(APP, app)
                    .set(BODY, Documents.write(definition.body()))
                    .onConflict(KIND, CODE)
                    .doUpdate()
                    .setAllToExcluded()
                    .execute();
        }
    }

    /** The definitions of {@code app} as its package brought them, by kind and code. */
    List<Definition> base(DSLContext ctx, String app) {
        return ctx.select(BODY)
                .from(DefinitionColumns.base(schema))
                .where(APP.eq(app))
                .orderBy(KIND, CODE)
                .fetch(row -> Documents.definition(row.get(BODY)));
    }
}
