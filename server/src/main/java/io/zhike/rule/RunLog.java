package io.zhike.rule;

import io.zhike.action.Outcome;
import io.zhike.message.Label;
import io.zhike.message.Language;
import io.zhike.message.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what came of a step into the log of its run. */
final class RunLog {
    /** What counts before what where a set comes to several. */
    private static final List<String> ORDER = List.of("failed", "waiting", "done", "skipped");

    private static final int MOST_TOLD = 20;
    private static final int MOST_TOUCHED = 200;

    private RunLog() {}

    static void add(Run run, Step step, Instant at, Outcome outcome) {
        add(run, step, at, List.of(outcome));
    }

    /** Of a set, what was said of some of its records, and how often which came of it. */
    static void add(Run run, Step step, Instant at, List<Outcome> outcomes) {
        ObjectNode entry = run.log().addObject();
        entry.put("step", step.code()).put("do", called(step)).put("at", at.toString());
        entry.put("outcome", worst(outcomes));
        ObjectNode message = entry.putObject("message");
        Label said = said(outcomes);
        message.put("zh", said.in(Language.ZH)).put("en", said.in(Language.EN));
        ArrayNode touched = entry.putArray("touched");
        outcomes.stream()
                .filter(Outcome.Done.class::isInstance)
                .flatMap(outcome -> ((Outcome.Done) outcome).touched().stream())
                .limit(MOST_TOUCHED)
                .forEach(record -> touched.addObject()
                        .put("entity", record.entity())
                        .put("id", record.id().toString()));
    }

    /** That the step where the run stands broke off. */
    static void failed(Run run, Program program, Instant at, Message why) {
        Optional.ofNullable(run.step())
                .flatMap(program::step)
                .ifPresent(step -> add(run, step, at, new Outcome.Failed(why, true)));
    }

    static String called(Step step) {
        return switch (step) {
            case Step.Do act -> act.action();
            case Step.Branch _ -> "branch";
            case Step.Each _ -> "each";
            case Step.Wait _ -> "wait";
        };
    }

    private static String worst(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(RunLog::code)
                .min((one, other) -> Integer.compare(ORDER.indexOf(one), ORDER.indexOf(other)))
                .orElse("skipped");
    }

    private static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> "done";
            case Outcome.Skipped _ -> "skipped";
            case Outcome.Later _ -> "waiting";
            case Outcome.Failed _ -> "failed";
        };
    }

    private static Label said(List<Outcome> outcomes) {
        return new Label(said(outcomes, Language.ZH), said(outcomes, Language.EN));
    }

    private static String said(List<Outcome> outcomes, Language language) {
        if (outcomes.size() == 1) {
            return outcomes.getFirst().message().in(language);
        }
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.message().in(language), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .limit(MOST_TOLD)
                .map(entry -> entry.getKey() + " × " + entry.getValue())
                .collect(Collectors.joining(language == Language.ZH ? "；" : "; "));
    }
}
