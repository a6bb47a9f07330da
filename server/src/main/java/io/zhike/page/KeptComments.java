package io.zhike.page;

import io.zhike.message.Label;
import io.zhike.record.KeptAbout;
import io.zhike.record.file.FileTable;
import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What was said about records, for whom they are about. The files in it go with it. */
@Component
final class KeptComments implements KeptAbout {

    @Override
    public String kind() {
        return "comments";
    }

    @Override
    public Label label() {
        return new Label("评论", "Comments");
    }

    @Override
    public long count(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        return new CommentStore(ctx, schema).ofAll(entity, records).size();
    }

    @Override
    public ArrayNode export(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        new CommentStore(ctx, schema)
                .ofAll(entity, records)
                .forEach(comment ->
                        all.addObject().put("at", comment.at().toString()).put("text", comment.body()));
        return all;
    }

    @Override
    public void erase(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        CommentStore store = new CommentStore(ctx, schema);
        List<Comment> comments = store.ofAll(entity, records);
        comments.forEach(comment -> FileTable.removeOfComment(ctx, schema, comment.id()));
        store.deleteOf(entity, records);
    }
}
