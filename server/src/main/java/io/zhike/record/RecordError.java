package io.zhike.record;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What ends a read or a write of records, and what is wrong with single values of it. */
public enum RecordError implements ErrorCode {
    UNKNOWN_ENTITY(
            Fault.NOT_FOUND, "没有表单「{0}」，请检查代码，或先发布它", "There is no entity '{0}'; check the code, or publish it first"),
    RECORD_NOT_FOUND(
            Fault.NOT_FOUND,
            "「{0}」里没有这条记录（{1}），它可能已被删除，或不在你的数据范围内",
            "'{0}' has no record {1}; it may have been deleted, or it is outside what you may see"),
    RECORD_FORBIDDEN(
            Fault.FORBIDDEN,
            "你没有权限{0}「{1}」的这条记录，请联系管理员调整角色",
            "You may not {0} this record of '{1}'; ask an administrator to change your roles"),
    CREATE_FORBIDDEN(
            Fault.FORBIDDEN,
            "你没有权限新建「{0}」，请联系管理员调整角色",
            "You may not create records of '{0}'; ask an administrator to change your roles"),
    VERSION_CONFLICT(
            Fault.CONFLICT,
            "这条记录已被修改：你看到的是第 {0} 版，现在是第 {1} 版。请查看最新内容后再保存",
            "This record has changed: you saw version {0}, it is at version {1} now. Look at the present state, then save again"),
    RECORD_IN_BIN(
            Fault.CONFLICT, "这条记录在回收站里，请先恢复再修改", "This record is in the recycle bin; restore it before changing it"),
    RECORD_NOT_IN_BIN(
            Fault.CONFLICT,
            "这条记录不在回收站里，只有回收站里的记录才能恢复或彻底删除",
            "This record is not in the recycle bin; only what is there can be restored or purged"),
    PARENT_IN_BIN(
            Fault.CONFLICT,
            "「{0}」的这一行所属的「{1}」在回收站里，请恢复那条记录，这一行会随它一起回来",
            "This row of '{0}' belongs to a record of '{1}' that is in the recycle bin; restore that record instead"),
    INPUT_REFUSED(Fault.INVALID, "有 {0} 处内容需要修改，没有保存任何内容", "{0} values need to be mended; nothing was saved"),
    UNKNOWN_FIELD(Fault.INVALID, "「{0}」没有字段「{1}」", "'{0}' has no field '{1}'"),
    READ_ONLY_FIELD(Fault.INVALID, "字段「{0}」不能修改", "The field '{0}' cannot be changed"),
    NOT_TO_BE_EMPTIED(
            Fault.INVALID,
            "「{0}」只能填写或替换，不能清空，请填上新的内容",
            "'{0}' can be filled in or replaced, not emptied; give a new value"),
    MASK_SENT_BACK(
            Fault.INVALID,
            "「{0}」送来的是遮住的内容（带 *），没有保存，请填写完整的新内容，或不要送这个字段",
            "What was sent for '{0}' is its mask (with *) and was not stored; send a whole new value, or leave the field out"),
    NOTHING_TO_REVEAL(
            Fault.NOT_FOUND,
            "这条记录没有可以点开查看的字段「{0}」",
            "This record has no field '{0}' whose value can be shown on request"),
    VALUE_REQUIRED(Fault.INVALID, "「{0}」必填", "'{0}' is required"),
    HIDDEN_REQUIRED(
            Fault.INVALID,
            "还有你看不到的必填内容没有填写，请联系管理员",
            "Something that you may not see is required and blank; ask an administrator"),
    FIELD_LOCKED(Fault.INVALID, "「{0}」现在不能修改", "'{0}' cannot be changed now"),
    OPTION_UNAVAILABLE(Fault.INVALID, "「{0}」现在不能选「{1}」", "'{0}' cannot be '{1}' now"),
    CHECK_FAILED(Fault.INVALID, "{0}", "{0}"),
    NOT_UNIQUE(Fault.INVALID, "「{0}」不能重复，「{1}」已被另一条记录使用", "'{0}' must be unique, and '{1}' is taken by another record"),
    TARGET_MISSING(
            Fault.INVALID,
            "「{0}」指向的记录不存在，或不在你的数据范围内",
            "'{0}' points to a record that is not there, or that you may not see"),
    MEMBER_MISSING(Fault.INVALID, "「{0}」指向的成员或部门不存在", "'{0}' points to a member or department that is not there"),
    FILE_UNKNOWN(Fault.INVALID, "「{0}」里的文件 {1} 不存在，请重新上传", "The file {1} in '{0}' is not there; upload it again"),
    FILE_TOO_LARGE_HERE(
            Fault.INVALID,
            "「{0}」里的文件「{1}」有 {2} MB，这里最大 {3} MB，请压缩后再上传",
            "The file '{1}' in '{0}' has {2} MB; at most {3} MB are taken here. Compress it and upload it again"),
    FILE_NOT_AS_NAMED(
            Fault.INVALID,
            "「{0}」里的文件「{1}」内容与扩展名不符，请上传真正的{2}文件",
            "The content of the file '{1}' in '{0}' is not what its name says; upload a file that really is one of: {2}"),
    FILE_HELD_MALWARE(
            Fault.INVALID,
            "「{0}」里的文件「{1}」含有恶意程序，内容已被删除，请去掉它",
            "The file '{1}' in '{0}' held malware and its content is gone; take it out"),
    FILE_TYPE(Fault.INVALID, "「{0}」不接受文件「{1}」，可用的类型：{2}", "'{0}' does not take the file '{1}'; it takes: {2}"),
    TOO_MANY_WRITES(
            Fault.TOO_LARGE, "一次最多写入 {0} 条记录，请分批发送", "At most {0} records can be written at once; send them in parts"),
    SELECTION_UNCLEAR(
            Fault.INVALID,
            "请说明是哪些记录，且只用一种方式：ids（记录列表）、where（条件），或 all: true（全部）；search 可以单独使用，也可与 where 或 all 一起缩小范围",
            "Say which records are meant, in exactly one way: ids (a list), where (a condition), or all: true (every one); "
                    + "search may stand alone, or narrow where or all"),
    BATCH_NOT_FOUND(Fault.NOT_FOUND, "没有批次 {0}，或它不是你做的", "There is no batch {0}, or it is not yours"),
    BATCH_UNDONE(Fault.CONFLICT, "这一批改动已经撤销过了", "This batch has been undone already"),
    STILL_REFERENCED(
            Fault.CONFLICT,
            "还有 {0} 条「{1}」必须指向这条记录（字段「{2}」必填），请先修改它们",
            "{0} records of '{1}' must point to this record (their field '{2}' is required); change them first"),
    NO_PERSONAL_FIELDS(
            Fault.CONFLICT,
            "「{0}」没有标记为个人信息的字段，没有可删除的内容。请先在表单中把姓名、电话等字段标记为个人信息并发布",
            "No field of '{0}' is marked as personal data, so there is nothing to erase. Mark fields such as name and phone in its form and publish first"),
    ERASURE_UNCONFIRMED(
            Fault.INVALID, "请原样输入「{0}」以确认删除，什么都没有改动", "Type '{0}' exactly to confirm the erasure; nothing was changed"),
    NOT_AN_OBJECT(Fault.INVALID, "这里需要一个 JSON 对象", "A JSON object is expected here");

    private final Fault fault;
    private final String zh;
    private final String en;

    RecordError(Fault fault, String zh, String en) {
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
