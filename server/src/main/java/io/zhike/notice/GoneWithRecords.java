package io.zhike.notice;

import io.zhike.record.PurgeFollower;
import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Lets what is about a record go when it goes for ever. */
@Component
final class GoneWithRecords implements PurgeFollower {
    @Override
    public void purged(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        new TodoStore(ctx, schema).deleteOf(entity, records);
        new NoticeStore(ctx, schema).deleteOf(entity, records);
        new MessageStore(ctx, schema).deleteOf(entity, records);
    }
}
