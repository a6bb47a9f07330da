package io.zhike.rule.hook;

import io.zhike.message.Label;
import io.zhike.record.KeptAbout;
import io.zhike.store.WorkspaceSchema;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What other systems sent about records, for whom they are about. */
@Component
final class KeptDeliveries implements KeptAbout {

    @Override
    public String kind() {
        return "deliveries";
    }

    @Override
    public Label label() {
        return new Label("其他系统发来的数据", "What other systems sent");
    }

    @Override
    public long count(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        return new DeliveryRows(ctx, schema).ofAll(entity, records).size();
    }

    @Override
    public ArrayNode export(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        new DeliveryRows(ctx, schema)
                .ofAll(entity, records)
                .forEach(delivery -> all.addObject()
                        .put("at", delivery.at().toString())
                        .put("rule", delivery.rule())
                        .put("text", delivery.body()));
        return all;
    }

    @Override
    public void erase(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        new DeliveryRows(ctx, schema).deleteOf(entity, records);
    }
}
