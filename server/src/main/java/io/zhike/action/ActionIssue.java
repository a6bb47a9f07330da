package io.zhike.action;

import io.zhike.message.MessageCode;

/** What can be wrong with what a definition says of an action. */
enum ActionIssue implements MessageCode {
    NOT_A_CONDITION("条件的结果应当是「是否」，现在是「{0}」。", "A condition should give true or false; this gives {0}."),
    WRONG_VALUE("「{0}」要的是{1}，这里得到的是{2}。", "'{0}' takes {1}; this gives {2}."),
    BAD_BRACES(
            "花括号不成对，或里面是空的。花括号里要写字段的代码。",
            "The braces do not match, or hold nothing. The code of a field goes between them."),
    NOT_WRITABLE("字段「{0}」不能填写。", "The field '{0}' cannot be set."),
    FILLED_TWICE("字段「{0}」填了两次。请去掉一处。", "The field '{0}' is filled in twice. Take one away."),
    NOT_BACK("「{0}」不是指向「{1}」的关联字段，不能用它指回来。", "'{0}' is no relation to '{1}', so it cannot point back."),
    NOT_RELATED(
            "「{1}」的记录没有叫「{0}」的相关记录。请选一个关联字段或下级记录。",
            "Records of '{1}' have no related records called '{0}'. Choose a relation or records that belong to them."),
    NOT_A_MEMBER("字段「{0}」不是成员字段。", "The field '{0}' holds no member."),
    NOT_PEOPLE(
            "字段「{0}」里没有成员、部门、邮箱或电话。", "The field '{0}' leads to no member, department, mail address or phone number."),
    INCOMPLETE("还没选好：{0}。", "This is still missing: {0}."),
    NOBODY_TO_CHOOSE(
            "没有可分配的人。请选成员、用户组、部门或角色。", "There is nobody to assign to. Choose members, groups, departments or roles."),
    NOT_MULTI_SELECT("字段「{0}」不是多选字段，不能打标签。", "The field '{0}' is no multi-select, so it takes no tags."),
    NO_SUCH_OPTION("字段「{0}」没有选项「{1}」。", "The field '{0}' has no option '{1}'.");

    private final String zh;
    private final String en;

    ActionIssue(String zh, String en) {
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
