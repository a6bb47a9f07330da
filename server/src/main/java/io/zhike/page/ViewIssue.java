package io.zhike.page;

import io.zhike.message.MessageCode;

/** What can be wrong with a view. */
enum ViewIssue implements MessageCode {
    NO_SUCH_ENTITY("没有实体「{0}」", "There is no entity '{0}'"),
    NO_SUCH_FIELD("「{0}」没有字段「{1}」", "'{0}' has no field '{1}'"),
    WRONG_FIELD("「{0}」不能放在这里，这里需要{1}", "'{0}' cannot stand here; this place needs {1}"),
    MISSING_FOR_TYPE("类型为 {0} 的视图需要设置 {1}", "A view of type {0} needs '{1}'"),
    NO_SUCH_COLUMN("看板没有「{0}」这一列", "The board has no column '{0}'"),
    AGGREGATE_IN_COLOR(
            "颜色规则不能统计下级或相关记录，请先建一个汇总字段，再按它着色",
            "A colour rule cannot look at records that belong to this one; make a roll-up field and colour by that"),
    STAFF_IN_COLOR(
            "颜色规则不能用部门和上级的函数，请先建一个公式字段，再按它着色",
            "A colour rule cannot use functions of departments and supervisors; make a formula field and colour by that"),
    NOT_A_CONDITION("条件的结果应当是「是否」，现在是「{0}」", "The condition should give true or false; it gives {0}");

    private final String zh;
    private final String en;

    ViewIssue(String zh, String en) {
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
