package io.zhike.page;

import io.zhike.message.MessageCode;

/** What can be wrong with a record page. */
enum RecordPageIssue implements MessageCode {
    CODE_TWICE("代码「{0}」在页面中用了两次，请改掉一处。", "The code '{0}' is in the page twice. Change one."),
    NOT_FOR_BLOCK("「{0}」区块没有属性「{1}」。", "A block of type '{0}' has no property '{1}'."),
    BLOCK_NEEDS("「{0}」区块需要设置「{1}」。", "A block of type '{0}' needs '{1}'."),
    NOT_POINTING_HERE(
            "「{0}」的字段「{1}」不是指向本页记录的关联字段。",
            "The field '{1}' of '{0}' is no relation that points to the records of this page."),
    FORM_OF_ANOTHER("表单「{0}」属于另一个实体，不能放在这里。", "The form '{0}' belongs to another entity and cannot stand here."),
    NOT_ONE_VALUE("指标需要一个值，这个表达式得到的是{0}。", "A figure shows one value; this expression gives {0}."),
    ROWS_IN_SHOWN(
            "显示条件不能统计下级或相关记录，请先建一个汇总字段，再用它作条件。",
            "The condition cannot look at records that belong to this one; make a roll-up field and ask for that."),
    STAFF_IN_SHOWN(
            "显示条件不能用部门和上级的函数，请改用角色，或先建一个公式字段。",
            "The condition cannot use functions of departments and supervisors; use roles, or make a formula field."),
    ROLES_OF_USUAL(
            "常用页面对所有人生效，不能限定角色；请另建一个页面给这些角色。",
            "The usual page is for everybody and has no roles; make another page for these roles."),
    FOR_NOBODY("请选择这个页面给哪些角色用。", "Say which roles this page is for.");

    private final String zh;
    private final String en;

    RecordPageIssue(String zh, String en) {
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
