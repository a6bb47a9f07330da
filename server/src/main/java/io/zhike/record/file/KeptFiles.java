package io.zhike.record.file;

import io.zhike.message.Label;
import io.zhike.record.KeptAbout;
import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The files of records and of their comments, for whom they are about. */
@Component
public final class KeptFiles implements KeptAbout {
    public static final String KIND = "files";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Label label() {
        return new Label("附件", "Files");
    }

    @Override
    public long count(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        return FileTable.ofRecords(ctx, schema, entity, records).size();
    }

    @Override
    public ArrayNode export(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        FileTable.ofRecords(ctx, schema, entity, records)
                .forEach(file -> all.addObject()
                        .put("id", file.id().toString())
                        .put("name", file.name())
                        .put("size", file.size())
                        .put("sent", file.createdAt().toString()));
        return all;
    }

    @Override
    public void erase(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        new PurgedFiles().purged(ctx, schema, entity, records);
    }
}
