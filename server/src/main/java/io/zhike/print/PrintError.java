package io.zhike.print;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** Why a document was not printed. */
enum PrintError implements ErrorCode {
    NO_SUCH_PRINT_TEMPLATE(
            Fault.NOT_FOUND, "没有打印模板「{0}」，可能已被删除", "There is no print template '{0}'; it may have been deleted"),
    NOTHING_TO_PRINT(Fault.NOT_FOUND, "这些记录不存在，或你没有权限查看", "These records are not there, or you may not see them"),
    RECORDS_MISSING(Fault.INVALID, "请选择要打印的记录", "Choose the records to print"),
    TOO_MANY_RECORDS(
            Fault.INVALID, "一次最多打印 {0} 条记录，请分批打印", "At most {0} records are printed at once; print them in parts"),
    PRINT_WHILE_LEAVING(
            Fault.FORBIDDEN,
            "你正在离职交接，一次只能打印一条记录。需要批量打印请找管理员",
            "You are leaving and print one record at a time only; ask an administrator for more"),
    NOT_A_RECORD_ID(Fault.INVALID, "「{0}」不是记录编号", "'{0}' is not the id of a record"),
    UNKNOWN_PRINT_FORMAT(Fault.INVALID, "没有「{0}」这种输出，可用：{1}", "There is no output '{0}'; there are {1}"),
    TEMPLATE_REFUSED(Fault.INVALID, "模板有 {0} 处需要修改", "There are {0} places of the template to correct"),
    PRINT_TOO_LARGE(
            Fault.INVALID,
            "打印内容太多（最多 {0} 页），请减少记录或重复行",
            "There is too much to print (at most {0} pages); take fewer records or rows"),
    TOO_MANY_FIELDS(
            Fault.INVALID,
            "一个模板最多用 {0} 个不同的字段和公式，请拆成几个模板",
            "A template uses at most {0} different fields and formulas; make several of it"),
    TOO_MANY_ROWS(
            Fault.INVALID,
            "重复行表格一次最多打印 {0} 行，请减少记录",
            "The tables of a print have at most {0} rows together; take fewer records"),
    PRINT_BUSY(Fault.UNAVAILABLE, "现在打印的人太多，请过一会儿再试", "Too many people are printing just now. Try again in a moment"),
    PRINT_TOO_SLOW(
            Fault.UNAVAILABLE,
            "排版超过 {0} 秒，已停止。请减少记录或简化模板",
            "Laying out took more than {0} seconds and was stopped. Take fewer records or a simpler template");

    private final Fault fault;
    private final String zh;
    private final String en;

    PrintError(Fault fault, String zh, String en) {
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
