package io.zhike.rule;

import io.zhike.message.MessageCode;

/** What runs and their log say. */
enum RuleMessage implements MessageCode {
    LOOP("规则绕回来了，已停下：{0}", "The rules came round to the beginning and were stopped: {0}"),
    TOO_DEEP("规则一条触发一条，超过 {0} 层，已停下：{1}", "Rules set each other off more than {0} times over and were stopped: {1}"),
    CLOSES_ROUND("规则绕回来了，这一次没有执行", "The rules came round to the beginning, so it was not run"),
    LIMIT_REACHED("超过了每{0} {1} 次的上限，没有执行", "Not run: more than {1} runs per {0}"),
    SWITCHED_OFF("规则停用了，没有执行完", "The rule was switched off before it was done"),
    RULE_GONE("规则已经删除", "The rule was deleted"),
    STEP_GONE("规则改过，这一步已经没有了", "The rule was changed, and this step is gone"),
    RECORD_GONE("记录已经不在了", "The record is gone"),
    CONDITION_FALSE("条件不成立，跳过", "The condition does not hold; passed over"),
    CASE("走第 {0} 条分支", "Took way {0}"),
    OTHERWISE("没有条件成立，走「否则」", "No condition holds; took the other way"),
    GOES_THROUGH("逐条处理 {0} 条", "Records to go through: {0}"),
    NOTHING_TO_GO_THROUGH("没有要逐条处理的记录", "There are no records to go through"),
    TOO_MANY_TO_GO_THROUGH("要逐条处理的超过 {0} 条，没有执行", "More than {0} records to go through; not done"),
    WAITS_UNTIL("等到 {0}", "Waits until {0}"),
    NO_TIME_TO_WAIT_FOR("没有要等的时间，继续", "There is no time to wait for; goes on"),
    STEP_FAILED("出错了：{0}", "Something went wrong: {0}"),
    STARTED_RULE("已触发规则「{0}」", "Started the rule '{0}'"),
    ALREADY_STARTED("规则「{0}」已经为它触发过", "The rule '{0}' was started for it before"),
    OTHER_ENTITY(
            "规则「{0}」不是这张表的规则。请选同一张表的规则。", "The rule '{0}' is not about these records. Choose one of the same entity."),
    NOT_STARTED("规则「{0}」没有启用", "The rule '{0}' is off"),
    FIRED("触发了", "It fired"),
    OTHER_CHANGE("不是它要等的变化", "It waits for another change"),
    BEFORE_SWITCHED_ON("那时规则还没启用", "The rule was not on yet"),
    RULE_OFF("规则没有启用", "The rule is off"),
    OWN_CHANGE("是这条规则自己改的，不会再触发自己", "The rule changed it itself, and does not answer itself"),
    WAS_FALSE("改动之前的条件不成立", "The condition on what was before did not hold"),
    WHERE_FALSE("条件不成立", "The condition does not hold"),
    ONCE_ALREADY("这段时间里已经为它触发过", "It fired for this record in that time already"),
    NOT_READ_YET("还没轮到处理", "It was not looked at yet"),
    TIMED_RULE("这条规则由时间触发，不看改动", "Time sets this rule off, not changes"),
    CALLED_RULE("这条规则由人或其他系统触发，不看改动", "A person or another system sets this rule off, not changes"),
    AT_SAVE("这条规则在保存时执行，不单独记录", "This rule runs while a record is saved, and keeps no log of its own"),
    REFUSED("{0}", "{0}"),
    WAS_CREATED("新建", "Created"),
    WAS_UPDATED("更新", "Changed"),
    WAS_DELETED("删除", "Deleted"),
    WAS_RESTORED("恢复", "Restored"),
    WAS_PURGED("彻底删除", "Deleted for ever"),
    WAS_COMPUTED("汇总更新", "Figures changed"),
    RULE_STARTS("规则「{0}」从现在起生效", "The rule '{0}' takes effect from now on"),
    RULE_STOPS("规则「{0}」停止", "The rule '{0}' stops");

    private final String zh;
    private final String en;

    RuleMessage(String zh, String en) {
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
