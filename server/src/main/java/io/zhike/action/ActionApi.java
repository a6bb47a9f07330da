package io.zhike.action;

import io.zhike.http.Page;
import io.zhike.message.Label;
import io.zhike.workspace.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue of actions, for builders. */
@RestController
@RequestMapping("/api/v1")
class ActionApi {
    private final Actions actions;

    ActionApi(Actions actions) {
        this.actions = actions;
    }

    record GroupAnswer(String code, Label label) {}

    /**
     * One action.
     *
     * @param parameters the JSON Schema of its parameters, with titles, help and inputs
     * @param inSave whether it may stand in a rule that runs while a record is saved
     * @param onlyInSave whether it may stand nowhere else
     */
    record ActionAnswer(
            String code,
            GroupAnswer group,
            Label title,
            Label help,
            Label sentence,
            ObjectNode parameters,
            ObjectNode example,
            boolean inSave,
            boolean onlyInSave) {}

    /** All of it, by group. For every member: it is the same everywhere. */
    @GetMapping("/actions")
    Page<ActionAnswer> all(Caller caller) {
        return Page.whole(actions.all().stream().map(ActionApi::answer).toList());
    }

    private static ActionAnswer answer(Action action) {
        ActionText text = action.text();
        return new ActionAnswer(
                text.code(),
                new GroupAnswer(text.group().code(), text.group().label()),
                text.title(),
                text.help(),
                text.sentence(),
                action.parameters(),
                action.example(),
                action.inSave(),
                action instanceof Refuse);
    }
}
