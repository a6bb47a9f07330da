package io.zhike.record.file;

import io.zhike.record.PurgeFollower;
import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The files of a record, and of what was said about it, go when it goes for ever. */
@Component
final class PurgedFiles implements PurgeFollower {

    @Override
    public void purged(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        ctx.deleteFrom(schema.table("file"))
                .where(FileTable.RECORD.in(records))
                .and(FileTable.ENTITY.eq(entity))
                .execute();
    }
}
