package io.zhike.notice;

import io.zhike.message.Label;
import io.zhike.record.KeptAbout;
import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What was sent out and told about records, for whom they are about. */
@Component
final class KeptMessages implements KeptAbout {

    @Override
    public String kind() {
        return "messages";
    }

    @Override
    public Label label() {
        return new Label("消息与通知", "Messages and notices");
    }

    @Override
    public long count(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        return new MessageStore(ctx, schema).ofAll(entity, records).size()
                + new NoticeStore(ctx, schema).ofAll(entity, records).size();
    }

    @Override
    public ArrayNode export(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        new MessageStore(ctx, schema)
                .ofAll(entity, records)
                .forEach(message -> all.addObject()
                        .put("at", message.at().toString())
                        .put("to", message.to())
                        .put("title", message.subject())
                        .put("text", message.text()));
        new NoticeStore(ctx, schema)
                .ofAll(entity, records)
                .forEach(notice -> all.addObject()
                        .put("at", notice.at().toString())
                        .put("title", notice.title())
                        .put("text", notice.quote() == null ? notice.text() : notice.quote()));
        return all;
    }

    @Override
    public void erase(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        new MessageStore(ctx, schema).deleteOf(entity, records);
        new NoticeStore(ctx, schema).deleteOf(entity, records);
    }
}
