package io.zhike.entity.type;

import io.zhike.message.Label;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Labels as definitions hold them. */
final class LabelJson {
    private LabelJson() {}

    static ObjectNode of(Label label) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (label.zh() != null) {
            json.put("zh", label.zh());
        }
        if (label.en() != null) {
            json.put("en", label.en());
        }
        return json;
    }
}
