package io.zhike.http;

import io.zhike.message.MessageCode;

/** The headings of problems, one for each kind of fault. */
enum ProblemTitle implements MessageCode {
    INVALID("输入有误", "Invalid input"),
    UNAUTHENTICATED("需要登录", "Sign-in needed"),
    FORBIDDEN("没有权限", "Not allowed"),
    NOT_FOUND("未找到", "Not found"),
    CONFLICT("与当前状态冲突", "Conflict"),
    TOO_LARGE("内容过大", "Too large"),
    TOO_MANY("请求过于频繁", "Too many requests"),
    INTERNAL("服务器错误", "Internal error"),
    UNAVAILABLE("暂时不可用", "Temporarily unavailable");

    private final String zh;
    private final String en;

    ProblemTitle(String zh, String en) {
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
