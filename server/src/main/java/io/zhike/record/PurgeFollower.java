package io.zhike.record;

import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;

/** Keeps something about records beside them, such as comments, and lets it go with them. Every bean of this type is told. */
public interface PurgeFollower {

    /** Those records go for ever, in the transaction of {@code ctx}. */
    void purged(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records);
}
