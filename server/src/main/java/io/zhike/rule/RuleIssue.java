package io.zhike.rule;

import io.zhike.message.MessageCode;

/** What can be wrong with a rule. */
enum RuleIssue implements MessageCode {
    NOT_STORED(
            "字段「{0}」是算出来的或加密的，变了也没有记录，不能用来触发。请用它依赖的字段。",
            "The field '{0}' is computed when it is read, or encrypted, so no change of it is kept. Use the fields that it depends on."),
    NOT_A_DATE("字段「{0}」不是日期或时间字段。", "The field '{0}' holds no date."),
    NO_SUCH_VALUE("字段「{0}」没有选项「{1}」。", "The field '{0}' has no option '{1}'."),
    WAS_NEEDS_CHANGE(
            "只有「更新」类的触发才有改动之前的样子，请去掉「之前」的条件。",
            "Only changes of a record have a before. Take the condition on it away, or choose another trigger."),
    WAS_OWN_FIELDS(
            "「之前」的条件只能看这条记录自己的字段，不能看「{0}」。",
            "The condition on what was before can look at the record's own fields only, not at '{0}'."),
    SAVE_TRIGGER(
            "保存时的规则只能由「新建」「更新」「变为」这类触发。",
            "A rule that runs while a record is saved is set off by creating or changing it only."),
    SAVE_STEP(
            "保存时的规则里只能用「设置字段」「阻止保存」和「分支」，不能用「{0}」。",
            "While a record is saved only fields can be set, the save refused, and ways chosen; not '{0}'."),
    SAVE_ROWS(
            "保存时的条件不能统计下级或相关记录，请先建一个汇总字段，再用它。",
            "Records that belong to this one cannot be counted while it is saved; make a roll-up field and use that."),
    SAVE_PLAIN("保存时的规则没有「{0}」，请去掉。", "A rule that runs while a record is saved has no '{0}'. Take it away."),
    ONLY_IN_SAVE(
            "「{0}」只能用在保存时的规则里：保存之后已经拦不住了。",
            "'{0}' works only in a rule that runs while a record is saved; afterwards it is too late."),
    NOTHING_TO_DO("还没有要做的事，请至少加一步。", "There is nothing to do yet. Add at least one step."),
    NOT_MANY(
            "「{1}」的记录没有叫「{0}」的下级或多条关联，不能逐条处理。", "Records of '{1}' have no several records called '{0}' to go through."),
    TOO_DEEP("步骤套得太深了，最多 {0} 层。", "The steps are nested too deeply; {0} levels at most."),
    TOO_MANY_STEPS("步骤太多了，最多 {0} 步。请拆成几条规则。", "There are too many steps; {0} at most. Make several rules of it."),
    NOT_A_TIME("「等到」要的是日期或时间，这里得到的是{0}。", "What is waited for has to be a date or a time; this gives {0}."),
    EACH_YEAR_ONLY("农历只能和「每年」一起用。", "The Chinese calendar goes with every year only."),
    NOT_OF_SETS(
            "整批一次的规则不能分支或逐条处理，请改成每条记录一次。",
            "A rule that runs once for a whole set takes no ways and goes through nothing. Let it run for each record."),
    NOT_A_POINTER(
            "「{0}」不是 JSON 位置，应以 / 开头，如 /data/name。",
            "'{0}' is no place in JSON; it begins with a slash, such as /data/name."),
    NOT_TAKEN("字段「{0}」不能由外部数据填写。", "The field '{0}' cannot be filled in from outside."),
    MATCH_UNMAPPED("用「{0}」找记录，就要先说明它从收到的数据的哪里取。", "Records are found by '{0}', so say where in the data it is."),
    MATCH_UNFIT(
            "不能用「{0}」找记录，请选文字、编号、电话、邮箱这类字段。",
            "Records cannot be found by '{0}'. Choose a text, a number, a phone or a mail address."),
    ONCE_OF_SETS(
            "整批一次的规则不能再限「每条记录一次」，请去掉它，或改成每条记录一次。",
            "A rule that runs once for a whole set cannot run once for each record. Take that away, or let it run for each record."),
    WRONG_UNIT("这里不能用{0}计。", "This cannot be counted in {0}.");

    private final String zh;
    private final String en;

    RuleIssue(String zh, String en) {
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
