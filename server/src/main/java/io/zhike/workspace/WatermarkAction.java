package io.zhike.workspace;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done with the watermark. */
enum WatermarkAction implements AuditAction {
    WATERMARK_CHANGED("修改水印", "Watermark changed", "{who} 修改了水印设置", "{who} changed where the watermark stands");

    private final String zhLabel;
    private final String enLabel;
    private final String zh;
    private final String en;

    WatermarkAction(String zhLabel, String enLabel, String zh, String en) {
        this.zhLabel = zhLabel;
        this.enLabel = enLabel;
        this.zh = zh;
        this.en = en;
    }

    @Component("watermark.actions")
    static final class All implements AuditActions {
        @Override
        public List<? extends AuditAction> all() {
            return List.of(values());
        }
    }

    @Override
    public String zhLabel() {
        return zhLabel;
    }

    @Override
    public String enLabel() {
        return enLabel;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
