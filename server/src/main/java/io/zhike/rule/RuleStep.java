package io.zhike.rule;

import io.zhike.definition.PublishStep;
import io.zhike.message.Label;
import io.zhike.message.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * That a rule begins or ends with a publish.
 *
 * @param first whether it is the first that looks at the feed, which nobody has read for rules lately
 */
record RuleStep(String rule, Label label, Kind kindOf, boolean first) implements PublishStep {

    enum Kind {
        START("start-rule"),
        STOP("stop-rule"),
        DELETE("delete-rule");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    static RuleStep read(JsonNode step) {
        JsonNode label = step.path("label");
        return new RuleStep(
                step.path("rule").asString(),
                new Label(label.path("zh").asString(null), label.path("en").asString(null)),
                Kind.valueOf(step.path("kind").asString()),
                step.path("first").asBoolean(false));
    }

    @Override
    public String key() {
        return kindOf.code + ":" + rule;
    }

    @Override
    public String kind() {
        return kindOf.code;
    }

    @Override
    public Message title() {
        return kindOf == Kind.START ? RuleMessage.RULE_STARTS.with(label) : RuleMessage.RULE_STOPS.with(label);
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
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("rule", rule)
                .put("kind", kindOf.name())
                .put("first", first);
        node.putObject("label").put("zh", label.zh()).put("en", label.en());
        return node;
    }
}
