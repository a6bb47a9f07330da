package io.zhike.workspace;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done with the working calendar. */
enum CalendarAction implements AuditAction {
    CALENDAR_CHANGED("修改工作日历", "Working calendar changed", "{who} 修改了工作日历", "{who} changed the working calendar");

    private final Wording wording;

    CalendarAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Component("calendar.actions")
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
