package io.zhike.personal;

import io.zhike.record.PurgeFollower;
import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Lets favourites and recent records go when their record goes for ever. */
@Component
final class Forgotten implements PurgeFollower {
    @Override
    public void purged(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        new FavouriteStore(ctx, schema).deleteOf(entity, records);
        new RecentStore(ctx, schema).deleteOf(entity, records);
    }
}
