package io.zhike.audit;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can be wrong with requests to the log. */
public enum AuditError implements ErrorCode {
    KEEP_OUT_OF_BOUNDS(
            Fault.INVALID,
            "日志保存天数应为 {0} 到 {1} 天（法律要求至少 {0} 天）。",
            "Logs are kept for {0} to {1} days; the law asks for {0} at least."),
    UNKNOWN_ACTION(Fault.INVALID, "没有名为「{0}」的操作类型。", "There is no action '{0}'."),
    BAD_NOTED_END(
            Fault.INVALID,
            "这不是本工作区审计日志的校验值，它应形如 w_…:1204:9f86…。",
            "This is no end of this workspace's log; one looks like w_…:1204:9f86…."),
    BAD_PERIOD(Fault.INVALID, "开始时间应早于结束时间。", "The period must begin before it ends.");

    private final Fault fault;
    private final String zh;
    private final String en;

    AuditError(Fault fault, String zh, String en) {
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
