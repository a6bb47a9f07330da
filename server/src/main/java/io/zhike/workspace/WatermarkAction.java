package io.zhike.workspace;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done with the watermark. */
enum WatermarkAction implements AuditAction {
    WATERMARK_CHANGED("修改水印", "Watermark changed", "{who} 修改了水印设置", "{who} changed where the watermark stands");

    private final Wording wording;

    WatermarkAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Component("watermark.actions")
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
