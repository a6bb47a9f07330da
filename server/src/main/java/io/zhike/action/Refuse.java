package io.zhike.action;

import io.zhike.definition.DocumentSchema;
import io.zhike.definition.Reference;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keeps a record from being saved, and says why. Only where a record is about to be saved. */
@Component
final class Refuse implements Action {
    private static final String MESSAGE = "message";
    private static final String FIELD = "field";

    @Override
    public ActionText text() {
        return new ActionText(
                "refuse",
                ActionGroup.RECORD,
                new Label("阻止保存", "Refuse to save"),
                new Label("不让记录保存，并告诉填写的人为什么。", "Keeps the record from being saved and tells whoever saves it why."),
                new Label("阻止保存，提示「{message}」", "refuse to save, saying '{message}'"));
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters()
                .with(
                        MESSAGE,
                        new Label("提示", "Message"),
                        new Label("告诉填写的人要怎么改。", "Tells whoever saves it what to mend."),
                        "text",
                        Parameters.template())
                .with(
                        FIELD,
                        new Label("显示在哪个字段下", "Shown at"),
                        new Label("留空则显示在整张表单上。", "Empty for the form as a whole."),
                        "field",
                        DocumentSchema.code())
                .requiring(MESSAGE)
                .schema();
    }

    @Override
    public ObjectNode example() {
        return JsonNodeFactory.instance.objectNode().put(MESSAGE, "折扣不能低于 8 折");
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        return place.at(MESSAGE).template(with.path(MESSAGE).asString(""));
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        List<Reference> found = new ArrayList<>(
                place.at(MESSAGE).needsOfTemplate(with.path(MESSAGE).asString("")));
        if (with.path(FIELD).isString()) {
            found.addAll(place.at(FIELD).needsField(with.path(FIELD).stringValue()));
        }
        return found;
    }

    @Override
    public boolean inSave() {
        return true;
    }

    /** Refused by the check of whatever names it elsewhere. */
    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        throw new IllegalStateException("a record that is saved already cannot be refused");
    }
}
