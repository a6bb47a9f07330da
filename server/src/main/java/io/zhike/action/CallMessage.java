package io.zhike.action;

import io.zhike.message.MessageCode;

/** What the log says of calls of other systems, and what can be wrong with one. */
enum CallMessage implements MessageCode {
    CALLED("交给发送：{0} {1}", "To be sent: {0} {1}"),
    BODY_TOO_LONG("要发送的内容超过 {0} 个字", "What is to be sent has more than {0} characters"),
    URL_UNFIT("地址「{0}」不能调用", "The address '{0}' cannot be called"),
    HOST_FIXED(
            "地址要以 http:// 或 https:// 和主机名开头，花括号里的值只能放在主机名后面的部分",
            "An address begins with http:// or https:// and its host; values in braces come only behind the host"),
    BOTH_BODIES("「发送的字段」和「自定义内容」只能填一样", "Choose fields or write contents of your own, not both"),
    NAME_TWICE("名称「{0}」重复，或与另一个名称的上级冲突", "The name '{0}' is there twice, or stands where another one has parts"),
    HEADER_VALUE("请求头「{0}」要么填值，要么选凭据", "The header '{0}' has a value or a credential, and not both"),
    HEADER_OURS("请求头「{0}」由系统填写，请去掉", "The header '{0}' is set by the system; take it away");

    private final String zh;
    private final String en;

    CallMessage(String zh, String en) {
        this.zh = zh;
        this.en = en;
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
