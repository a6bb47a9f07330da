package io.zhike.page;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What ends the pressing of a button. */
enum ButtonError implements ErrorCode {
    UNKNOWN_BUTTON(
            Fault.NOT_FOUND, "没有按钮「{0}」，或者你的角色不能用它", "There is no button '{0}', or your roles do not let you use it"),
    BUTTON_HIDDEN(
            Fault.CONFLICT, "现在不能对这条记录「{0}」，要先满足：{1}", "'{0}' cannot be done with this record now; it needs: {1}"),
    NOTHING_TO_RUN(
            Fault.INVALID,
            "按钮「{0}」只在浏览器里打开或拨打，没有要在服务器上做的事",
            "The button '{0}' opens or calls in the browser; there is nothing to do on the server"),
    NOT_FOR_MANY(
            Fault.INVALID,
            "按钮「{0}」要先看一遍再保存，只能一条一条用",
            "The button '{0}' shows a form before it saves, so it is used on one record at a time"),
    VALUE_FIXED(Fault.INVALID, "「{0}」由按钮填写，不能另外给值", "'{0}' is filled in by the button and cannot be given"),
    BUTTON_DRAFTED(
            Fault.INVALID,
            "按钮草稿还有 {0} 处要修改，改好才能试用，详见 errors",
            "The draft of the button has {0} places to mend before it can be tried; see errors"),
    RECORDS_UNCLEAR(Fault.INVALID, "请用 ids 列出 1 到 {0} 条记录", "List from 1 to {0} records by ids");

    private final Fault fault;
    private final String zh;
    private final String en;

    ButtonError(Fault fault, String zh, String en) {
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
