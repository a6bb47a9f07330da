package io.zhike.rule.hook;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What is answered to whoever sends something to a rule, and to who builds it. */
enum HookError implements ErrorCode {
    UNKNOWN_HOOK(Fault.NOT_FOUND, "没有这个接收地址，可能已经更换", "There is nothing at this address; it may have been replaced"),
    HOOK_OFF(Fault.CONFLICT, "这个地址现在不接收数据", "Nothing is taken here at present"),
    HOOK_PAUSED(Fault.UNAVAILABLE, "这个地址暂停接收，请稍后再发", "Nothing is taken here for the moment; send it again later"),
    NOT_AN_OBJECT(Fault.INVALID, "内容应当是一个 JSON 对象或数组", "The body has to be a JSON object or array"),
    HOOK_REFUSED(
            Fault.INVALID,
            "数据有 {0} 处不能接收，没有保存，详见 errors",
            "{0} places cannot be taken, so nothing was kept; see errors"),
    NOT_MAPPED(
            Fault.CONFLICT,
            "还没有设置从数据里取哪些内容。收到的内容已经留下，请在规则里对应字段",
            "Nothing is mapped yet. What came is kept: choose in the rule which field takes what"),
    NOTHING_FOUND(Fault.INVALID, "要取的内容一项都没有找到", "Nothing of what is wanted is there"),
    VALUE_REFUSED(Fault.INVALID, "{0}（{1}）：{2}", "{0} ({1}): {2}"),
    MATCH_MISSING(Fault.INVALID, "缺少用来找记录的「{0}」", "'{0}', by which the record is found, is missing"),
    SEVERAL_MATCH(
            Fault.CONFLICT,
            "有 {1} 条记录的「{0}」都是这个值，不知道更新哪一条",
            "{1} records have this value of '{0}', so none is changed"),
    NOT_BY_WEBHOOK(Fault.INVALID, "规则「{0}」不是由其他系统触发的", "The rule '{0}' is not set off by other systems");

    private final Fault fault;
    private final String zh;
    private final String en;

    HookError(Fault fault, String zh, String en) {
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
