package io.zhike.rule.hook;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done with the secrets of rules. */
enum HookAction implements AuditAction {
    HOOK_REPLACED(
            "更换接收地址",
            "Address replaced",
            "{who} 更换了规则「{name}」的接收地址",
            "{who} replaced the address of the rule '{name}'"),
    SIGNING_KEY_REPLACED(
            "更换签名密钥",
            "Signing key replaced",
            "{who} 更换了规则「{name}」的签名密钥",
            "{who} replaced the signing key of the rule '{name}'");

    private final Wording wording;

    HookAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Component("rule.hook.actions")
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
