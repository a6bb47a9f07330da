package io.zhike.page;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** Why a stranger's form was not taken. */
enum PublicFormError implements ErrorCode {
    NO_SUCH_FORM(Fault.NOT_FOUND, "没有这个表单。请检查链接。", "There is no such form. Check the link."),
    FORM_NOT_OPEN(Fault.CONFLICT, "表单还没有开放。", "The form is not open yet."),
    FORM_CLOSED(Fault.CONFLICT, "表单已经结束。", "The form is closed."),
    FORM_FULL(Fault.CONFLICT, "名额已满。", "The form has taken as many as it can."),
    TASK_NOT_SOLVED(
            Fault.INVALID,
            "没有通过机器人检查，或页面打开太久。请刷新页面后再提交。",
            "The check against robots was not passed, or the page was open too long. Reload the page and send again."),
    FORM_REFUSED(Fault.INVALID, "有 {0} 处需要修改。", "There are {0} places to correct."),
    FORM_BUSY(
            Fault.UNAVAILABLE,
            "现在填写的人太多，请过一会儿再提交。",
            "Too many people are sending this form just now. Try again in a moment.");

    private final Fault fault;
    private final String zh;
    private final String en;

    PublicFormError(Fault fault, String zh, String en) {
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
