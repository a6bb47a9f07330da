package io.zhike.rule;

import io.zhike.access.Access;
import io.zhike.definition.Definitions;
import io.zhike.page.ButtonRules;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Rules that somebody sets off by pressing a button: for the records that their condition holds for. */
@Component
class RulesByButton implements ButtonRules {
    private final Definitions definitions;
    private final Access access;
    private final CalledRules called;
    private final RuleRuns runs;
    private final Clock clock;

    RulesByButton(Definitions definitions, Access access, CalledRules called, RuleRuns runs, Clock clock) {
        this.definitions = definitions;
        this.access = access;
        this.called = called;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public void begin(DSLContext ctx, Caller caller, String code, UUID press, List<UUID> records) {
        Workspace workspace = caller.workspace();
        Rule rule = RuleBook.of(definitions.published(workspace))
                .find(code)
                .filter(found -> !found.atSave())
                .orElseThrow(() -> RuleError.UNKNOWN_RULE.problem(code));
        if (!called.isOn(ctx, workspace, rule)) {
            throw RuleError.RULE_OFF.problem(rule.label());
        }
        Set<UUID> meant = called.meant(ctx, access.of(Rule.system(workspace)), rule, records);
        if (meant.isEmpty() && !records.isEmpty()) {
            throw RuleError.RULE_NOT_FOR_RECORD.problem(rule.label());
        }
        Instant now = clock.instant();
        runs.begin(
                ctx,
                workspace,
                records.stream()
                        .filter(meant::contains)
                        .map(record -> new Fired(
                                rule,
                                "press:" + press + "/" + record,
                                List.of(record),
                                now,
                                Optional.ofNullable(caller.member()),
                                List.of(),
                                Fired.none(),
                                Fired.none()))
                        .toList());
    }
}
