package io.zhike.workspace;

import io.zhike.audit.AuditAction;
import io.zhike.audit.AuditActions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module tells the audit log of. */
public enum PeopleAction implements AuditAction {
    SIGNED_IN("登录", "Signed in", "{who} 登录", "{who} signed in"),
    SIGN_IN_FAILED("登录失败", "Sign-in failed", "有人用「{title}」的账号登录失败", "Somebody failed to sign in as '{title}'"),
    SIGN_IN_THROTTLED(
            "登录被限制",
            "Sign-in throttled",
            "「{title}」的账号尝试次数过多，登录被暂时限制",
            "Too many tries to sign in as '{title}'; made to wait"),
    SIGNED_OUT("退出登录", "Signed out", "{who} 退出登录", "{who} signed out"),
    WORKSPACE_ENTERED("切换工作区", "Workspace entered", "{who} 从其他工作区进入", "{who} came in from another workspace"),
    SESSION_ENDED("结束其他会话", "Session ended", "{who} 结束了自己在别处的一个会话", "{who} ended a session of theirs elsewhere"),
    OTHER_SESSIONS_ENDED(
            "结束其他全部会话", "Other sessions ended", "{who} 结束了自己在别处的全部会话", "{who} ended all sessions of theirs elsewhere"),
    PASSWORD_CHANGED("修改密码", "Password changed", "{who} 修改了自己的密码", "{who} changed their password"),
    PASSWORD_RESET("重设密码", "Password reset", "{who} 重设了「{title}」的密码", "{who} set a new password for '{title}'"),
    SECOND_FACTOR_SET("开启两步验证", "Second factor set up", "{who} 开启了两步验证", "{who} set up a second factor"),
    SECOND_FACTOR_REMOVED("关闭两步验证", "Second factor removed", "{who} 关闭了两步验证", "{who} removed their second factor"),
    SECOND_FACTOR_RESET(
            "重置两步验证", "Second factor reset", "{who} 重置了「{title}」的两步验证", "{who} reset the second factor of '{title}'"),
    RECOVERY_CODES_MADE("更换恢复码", "Recovery codes made", "{who} 更换了自己的恢复码", "{who} made new recovery codes"),
    RECOVERY_CODE_USED("使用恢复码", "Recovery code used", "{who} 用掉了一个恢复码", "{who} used up a recovery code"),
    CODE_FAILED(
            "验证码错误",
            "Wrong code",
            "有人知道「{title}」的密码，但验证码不对",
            "Somebody knew the password of '{title}' and gave a wrong code"),
    SESSIONS_ENDED("结束成员的会话", "Sessions ended", "{who} 让「{title}」在所有设备上退出", "{who} signed '{title}' out everywhere"),
    MEMBER_SESSION_ENDED(
            "结束成员的一个会话",
            "Session of a member ended",
            "{who} 让「{title}」在一台设备上退出",
            "{who} signed '{title}' out of one device"),
    SECURITY_CHANGED("修改安全设置", "Security settings changed", "{who} 修改了工作区的安全设置", "{who} changed the security settings"),
    MEMBER_ADDED("新增成员", "Member added", "{who} 新增了成员「{title}」", "{who} added the member '{title}'"),
    MEMBER_CHANGED("修改成员", "Member changed", "{who} 修改了成员「{title}」", "{who} changed the member '{title}'"),
    MEMBER_DEACTIVATED("停用成员", "Member deactivated", "{who} 停用了成员「{title}」", "{who} deactivated the member '{title}'"),
    MEMBER_REACTIVATED("恢复成员", "Member reactivated", "{who} 恢复了成员「{title}」", "{who} reactivated the member '{title}'"),
    MEMBER_LEAVING("标记即将离职", "Marked as leaving", "{who} 标记「{title}」即将离职", "{who} marked '{title}' as about to leave"),
    MEMBER_STAYS("取消离职标记", "Marked as staying", "{who} 取消了「{title}」的离职标记", "{who} marked '{title}' as staying"),
    HAND_OVER_BEGUN(
            "开始交接", "Hand-over begun", "{who} 开始交接「{title}」名下的内容", "{who} began to hand over what '{title}' holds"),
    INVITATION_MADE("生成邀请", "Invitation made", "{who} 生成了邀请「{title}」", "{who} made the invitation '{title}'"),
    INVITATION_WITHDRAWN(
            "收回邀请", "Invitation withdrawn", "{who} 收回了邀请「{title}」", "{who} withdrew the invitation '{title}'"),
    ADMIN_GRANTED("授予管理员", "Administrator made", "{who} 把「{title}」设为管理员", "{who} made '{title}' an administrator"),
    ADMIN_REVOKED(
            "取消管理员", "Administrator unmade", "{who} 取消了「{title}」的管理员身份", "{who} took administration from '{title}'"),
    DEPARTMENT_ADDED("新增部门", "Department added", "{who} 新增了部门「{title}」", "{who} added the department '{title}'"),
    DEPARTMENT_CHANGED("修改部门", "Department changed", "{who} 修改了部门「{title}」", "{who} changed the department '{title}'"),
    DEPARTMENT_REMOVED("删除部门", "Department removed", "{who} 删除了部门「{title}」", "{who} removed the department '{title}'"),
    GROUP_ADDED("新增成员组", "Group added", "{who} 新增了成员组「{title}」", "{who} added the group '{title}'"),
    GROUP_CHANGED("修改成员组", "Group changed", "{who} 修改了成员组「{title}」", "{who} changed the group '{title}'"),
    GROUP_REMOVED("删除成员组", "Group removed", "{who} 删除了成员组「{title}」", "{who} removed the group '{title}'"),
    WORKSPACE_RENAMED(
            "修改工作区名称", "Workspace renamed", "{who} 把工作区改名为「{title}」", "{who} renamed the workspace to '{title}'"),
    KEY_MADE("新建 API 密钥", "API key made", "{who} 新建了 API 密钥「{title}」", "{who} made the API key '{title}'"),
    KEY_REVOKED("吊销 API 密钥", "API key revoked", "{who} 吊销了 API 密钥「{title}」", "{who} revoked the API key '{title}'"),
    KEY_CALLED("API 调用", "API call", "{who} 用密钥「{via}」调用了 {call}", "{who} called {call} with the key '{via}'"),
    REFUSED("无权操作", "Refused", "{who} 无权访问 {call}，已被拒绝", "{who} was refused {call}"),
    PREVIEWED("以角色预览", "Previewed", "{who} 以角色「{title}」预览了工作台", "{who} looked at the workspace as the role '{title}'"),
    SEEN_AS("以他人身份查看", "Seen as a member", "{who} 以「{title}」的身份查看了工作台", "{who} looked at the workspace as '{title}'"),
    LOG_EXPORTED(
            "导出审计日志", "Audit log exported", "{who} 导出了 {rows} 条审计日志", "{who} exported {rows} entries of the audit log");

    private final Wording wording;

    PeopleAction(String zhLabel, String enLabel, String zh, String en) {
        wording = new Wording(zhLabel, enLabel, zh, en);
    }

    @Component("people.actions")
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
