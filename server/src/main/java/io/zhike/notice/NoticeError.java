package io.zhike.notice;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can be wrong with to-dos, notices, preferences and messages. */
enum NoticeError implements ErrorCode {
    NO_SUCH_TODO(Fault.NOT_FOUND, "没有这条待办，可能已被删除。", "There is no such to-do. It may have been deleted."),
    TODO_TITLE(Fault.INVALID, "请写待办标题，最多 {0} 个字。", "A to-do needs a title of at most {0} characters."),
    TODO_NOTE(Fault.INVALID, "待办说明最多 {0} 个字。", "The note of a to-do has at most {0} characters."),
    TODO_ASSIGNEE(
            Fault.INVALID,
            "待办的负责人不存在或已离开，请选择在用的成员。",
            "The assignee of the to-do is not here or has left; choose an active member."),
    TODO_ABOUT(Fault.INVALID, "entity 和 record 要一起写。", "Say 'entity' and 'record' together."),
    TODO_DONE(Fault.CONFLICT, "这条待办已经完成，请先重新打开再修改。", "This to-do is done; open it again before changing it."),
    SNOOZE_NOT_YOURS(Fault.FORBIDDEN, "只有待办的负责人可以稍后提醒。", "Only the assignee of a to-do can put it aside."),
    SNOOZE_PAST(Fault.INVALID, "稍后提醒的时间应在现在之后。", "A to-do is put aside until a time to come."),
    TIME_FAR(Fault.INVALID, "时间应在 {0} 年到 {1} 年之间。", "A time lies between the years {0} and {1}."),
    NOT_YOUR_TODO(Fault.FORBIDDEN, "只有创建者可以删除待办。", "Only who made a to-do deletes it."),
    BOX_UNKNOWN(
            Fault.INVALID,
            "没有「{0}」这个待办箱，可用的有：mine、given、done。",
            "There is no box '{0}'. It can be: mine, given, done."),
    READ_WHICH(Fault.INVALID, "请写明 ids（最多 {0} 个）或 all: true。", "Say 'ids' (at most {0}) or 'all: true'."),
    PREFERENCES_REFUSED(
            Fault.INVALID,
            "通知设置有 {0} 处需要修改，没有保存。详见 errors",
            "The preferences have {0} places to mend and were not saved; see errors"),
    PREFERENCE_UNKNOWN(Fault.INVALID, "没有「{0}」这一项", "There is no '{0}' here"),
    PREFERENCE_MODE(
            Fault.INVALID,
            "应为 at_once、digest 或 off；站内通知没有 digest",
            "This is at_once, digest or off; in the product there is no digest"),
    PREFERENCE_TIME(Fault.INVALID, "时间写作 HH:mm，如 08:30", "A time is written HH:mm, such as 08:30"),
    PREFERENCE_QUIET(Fault.INVALID, "免打扰需要 from 和 to 两个不同的时间", "Quiet hours have 'from' and 'to', two different times"),
    NOT_AN_ADDRESS(Fault.INVALID, "「{0}」不是邮箱地址", "'{0}' is not a mail address"),
    MAIL_SETTINGS_REFUSED(
            Fault.INVALID,
            "邮件设置有 {0} 处需要修改，没有保存。详见 errors",
            "The mail settings have {0} places to mend and were not saved; see errors"),
    MAIL_HOST(Fault.INVALID, "「{0}」不是服务器名或地址", "'{0}' is no name or address of a server"),
    MAIL_PORT(Fault.INVALID, "端口为 1 到 65535", "A port is 1 to 65535"),
    MAIL_SECURITY(Fault.INVALID, "应为 none、starttls 或 tls", "This is none, starttls or tls"),
    MAIL_ACCOUNT(Fault.INVALID, "账号最多 {0} 个字", "An account has at most {0} characters"),
    MAIL_PASSWORD(
            Fault.INVALID, "有账号时需要密码，密码最多 {0} 个字", "With an account a password is needed, of at most {0} characters"),
    MAIL_PASSWORD_AGAIN(
            Fault.INVALID,
            "服务器、端口、加密方式或账号变了，请重新填写密码",
            "The server, its port, its security or the account is another one; write the password again"),
    MAILBOX_ACCOUNT(Fault.INVALID, "读取收件箱需要账号和密码", "A mailbox is read with an account and its password"),
    MAILBOX_FOLDER(Fault.INVALID, "文件夹名最多 {0} 个字", "The name of a folder has at most {0} characters"),
    NO_MAILBOX(Fault.CONFLICT, "还没有设置退信收件箱，请先保存。", "There is no mailbox for bounces yet; save it first."),
    NO_SUCH_MESSAGE(Fault.NOT_FOUND, "没有这条消息，可能已超过保存时间。", "There is no such message; its time may be over."),
    NOTHING_TO_RETRY(
            Fault.CONFLICT,
            "这条消息已发出或正等待发送，不需要重发。",
            "This message was sent or waits to be; there is nothing to send again."),
    NO_PROVIDER(Fault.CONFLICT, "没有能发「{0}」的服务，请先设置。", "Nothing can send by '{0}'; set it up first."),
    CREDENTIAL_REFUSED(
            Fault.INVALID,
            "凭据有 {0} 处需要修改，没有保存。详见 errors",
            "The credential has {0} places to mend and was not saved; see errors"),
    CREDENTIAL_NAME(Fault.INVALID, "请写名称，最多 {0} 个字", "It needs a name of at most {0} characters"),
    CREDENTIAL_ORIGIN(
            Fault.INVALID,
            "「{0}」不是对方系统的地址，应如 https://erp.example.com",
            "'{0}' is no address of another system, such as https://erp.example.com"),
    CREDENTIAL_SECRET(
            Fault.INVALID,
            "内容为英文字母、数字和符号，最多 {0} 个字",
            "A secret is letters, digits and signs of ASCII, at most {0} of them"),
    CREDENTIAL_AGAIN(Fault.INVALID, "地址变了，请重新填写内容", "The address is another one; write the secret again"),
    NO_SUCH_CREDENTIAL(Fault.NOT_FOUND, "没有凭据「{0}」。", "There is no credential '{0}'."),
    CREDENTIAL_USED(
            Fault.CONFLICT,
            "凭据「{0}」还有 {2} 处在用，如「{1}」。先从那里去掉再删除。",
            "The credential '{0}' is used in {2} places, such as '{1}'. Take it away there before deleting it."),
    CREDENTIAL_MISSING(
            Fault.CONFLICT,
            "没有凭据「{0}」，请管理员在「邮件与消息」的「凭据」里添加",
            "There is no credential '{0}'; an administrator adds it under Mail and messages, Credentials"),
    CREDENTIAL_ELSEWHERE(
            Fault.CONFLICT, "凭据「{0}」只能发给 {1}，没有调用", "The credential '{0}' goes to {1} alone; nothing was called"),
    WORD_UNKNOWN(Fault.INVALID, "「{0}」不能是「{1}」", "'{0}' cannot be '{1}'");

    private final Fault fault;
    private final String zh;
    private final String en;

    NoticeError(Fault fault, String zh, String en) {
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
