package io.zhike.workspace;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What administrators choose for the whole workspace. */
enum SettingAction implements AuditAction {
    WATERMARK_CHANGED("修改水印", "Watermark changed", "{who} 修改了水印设置", "{who} changed where the watermark stands"),
    CALENDAR_CHANGED("修改工作日历", "Working calendar changed", "{who} 修改了工作日历", "{who} changed the working calendar"),
    SITE_ADDRESS_CHANGED(
            "修改访问地址",
            "Site address changed",
            "{who} 修改了系统的访问地址",
            "{who} changed the address under which Zhike is reached");

    private final Wording wording;

    SettingAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Component("setting.actions")
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
