package io.zhike.record;

import io.zhike.access.EntityGrant;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.SystemFields;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A record as it was just written, as far as the caller may read it: all that is stored, without what is computed on reading. */
final class WrittenJson {
    private static final Set<String> AHEAD = Set.of(SystemFields.ID, SystemFields.NUMBER, SystemFields.VERSION);

    private final EntityDefinition entity;
    private final EntityGrant grant;

    WrittenJson(EntityDefinition entity, EntityGrant grant) {
        this.entity = entity;
        this.grant = grant;
    }

    ObjectNode of(WriteResult.Written written) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(SystemFields.ID, written.id().toString());
        node.put(SystemFields.NUMBER, written.number());
        node.put(SystemFields.VERSION, written.version());
        for (Field field : entity.fields()) {
            String code = field.code();
            if (AHEAD.contains(code)
                    || !grant.readable().contains(code)
                    || !written.values().has(code)) {
                continue;
            }
            @Nullable Object value = written.values().get(code);
            if (value == null) {
                node.putNull(code);
            } else {
                node.set(code, field.type().write(value));
            }
        }
        return node;
    }
}
