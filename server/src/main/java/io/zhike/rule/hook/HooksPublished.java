package io.zhike.rule.hook;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.PublishPart;
import io.zhike.definition.PublishStep;
import io.zhike.rule.Rule;
import io.zhike.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Gives rules an address when they are first set off by other systems, and takes it from those that no longer are. */
@Component
@Order(510)
class HooksPublished implements PublishPart {
    private final Hooks hooks;

    HooksPublished(Hooks hooks) {
        this.hooks = hooks;
    }

    @Override
    public String name() {
        return "rule-hook";
    }

    @Override
    public List<PublishStep> plan(DSLContext context, Workspace workspace, DefinitionSet before, DefinitionSet after) {
        List<PublishStep> steps = new ArrayList<>();
        for (Definition old : before.ofKind(Rule.KIND)) {
            Optional<Definition> now = after.find(old.key());
            if (byHook(old) && now.filter(HooksPublished::byHook).isEmpty()) {
                steps.add(new HookStep(old.key().code(), old.label(), HookStep.Kind.DROP));
            }
        }
        for (Definition now : after.ofKind(Rule.KIND)) {
            Optional<Definition> old = before.find(now.key());
            if (byHook(now) && old.filter(HooksPublished::byHook).isEmpty()) {
                steps.add(new HookStep(now.key().code(), now.label(), HookStep.Kind.MAKE));
            }
        }
        return steps;
    }

    private static boolean byHook(Definition rule) {
        return rule.get("when").has("webhook");
    }

    @Override
    public void prepare(Workspace workspace, List<PublishStep> steps) {}

    @Override
    public void apply(DSLContext context, Workspace workspace, List<PublishStep> steps) {
        for (PublishStep step : steps) {
            HookStep each = (HookStep) step;
            switch (each.kindOf()) {
                case MAKE -> hooks.replace(context, workspace, each.rule());
                case DROP -> hooks.forget(context, workspace, each.rule());
            }
        }
    }

    @Override
    public void after(Workspace workspace, List<PublishStep> steps) {}

    @Override
    public PublishStep read(JsonNode step) {
        return HookStep.read(step);
    }
}
