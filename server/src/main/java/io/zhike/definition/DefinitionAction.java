package io.zhike.definition;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module tells the audit log of. Drafts are no matter of the log: publishing is. */
enum DefinitionAction implements AuditAction {
    PUBLISHED("发布", "Published", "{who} 发布了版本 {revision}", "{who} published revision {revision}"),
    REVISION_RESTORED(
            "恢复版本", "Revision restored", "{who} 用版本 {revision} 的内容建立了草稿", "{who} made drafts of revision {revision}"),
    APP_INSTALLED("安装应用", "App installed", "{who} 安装了应用「{title}」", "{who} installed the app '{title}'"),
    APP_EXPORTED("导出应用", "App exported", "{who} 导出了应用「{title}」", "{who} exported the app '{title}'"),
    SAMPLE_REMOVED(
            "清除示例数据",
            "Sample data removed",
            "{who} 清除了应用「{title}」的示例数据",
            "{who} removed the sample data of the app '{title}'");

    private final Wording wording;

    DefinitionAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Component("definition.actions")
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
