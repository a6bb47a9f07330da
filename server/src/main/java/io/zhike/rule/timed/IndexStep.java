package io.zhike.rule.timed;

import io.zhike.definition.PublishStep;
import io.zhike.entity.TableNames;
import io.zhike.message.Label;
import io.zhike.message.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * That the records of an entity are to be found by a date fast, or need not be any more.
 *
 * @param label the name of the entity
 * @param drop whether no timed rule needs it
 */
record IndexStep(String entity, Label label, String column, boolean drop) implements PublishStep {

    static IndexStep read(JsonNode step) {
        JsonNode label = step.path("label");
        return new IndexStep(
                step.path("entity").asString(),
                new Label(label.path("zh").asString(null), label.path("en").asString(null)),
                step.path("column").asString(),
                step.path("drop").asBoolean());
    }

    /** The name of the index. */
    String index() {
        return TableNames.of(TableNames.table(entity), column, "due");
    }

    @Override
    public String key() {
        return kind() + ":" + entity + "." + column;
    }

    @Override
    public String kind() {
        return drop ? "drop-due-index" : "build-due-index";
    }

    @Override
    public Message title() {
        return drop ? TimedMessage.DROP_INDEX.with(label, column) : TimedMessage.BUILD_INDEX.with(label, column);
    }

    @Override
    public boolean lossy() {
        return false;
    }

    @Override
    public long rowsLost() {
        return 0;
    }

    @Override
    public JsonNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("entity", entity)
                .put("column", column)
                .put("drop", drop)
                .set(
                        "label",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("zh", label.zh())
                                .put("en", label.en()));
    }
}
