package io.zhike.entity.table;

import io.zhike.message.MessageCode;

/** The steps of a publish as sentences. */
enum StepText implements MessageCode {
    CREATE_ENTITY("新建表单「{0}」，{1} 个字段", "Make the entity '{0}' with {1} fields"),
    TRASH_ENTITY("把表单「{0}」和它的 {1} 条记录移入回收站", "Move the entity '{0}' with its {1} records to the trash"),
    RESTORE_ENTITY("从回收站恢复表单「{0}」和它的 {1} 条记录", "Bring the entity '{0}' with its {1} records back from the trash"),
    ADD_FIELD("在「{0}」增加字段「{1}」，不改写已有记录", "Add the field '{1}' to '{0}'; no record is rewritten"),
    TRASH_FIELD(
            "把「{0}」的字段「{1}」移入回收站，{2} 条记录有值", "Move the field '{1}' of '{0}' to the trash; {2} records have a value"),
    RESTORE_FIELD(
            "从回收站恢复「{0}」的字段「{1}」，{2} 条记录有值",
            "Bring the field '{1}' of '{0}' back from the trash; {2} records have a value"),
    DROP_FIELD("删除「{0}」的计算字段「{1}」", "Remove the computed field '{1}' of '{0}'"),
    RENAME_FIELD("「{0}」的字段「{1}」改名为「{2}」", "Rename the field '{1}' of '{0}' to '{2}'"),
    CHANGE_TYPE(
            "「{0}」的字段「{1}」从{2}改为{3}，改写 {4} 条记录",
            "Change the field '{1}' of '{0}' from {2} to {3}; {4} records are rewritten"),
    CHANGE_TYPE_LOSING(
            "「{0}」的字段「{1}」从{2}改为{3}，改写 {4} 条记录；其中 {5} 条的值不能转换，会变成空，例如：{6}",
            "Change the field '{1}' of '{0}' from {2} to {3}; {4} records are rewritten. The values of {5} cannot be converted and become blank, such as: {6}"),
    REQUIRE(
            "「{0}」的字段「{1}」改为必填，现有 {2} 条记录为空，下次保存时须补上",
            "Require the field '{1}' of '{0}'; {2} records are blank now and have to be filled in when next saved"),
    MAKE_UNIQUE("「{0}」的字段「{1}」不再允许重复", "Allow no value of '{1}' in '{0}' twice"),
    CANNOT_BE_UNIQUE(
            "「{0}」的字段「{1}」不能设为唯一：有 {2} 个值重复，例如：{3}。请先合并或修改这些记录。",
            "The field '{1}' of '{0}' cannot be unique: {2} values are there more than once, such as {3}. Merge or change those records first."),
    BUILD_INDEX("为「{0}」的「{1}」建立索引", "Build an index on '{1}' of '{0}'"),
    DROP_INDEX("去掉「{0}」的「{1}」的索引", "Drop the index on '{1}' of '{0}'"),
    LINK("保证「{0}」的「{1}」指向存在的记录", "Let '{1}' of '{0}' point to existing records only"),
    COMPUTE("重新计算「{0}」的汇总「{1}」", "Compute the roll-up '{1}' of '{0}' anew");

    private final String zh;
    private final String en;

    StepText(String zh, String en) {
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
