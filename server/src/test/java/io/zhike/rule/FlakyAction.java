package io.zhike.rule;

import io.zhike.action.Action;
import io.zhike.action.ActionGroup;
import io.zhike.action.ActionPlace;
import io.zhike.action.ActionRun;
import io.zhike.action.ActionText;
import io.zhike.action.Outcome;
import io.zhike.action.Parameters;
import io.zhike.action.Subject;
import io.zhike.definition.Reference;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Breaks off for the records that a test names, and counts for all others how often it was done under which key. */
@Component
class FlakyAction implements Action {
    static final Set<UUID> BROKEN = ConcurrentHashMap.newKeySet();
    static final Map<String, AtomicInteger> CALLS = new ConcurrentHashMap<>();

    @Override
    public ActionText text() {
        Label label = new Label("会出错的动作", "Flaky");
        return new ActionText("flaky", ActionGroup.CONTROL, label, label, label);
    }

    @Override
    public ObjectNode parameters() {
        return new Parameters().schema();
    }

    @Override
    public ObjectNode example() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public List<Issue> check(ActionPlace place, JsonNode with) {
        return List.of();
    }

    @Override
    public List<Reference> references(ActionPlace place, JsonNode with) {
        return List.of();
    }

    @Override
    public List<Outcome> run(ActionRun run, JsonNode with) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Subject subject : run.subjects()) {
            CALLS.computeIfAbsent(subject.key(), _ -> new AtomicInteger()).incrementAndGet();
            if (BROKEN.contains(subject.record())) {
                throw new IllegalStateException("broken");
            }
            outcomes.add(new Outcome.Done(RuleMessage.FIRED.with(), List.of()));
        }
        return outcomes;
    }
}
