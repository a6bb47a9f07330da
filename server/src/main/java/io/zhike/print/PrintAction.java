package io.zhike.print;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module tells the audit log of. */
enum PrintAction implements AuditAction {
    RECORDS_PRINTED(
            "打印",
            "Printed",
            "{who} 用模板「{template}」打印了 {rows} 条「{title}」",
            "{who} printed {rows} records of '{title}' by '{template}'");

    private final Wording wording;

    PrintAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Component("print.actions")
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
