package io.zhike.rule;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What ends a request about rules. */
public enum RuleError implements ErrorCode {
    UNKNOWN_RULE(Fault.NOT_FOUND, "没有规则「{0}」，或者不归你搭建", "There is no rule '{0}', or it is not yours to build"),
    UNKNOWN_RUN(Fault.NOT_FOUND, "没有这次执行", "There is no such run"),
    RUN_NOT_REPEATABLE(
            Fault.CONFLICT,
            "这次执行还没结束，或者已经完成，不用重做",
            "This run is not over, or it is done, so there is nothing to repeat"),
    RULE_INVALID(
            Fault.INVALID,
            "规则有 {0} 处要修改，改好才能试，详见 errors",
            "The rule has {0} places to mend before it can be tried; see errors"),
    RULE_AT_SAVE(
            Fault.INVALID, "保存时的规则请在表单里试：保存一条记录看看", "A rule that runs while a record is saved is tried by saving one"),
    NOT_TIMED(
            Fault.INVALID,
            "规则「{0}」不是按时间触发的，没有「已经到期」的记录。",
            "The rule '{0}' does not come with time, so nothing is due for it."),
    REPLAY_OF_CALLS(
            Fault.INVALID,
            "由按钮或外部系统触发的规则没有历史可以重放",
            "A rule that a button or another system sets off has no past to replay"),
    RULE_OFF(Fault.CONFLICT, "规则「{0}」没有启用", "The rule '{0}' is off"),
    RULE_NOT_FOR_RECORD(Fault.CONFLICT, "规则「{0}」的条件现在不成立", "The condition of the rule '{0}' does not hold now"),
    MONTHS_OUT_OF_BOUNDS(Fault.INVALID, "请回放 1 到 {0} 个月", "Replay from 1 to {0} months");

    private final Fault fault;
    private final String zh;
    private final String en;

    RuleError(Fault fault, String zh, String en) {
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
