package io.zhike.rule;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.PublishPart;
import io.zhike.definition.PublishStep;
import io.zhike.notice.SigningKeys;
import io.zhike.record.Feed;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lets rules begin when they are published and end when they are not any more: what happened before sets none off. */
@Component
@Order(500)
class RulesPublished implements PublishPart {
    private final Feed feed;
    private final SigningKeys keys;
    private final Clock clock;

    RulesPublished(Feed feed, SigningKeys keys, Clock clock) {
        this.feed = feed;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Rule.KIND;
    }

    @Override
    public List<PublishStep> plan(DSLContext context, Workspace workspace, DefinitionSet before, DefinitionSet after) {
        List<PublishStep> steps = new ArrayList<>();
        boolean first = !RuleBook.of(before).looksAtFeed() && RuleBook.of(after).looksAtFeed();
        for (Definition old : before.ofKind(Rule.KIND)) {
            if (!after.has(old.key())) {
                steps.add(new RuleStep(old.key().code(), old.label(), RuleStep.Kind.DELETE, false));
            }
        }
        for (Definition now : after.ofKind(Rule.KIND)) {
            Optional<Definition> old = before.find(now.key());
            if (on(now) && !old.filter(was -> goesOn(was, now)).isPresent()) {
                steps.add(new RuleStep(now.key().code(), now.label(), RuleStep.Kind.START, first));
            } else if (!on(now) && old.filter(RulesPublished::on).isPresent()) {
                steps.add(new RuleStep(now.key().code(), now.label(), RuleStep.Kind.STOP, false));
            }
        }
        return steps;
    }

    private static boolean on(Definition rule) {
        return rule.get("on").asBoolean(true);
    }

    /** Whether it waits for the same as before, so that nothing is to begin anew. */
    private static boolean goesOn(Definition was, Definition now) {
        return on(was)
                && was.get("when").equals(now.get("when"))
                && was.get("entity").equals(now.get("entity"));
    }

    @Override
    public void prepare(Workspace workspace, List<PublishStep> steps) {}

    @Override
    public void apply(DSLContext context, Workspace workspace, List<PublishStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        RuleStates states = new RuleStates(context, workspace.schema());
        RunRows runs = new RunRows(context, workspace.schema());
        for (PublishStep step : steps) {
            RuleStep each = (RuleStep) step;
            switch (each.kindOf()) {
                case START -> states.begin(each.rule(), now);
                case STOP -> {
                    states.forget(each.rule());
                    runs.stop(each.rule(), RuleMessage.SWITCHED_OFF.with(), now);
                }
                case DELETE -> {
                    states.forget(each.rule());
                    keys.forget(context, workspace, Rule.source(each.rule()));
                    runs.stop(each.rule(), RuleMessage.RULE_GONE.with(), now);
                }
            }
        }
        if (steps.stream().anyMatch(step -> ((RuleStep) step).first())) {
            feed.skip(context, workspace.schema(), RuleEngine.READER);
        }
    }

    @Override
    public void after(Workspace workspace, List<PublishStep> steps) {}

    @Override
    public PublishStep read(JsonNode step) {
        return RuleStep.read(step);
    }
}
