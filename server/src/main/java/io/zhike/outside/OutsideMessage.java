package io.zhike.outside;

import io.zhike.message.MessageCode;

/** Why something could not be called. */
enum OutsideMessage implements MessageCode {
    NOT_AN_ADDRESS(
            "「{0}」不是可以调用的地址：要以 http:// 或 https:// 开头，写明主机名，不带账号密码",
            "'{0}' is no address that can be called: it begins with http:// or https://, names a host, and holds no password"),
    INSIDE(
            "「{0}」指向内部地址 {1}，不允许调用。确实要调用内网系统时，请服务器管理员用 ZHIKE_OUTSIDE_ALLOW 放行",
            "'{0}' leads to {1}, which is inside and may not be called. For a system of your own network the server's operator allows it by ZHIKE_OUTSIDE_ALLOW"),
    NO_SUCH_HOST("找不到主机「{0}」", "There is no host '{0}'"),
    TIMED_OUT("对方 {0} 秒内没有答复", "There was no answer within {0} seconds"),
    NOT_REACHED("连接失败：{0}", "Not reached: {0}");

    private final String zh;
    private final String en;

    OutsideMessage(String zh, String en) {
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
