package io.zhike.rule.timed;

import io.zhike.definition.Definitions;
import io.zhike.rule.Rule;
import io.zhike.rule.RuleBook;
import io.zhike.rule.RuleError;
import io.zhike.rule.Trigger;
import io.zhike.workspace.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of rules that come with time; for those who build them. */
@RestController
@RequestMapping("/api/v1/rules/{code}/due")
class TimedRuleApi {
    private final Definitions definitions;
    private final TimedRules rules;

    TimedRuleApi(Definitions definitions, TimedRules rules) {
        this.definitions = definitions;
        this.rules = rules;
    }

    /** Applies a rule to what was due before it began; what it ran for already is not run for again. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void applyToDue(Caller caller, @PathVariable String code) {
        Rule rule = RuleBook.built(definitions, caller, code);
        if (!(rule.trigger() instanceof Trigger.Timed)) {
            throw RuleError.NOT_TIMED.problem(rule.label());
        }
        rules.applyToDue(caller.workspace(), rule);
    }
}
