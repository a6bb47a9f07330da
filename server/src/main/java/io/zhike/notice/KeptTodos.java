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

/** To-dos about records, for whom they are about. */
@Component
final class KeptTodos implements KeptAbout {

    @Override
    public String kind() {
        return "todos";
    }

    @Override
    public Label label() {
        return new Label("待办", "To-dos");
    }

    @Override
    public long count(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        return new TodoStore(ctx, schema).ofAll(entity, records).size();
    }

    @Override
    public ArrayNode export(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        new TodoStore(ctx, schema)
                .ofAll(entity, records)
                .forEach(todo -> all.addObject()
                        .put("at", todo.at().toString())
                        .put("title", todo.title())
                        .put("note", todo.note()));
        return all;
    }

    @Override
    public void erase(DSLContext ctx, WorkspaceSchema schema, String entity, Collection<UUID> records) {
        new TodoStore(ctx, schema).deleteOf(entity, records);
    }
}
