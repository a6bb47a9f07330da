package io.zhike.access;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module tells the audit log of. */
enum AccessAction implements AuditAction {
    ROLE_GIVEN("授予角色", "Role given", "{who} 把角色「{role}」给了「{title}」", "{who} gave the role '{role}' to '{title}'"),
    ROLE_TAKEN("收回角色", "Role taken", "{who} 收回了「{title}」的角色「{role}」", "{who} took the role '{role}' from '{title}'");

    private final Wording wording;

    AccessAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Component("access.actions")
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
