package io.zhike.rule;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done with the switches of rules. */
enum RuleAction implements AuditAction {
    RULE_STOPPED("停用规则", "Rule stopped", "{who} 停用了规则「{name}」", "{who} stopped the rule '{name}'"),
    RULE_STARTED("启用规则", "Rule started", "{who} 启用了规则「{name}」", "{who} started the rule '{name}'"),
    RULES_PAUSED("暂停所有规则", "Rules paused", "{who} 暂停了所有规则", "{who} paused all rules"),
    RULES_RESUMED("恢复所有规则", "Rules resumed", "{who} 恢复了所有规则", "{who} let all rules go on");

    private final Wording wording;

    RuleAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Component("rule.actions")
    static final class All implements AuditActions {
        @Override
        public List<? extends AuditAction> all() {
            return List.of(values());
        }
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
