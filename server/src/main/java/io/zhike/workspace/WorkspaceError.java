package io.zhike.workspace;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can be wrong about people, sign-in and workspaces. */
public enum WorkspaceError implements ErrorCode {
    SIGN_IN_NEEDED(
            Fault.UNAUTHENTICATED,
            "请先登录，或在 Authorization 中提供有效的 API 密钥。",
            "Sign in first, or send a valid API key in Authorization."),
    WRONG_CREDENTIALS(Fault.UNAUTHENTICATED, "账号或密码不正确。", "The account or the password is wrong."),
    TOO_MANY_TRIES(Fault.TOO_MANY, "登录失败次数过多，请在 {0} 秒后再试。", "Too many failed sign-ins; try again in {0} seconds."),
    NO_WORKSPACE(
            Fault.FORBIDDEN, "这个账号不属于任何工作区。请联系管理员。", "This account is a member of no workspace. Ask an administrator."),
    ADMIN_NEEDED(Fault.FORBIDDEN, "只有工作区管理员可以这样做。", "Only an administrator of the workspace may do this."),
    INSTALLATION_ADMIN_NEEDED(
            Fault.FORBIDDEN, "只有系统管理员可以管理工作区。", "Only an administrator of the installation may manage workspaces."),
    MEMBERS_ONLY(Fault.FORBIDDEN, "只有成员可以这样做。", "Only a member can do this."),
    SESSION_NEEDED(Fault.FORBIDDEN, "API 密钥不能这样做。请登录后操作。", "An API key may not do this. Sign in and do it there."),
    PREVIEW_CHANGES_NOTHING(
            Fault.FORBIDDEN, "预览时只能看，不能改。请先退出预览。", "A preview shows and changes nothing. Leave the preview first."),
    SEE_AS_REFUSED(
            Fault.FORBIDDEN,
            "不能以这个成员的身份查看：只有管理员可以，且对方须是在用的成员。请退出后重试。",
            "You cannot see as this member: only administrators can, and only as active members. Leave it and try again."),
    NO_SUCH_WORKSPACE(Fault.NOT_FOUND, "没有这个工作区。", "There is no such workspace."),
    NO_SUCH_MEMBER(Fault.NOT_FOUND, "没有这个成员。", "There is no such member."),
    NO_SUCH_DEPARTMENT(Fault.NOT_FOUND, "没有这个部门。", "There is no such department."),
    NO_SUCH_GROUP(Fault.NOT_FOUND, "没有这个成员组。", "There is no such group."),
    NO_SUCH_KEY(Fault.NOT_FOUND, "没有这个 API 密钥。", "There is no such API key."),
    NO_SUCH_SESSION(Fault.NOT_FOUND, "你没有这个登录会话，它可能已经结束。", "You have no such session; it may have ended."),
    VALUES_TO_CORRECT(Fault.INVALID, "请修改标出的 {0} 处内容。", "Correct the {0} values that are marked in errors."),
    REQUIRED(Fault.INVALID, "请填写「{0}」。", "'{0}' must not be empty."),
    TOO_LONG(Fault.INVALID, "「{0}」最多 {1} 个字符。", "'{0}' may have at most {1} characters."),
    PASSWORD_TOO_SHORT(Fault.INVALID, "密码至少需要 {0} 个字符。", "The password needs at least {0} characters."),
    PASSWORD_IS_ACCOUNT(Fault.INVALID, "密码不能与账号相同。", "The password must not be the account's name."),
    PASSWORD_WRONG(Fault.INVALID, "原密码不正确。", "The present password is wrong."),
    PASSWORD_COMMON(
            Fault.INVALID, "这个密码太常见，很容易被猜到，请换一个。", "This password is among the most common ones; choose another."),
    PASSWORD_HOLDS_NAME(Fault.INVALID, "密码里不能含有账号或姓名。", "The password must not contain the account or the name."),
    PASSWORD_USED_BEFORE(
            Fault.INVALID, "不能用现在或最近 {0} 个用过的密码。", "It must be neither the present password nor one of the last {0}."),
    PASSWORD_EXPIRED(Fault.FORBIDDEN, "密码已到期，请先修改密码。", "Your password has expired; change it first."),
    SECOND_FACTOR_NEEDED(
            Fault.FORBIDDEN, "这个工作区要求两步验证，请先开启。", "This workspace demands a second factor; set one up first."),
    SECOND_FACTOR_ON(
            Fault.CONFLICT,
            "两步验证已经开启。要换手机，请先关闭。",
            "A second factor is set up already; remove it to use another phone."),
    SECOND_FACTOR_NOT_BEGUN(Fault.CONFLICT, "请先用身份验证器扫描二维码。", "Scan the picture with your authenticator app first."),
    SECOND_FACTOR_OFF(Fault.CONFLICT, "两步验证没有开启。", "There is no second factor."),
    CODE_NEEDED(Fault.INVALID, "请输入身份验证器里的 6 位验证码。", "Type the six digits of your authenticator app."),
    CODE_WRONG(
            Fault.INVALID,
            "验证码不正确，或已经用过。请等下一个，并检查手机的时间。",
            "The code is wrong or was used before. Wait for the next one, and check the clock of your phone."),
    CODE_LOCKED(
            Fault.INVALID,
            "错误的验证码太多，验证码已停用。请使用恢复码，或请管理员重置两步验证。",
            "Too many wrong codes: they do not count any more. Use a recovery code, or ask an administrator for a reset."),
    CHALLENGE_OVER(Fault.UNAUTHENTICATED, "时间太久了，请重新输入账号和密码。", "That took too long. Give account and password again."),
    ADDRESS_NOT_ALLOWED(
            Fault.FORBIDDEN,
            "这个工作区只允许从指定的网络地址使用，你现在的地址是 {0}。",
            "This workspace can be used from certain network addresses only; yours is {0}."),
    ADDRESS_RANGE_INVALID(
            Fault.INVALID,
            "「{0}」不是网络地址。请填写如 203.0.113.7、203.0.113.0/24 或 2001:db8::/32。",
            "'{0}' is no network address. Write one such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32."),
    ADDRESS_LOCKS_OUT(
            Fault.CONFLICT,
            "你现在的地址 {0} 不在名单里，保存后你自己就进不来了。请先把它加进去。",
            "Your own address, {0}, is not in the list: you would lock yourself out. Add it first."),
    TOO_MANY_ADDRESSES(Fault.INVALID, "最多 {0} 个地址。", "At most {0} addresses."),
    NOT_BETWEEN(Fault.INVALID, "「{0}」应在 {1} 到 {2} 之间。", "'{0}' must be between {1} and {2}."),
    NO_WEEKDAY(
            Fault.INVALID,
            "「{0}」不是星期。请使用 mon、tue、wed、thu、fri、sat、sun。",
            "'{0}' is no day of the week. Use mon, tue, wed, thu, fri, sat, sun."),
    NO_WORKING_DAY(Fault.INVALID, "一周里至少要有一个工作日。", "At least one day of the week must be a working day."),
    NOT_HOURS(
            Fault.INVALID,
            "工作时段要有开始和结束，例如 09:00 和 18:00。",
            "Hours have a beginning and an end, such as 09:00 and 18:00."),
    HOURS_OUT_OF_ORDER(
            Fault.INVALID,
            "时段 {0}–{1} 不对：结束要晚于开始，且不能与前一段重叠。",
            "The hours {0}–{1} are wrong: they end after they begin, and begin after those before them."),
    TOO_MANY_STRETCHES(Fault.INVALID, "一天最多 {0} 个时段。", "A day has at most {0} stretches of work."),
    TOO_MANY_DAYS(Fault.INVALID, "最多 {0} 个日期。", "At most {0} dates."),
    NOT_A_DAY(
            Fault.INVALID,
            "「{0}」不是日期。请写成 2026-10-01 的样子，年份在 1900 到 2199 之间。",
            "'{0}' is no date. Write it like 2026-10-01, with a year from 1900 to 2199."),
    DAY_TWICE(Fault.INVALID, "日期 {0} 出现了两次。", "The date {0} is there twice."),
    FREE_AND_WORKED(Fault.INVALID, "{0} 不能既是节假日又是调休上班日。", "{0} cannot be both a day off and a day worked instead."),
    ACCOUNT_NAME_INVALID(
            Fault.INVALID, "账号「{0}」无效：不能含空格或控制字符。", "The account '{0}' is not valid: no spaces or control characters."),
    ACCOUNT_TAKEN(Fault.CONFLICT, "账号「{0}」已被使用，请换一个。", "The account '{0}' is taken; choose another."),
    ACCOUNT_SHARED(
            Fault.FORBIDDEN,
            "这个账号还用于其他工作区或系统管理，只有系统管理员可以重设它的密码。",
            "This account is also used in other workspaces or to administer the installation; only an administrator of the"
                    + " installation may set its password."),
    NO_ACCOUNT(Fault.CONFLICT, "这个成员没有账号。", "This member has no account."),
    DEPARTMENT_TAKEN(Fault.CONFLICT, "同一上级下已有部门「{0}」。", "There is already a department '{0}' below the same parent."),
    GROUP_TAKEN(Fault.CONFLICT, "已有成员组「{0}」。", "There is already a group '{0}'."),
    DEPARTMENT_BELOW_ITSELF(
            Fault.INVALID, "部门「{0}」不能移到自己或自己的下级之下。", "The department '{0}' cannot be moved below itself."),
    DEPARTMENT_IN_USE(
            Fault.CONFLICT,
            "部门「{0}」还有 {1} 个下级部门和 {2} 名成员，请先移走。",
            "The department '{0}' still has {1} departments and {2} members; move them first."),
    DEPARTMENT_HAS_RECORDS(
            Fault.CONFLICT,
            "还有 {1} 条记录归属部门「{0}」（{2}），请把它并入其他部门。",
            "{1} records still belong to the department '{0}' ({2}); merge it into another instead."),
    SUPERVISOR_LOOP(
            Fault.INVALID, "上级不能是本人或其下属。", "A supervisor cannot be the member or somebody who reports to the member."),
    SUPERVISORS_IN_A_CIRCLE(
            Fault.INVALID,
            "这样会绕成一圈：{0}。请为其中一人另外指定上级，或换一位部门负责人。",
            "This would make a circle: {0}. Name another supervisor for one of them, or another head."),
    NO_SUCH_INVITATION(
            Fault.NOT_FOUND,
            "邀请链接不完整或不存在。请核对链接，或请管理员重新邀请。",
            "This invitation is incomplete or does not exist. Check the link, or ask an administrator for a new one."),
    INVITATION_EXPIRED(
            Fault.FORBIDDEN, "邀请已过期。请管理员重新邀请。", "This invitation has expired. Ask an administrator for a new one."),
    INVITATION_USED_UP(
            Fault.FORBIDDEN,
            "邀请的人数已用完。请管理员重新邀请。",
            "This invitation has been used as often as it may be. Ask an administrator for a new one."),
    INVITATION_REVOKED(
            Fault.FORBIDDEN, "邀请已被撤回。请管理员重新邀请。", "This invitation was withdrawn. Ask an administrator for a new one."),
    INVITATION_TERMS(Fault.INVALID, "「{0}」应在 {1} 到 {2} 之间。", "'{0}' must be between {1} and {2}."),
    ALREADY_MEMBER(
            Fault.CONFLICT, "账号「{0}」已经是这里的成员，直接登录即可。", "The account '{0}' is a member here already; just sign in."),
    MEMBERSHIP_ENDED(
            Fault.FORBIDDEN,
            "账号「{0}」在这里已停用。请管理员重新启用，不能再次加入。",
            "The account '{0}' was deactivated here. An administrator can let it in again; it cannot join anew."),
    HAS_ACCOUNT(Fault.CONFLICT, "「{0}」已经有账号，不需要邀请。", "'{0}' has an account already and needs no invitation."),
    MEMBER_INACTIVE(Fault.CONFLICT, "「{0}」已停用，请先重新启用。", "'{0}' is deactivated; reactivate the member first."),
    UNKNOWN_ROLE(Fault.INVALID, "没有已发布的角色「{0}」。", "There is no published role '{0}'."),
    NO_SUCH_HAND_OVER(Fault.NOT_FOUND, "没有这次交接。", "There is no such hand-over."),
    HAND_OVER_RUNNING(
            Fault.CONFLICT, "「{0}」的交接正在进行，请等它完成。", "A hand-over of '{0}' is under way; wait until it is done."),
    SUCCESSOR_NEEDED(Fault.INVALID, "请为「{0}」选择接手的人或部门。", "Choose who takes over '{0}'."),
    SUCCESSOR_UNFIT(
            Fault.INVALID,
            "接手的必须是另一位在用、且不在离职交接中的成员。",
            "Who takes over must be another active member who is not leaving."),
    SUCCESSOR_BELOW(Fault.INVALID, "不能并入自己或自己的下级部门。", "A department cannot become part of itself or of one below it."),
    HAND_OVER_BROKEN(
            Fault.INTERNAL,
            "多次尝试都没有完成，原因不在数据里。已交接的都有效，可以再次交接余下的；请把服务器日志交给管理员。",
            "Several attempts failed for a reason that is not in the data. What has passed stays so, and the rest can be handed over again; show the server's log to an administrator."),
    SHEET_MISSING(Fault.INVALID, "请选择一个表格文件。", "Choose a file with a table."),
    SHEET_WITHOUT_NAMES(
            Fault.INVALID,
            "表格里没有「姓名」列。第一行应是列名：姓名、账号、部门、职务、上级、角色。",
            "The table has no column 'Name'. Its first row should hold: Name, Account, Department, Position, Supervisor, Role."),
    SHEET_TOO_LONG(Fault.INVALID, "一次最多 {0} 人，请分成几个文件。", "At most {0} people at a time; split the file."),
    SHEET_EMPTY_OF_PEOPLE(Fault.INVALID, "表格里没有人。", "The table holds nobody."),
    SHEET_REFUSED(
            Fault.INVALID,
            "有 {0} 处要改，没有添加任何人。请改好表格再试。",
            "{0} places are to be corrected; nobody was added. Mend the table and try again."),
    CELL_UNREADABLE(Fault.INVALID, "「{0}」读不出来。", "'{0}' cannot be read."),
    TWICE_IN_SHEET(Fault.INVALID, "账号「{0}」在表格里出现了两次。", "The account '{0}' is in the table twice."),
    ALREADY_INVITED(Fault.CONFLICT, "账号「{0}」已经在邀请中。", "The account '{0}' is invited already."),
    UNKNOWN_DEPARTMENT_PATH(Fault.INVALID, "没有部门「{0}」。", "There is no department '{0}'."),
    UNKNOWN_SUPERVISOR(
            Fault.INVALID,
            "没有叫「{0}」的成员，表格里也没有。",
            "Nobody is called '{0}', neither among the members nor in the table."),
    SUPERVISOR_AMBIGUOUS(
            Fault.INVALID, "有几个人叫「{0}」，请填写账号。", "Several people are called '{0}'; give the account instead."),
    LAST_ADMIN(Fault.CONFLICT, "工作区至少要有一名在用的管理员。", "A workspace needs at least one active administrator."),
    VERSION_CONFLICT(
            Fault.CONFLICT,
            "内容已被他人修改（当前版本 {0}，你基于版本 {1}）。请刷新后重试。",
            "Somebody else has changed it (it is at version {0}, you started from {1}). Load it again and retry."),
    SITE_ADDRESS_INVALID(
            Fault.INVALID,
            "「{0}」不是完整的访问地址。请填写如 https://crm.example.com 的地址，不带问号和井号。",
            "'{0}' is not a whole address. Write one such as https://crm.example.com, without ? and #."),
    ZONE_INVALID(
            Fault.INVALID,
            "时区「{0}」无效。请使用如 Asia/Shanghai 的名称。",
            "The time zone '{0}' is not valid. Use a name such as Asia/Shanghai."),
    BAD_FORMAT(Fault.INVALID, "导出格式只能是 csv 或 xlsx，而不是「{0}」。", "The format is csv or xlsx, not '{0}'."),
    EXPIRY_PAST(Fault.INVALID, "到期时间必须在将来。", "The expiry must be in the future.");

    private final Fault fault;
    private final String zh;
    private final String en;

    WorkspaceError(Fault fault, String zh, String en) {
        this.fault = fault;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public Fault fault() {
        return fault;
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
