package io.zhike.entity.table;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module tells the audit log of. */
enum TableAction implements AuditAction {
    TRASH_PURGED(
            "彻底删除字段或表单的数据",
            "Data of a field or entity purged",
            "{who} 彻底删除了「{title}」的数据，涉及 {rows} 条记录",
            "{who} deleted the data of '{title}' for good, {rows} records");

    private final Wording wording;

    TableAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Component("table.actions")
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
