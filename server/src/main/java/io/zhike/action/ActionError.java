package io.zhike.action;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What ends an action. */
enum ActionError implements ErrorCode {
    UNKNOWN_ACTION(Fault.NOT_FOUND, "没有动作「{0}」。", "There is no action '{0}'.");

    private final Fault fault;
    private final String zh;
    private final String en;

    ActionError(Fault fault, String zh, String en) {
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
