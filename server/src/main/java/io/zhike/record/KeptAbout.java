package io.zhike.record;

import io.zhike.message.Label;
import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import tools.jackson.databind.node.ArrayNode;

/**
 * Something that is kept beside records and may be about a person, such as comments. Every bean of this type is asked when
 * somebody wants to know what is held on them, or to be forgotten.
 */
public interface KeptAbout {

    /** Names it in requests and in files: lower case, unique. */
    String kind();

    Label label();

    long count(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records);

    /** All of it, an object each, the oldest first. */
    ArrayNode export(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records);

    /** Removes all of it for ever, in the transaction of {@code ctx}. */
    void erase(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records);
}
