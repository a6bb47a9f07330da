package io.zhike.record.transfer;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can be wrong with an import as a whole, and with single rows of it. */
enum ImportError implements ErrorCode {
    IMPORT_NOT_FOUND(Fault.NOT_FOUND, "没有导入任务 {0}", "There is no import {0}"),
    IMPORT_FORBIDDEN(
            Fault.FORBIDDEN,
            "你没有权限向「{0}」导入数据，请联系管理员调整角色",
            "You may not import into '{0}'; ask an administrator to change your roles"),
    EXPORT_FORBIDDEN(
            Fault.FORBIDDEN,
            "你没有权限导出「{0}」，请联系管理员调整角色",
            "You may not export '{0}'; ask an administrator to change your roles"),
    EXPORT_WHILE_LEAVING(
            Fault.FORBIDDEN,
            "你正在离职交接，不能再导出数据。需要的话请管理员代为导出",
            "You are leaving and cannot export any more; ask an administrator for what is needed"),
    IMPORT_STATE(Fault.CONFLICT, "这个导入任务现在是「{0}」，不能做这个操作", "This import is '{0}' now; this cannot be done with it"),
    IMPORT_BROKEN(
            Fault.INTERNAL,
            "多次尝试都没有成功，原因不在文件里。已导入的行都保留着，可以继续或撤销；请把服务器日志交给管理员",
            "Several attempts failed for a reason that is not in the file. What is imported stays and can be resumed or undone; show the server's log to an administrator"),
    UNDO_FORBIDDEN(
            Fault.FORBIDDEN,
            "撤销这次导入需要{1}「{0}」的权限，请联系管理员撤销，或调整角色",
            "Undoing this import takes the right to {1} '{0}'; ask an administrator to undo it, or to change your roles"),
    UNDO_BROKEN(
            Fault.INTERNAL,
            "多次尝试撤销都没有成功。已撤销的部分不变，可以再次撤销；请把服务器日志交给管理员",
            "Several attempts to undo failed. What is taken back stays so, and it can be asked for again; show the server's log to an administrator"),
    UNKNOWN_COLUMN(Fault.INVALID, "文件里没有列「{0}」，有这些列：{1}", "The file has no column '{0}'; it has: {1}"),
    UNKNOWN_TARGET(Fault.INVALID, "「{0}」没有字段「{1}」，或它不能写入", "'{0}' has no field '{1}', or it cannot be written"),
    FIELD_TWICE(Fault.INVALID, "两列都对应到字段「{0}」，请只保留一列", "Two columns go to the field '{0}'; keep one of them"),
    NOTHING_MAPPED(Fault.INVALID, "没有任何列对应到字段，请至少选择一列", "No column goes to any field; choose at least one"),
    MATCH_NOT_MAPPED(Fault.INVALID, "匹配字段「{0}」没有对应的列", "The match field '{0}' has no column"),
    MATCH_NOT_A_KEY(
            Fault.INVALID,
            "不能用字段「{0}」匹配：它可以有多个值或由多个部分组成，请换一个字段",
            "The field '{0}' cannot be matched by: it holds several values or parts; choose another"),
    MATCH_HIDDEN(
            Fault.INVALID,
            "不能用字段「{0}」匹配：你看不到它的完整内容，请换一个字段",
            "The field '{0}' cannot be matched by: you do not see its whole values; choose another"),
    UNKNOWN_LOOKUP(
            Fault.INVALID,
            "不能用「{1}」查找「{0}」：没有这个字段，或它不适合查找",
            "'{0}' cannot be looked up by '{1}': there is no such field, or it does not suit"),
    MATCH_NEEDED(Fault.INVALID, "要更新已有记录，请选择用哪个字段匹配", "To update records, choose the field that finds them"),
    BAD_MODE(
            Fault.INVALID,
            "导入方式只能是 create、update 或 upsert，而不是「{0}」",
            "The mode is create, update or upsert, not '{0}'"),
    BAD_MAPPING(Fault.INVALID, "对应关系要写成 {\"列名\": \"字段代码\"}", "The mapping is written {\"column\": \"field code\"}"),
    TOO_MANY_CELLS(
            Fault.INVALID,
            "这一行有 {0} 列，表头只有 {1} 列，请检查引号和分隔符",
            "This row has {0} columns and the header {1}; check quotes and delimiters"),
    TOO_FEW_CELLS(
            Fault.INVALID,
            "这一行只有 {0} 列，表头有 {1} 列，请检查引号和分隔符",
            "This row has only {0} columns and the header {1}; check quotes and delimiters"),
    NO_MATCH(Fault.INVALID, "没有找到「{0}」为「{1}」的记录", "No record has '{1}' as its '{0}'"),
    NO_MATCH_LATE(
            Fault.INVALID,
            "没有找到「{0}」为「{1}」的记录；如果它就在这个文件里，那一行自己也没有导入，或这些行互相指向对方",
            "No record has '{1}' as its '{0}'; if it is in this file, that row was not imported either, or the rows point to each other"),
    SEVERAL_MATCH(
            Fault.INVALID,
            "有 {2} 条记录的「{0}」是「{1}」，不知道该用哪一条",
            "{2} records have '{1}' as their '{0}'; it is not clear which is meant"),
    FILE_CHANGED(
            Fault.CONFLICT, "文件「{0}」的内容已不可用，请重新上传", "The content of the file '{0}' is no longer there; send it again"),
    NO_COLUMNS(Fault.INVALID, "请至少保留一列", "Keep at least one column"),
    TOO_MANY_COLUMNS(Fault.INVALID, "一个表单最多 {0} 个字段，请跳过一些列", "An entity has at most {0} fields; skip some columns");

    private final Fault fault;
    private final String zh;
    private final String en;

    ImportError(Fault fault, String zh, String en) {
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
