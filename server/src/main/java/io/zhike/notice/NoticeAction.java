package io.zhike.notice;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is done with the ways out of the house. */
enum NoticeAction implements AuditAction {
    MAIL_CHANGED("修改邮件设置", "Mail settings changed", "{who} 修改了邮件设置", "{who} changed the mail settings"),
    MESSAGE_AGAIN("重发消息", "Message sent again", "{who} 重新发送了一条消息", "{who} sent a message again"),
    CREDENTIAL_ADDED("添加凭据", "Credential added", "{who} 添加了凭据「{name}」", "{who} added the credential '{name}'"),
    CREDENTIAL_CHANGED("修改凭据", "Credential changed", "{who} 修改了凭据「{name}」", "{who} changed the credential '{name}'"),
    CREDENTIAL_REMOVED("删除凭据", "Credential removed", "{who} 删除了凭据「{name}」", "{who} removed the credential '{name}'");

    private final Wording wording;

    NoticeAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Component("notice.actions")
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
