package io.zhike.rule.hook;

import io.zhike.definition.PublishStep;
import io.zhike.message.Label;
import io.zhike.message.Message;
import io.zhike.message.MessageCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** That a rule gets an address, or that its address is no more. */
record HookStep(String rule, Label label, Kind kindOf) implements PublishStep {

    enum Kind implements MessageCode {
        MAKE("make-hook", "给规则「{0}」一个接收地址", "Give the rule '{0}' an address"),
        DROP("drop-hook", "规则「{0}」的接收地址不再有效", "The address of the rule '{0}' is no more");

        private final String name;
        private final String zh;
        private final String en;

        Kind(String name, String zh, String en) {
            this.name = name;
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }

    static HookStep read(JsonNode step) {
        JsonNode label = step.path("label");
        return new HookStep(
                step.path("rule").asString(),
                new Label(label.path("zh").asString(null), label.path("en").asString(null)),
                Kind.valueOf(step.path("kind").asString()));
    }

    @Override
    public String key() {
        return kindOf.name + ":" + rule;
    }

    @Override
    public String kind() {
        return kindOf.name;
    }

    @Override
    public Message title() {
        return kindOf.with(label);
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
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("rule", rule).put("kind", kindOf.name());
        node.putObject("label").put("zh", label.zh()).put("en", label.en());
        return node;
    }
}
