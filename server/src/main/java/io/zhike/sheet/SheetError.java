package io.zhike.sheet;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can be wrong with a tabular file. {0} is the file, {1} the sheet, {2} the row, wherever a text needs them. */
public enum SheetError implements ErrorCode {
    FILE_EMPTY(Fault.INVALID, "文件「{0}」是空的：没有任何一行数据", "The file '{0}' is empty: it has no row"),
    SHEET_EMPTY(
            Fault.INVALID,
            "文件「{0}」的工作表「{1}」没有任何数据，请换一个工作表",
            "The sheet '{1}' of '{0}' holds nothing; choose another sheet"),
    NO_SUCH_SHEET(Fault.NOT_FOUND, "文件「{0}」里没有工作表「{1}」", "The file '{0}' has no sheet '{1}'"),
    NO_HEADER(
            Fault.INVALID,
            "文件「{0}」的工作表「{1}」第 {2} 行没有列名，请选择列名所在的行",
            "Row {2} of sheet '{1}' in '{0}' holds no column names; choose the row that does"),
    NOT_A_SPREADSHEET(
            Fault.INVALID,
            "文件「{0}」不是表格（内容是 {1}），请上传 CSV、XLSX 或 XLS 文件",
            "The file '{0}' is not a spreadsheet (it holds {1}); send CSV, XLSX or XLS"),
    SAVE_AS_XLSX(
            Fault.INVALID,
            "文件「{0}」是 {1}，无法直接读取；请用 Excel 或 WPS 打开并另存为 .xlsx 后再上传",
            "The file '{0}' is {1}, which is not read; open it in Excel and save it as .xlsx"),
    ENCRYPTED(
            Fault.INVALID,
            "文件「{0}」有密码保护；请在 Excel 中去掉密码后再上传",
            "The file '{0}' is protected by a password; remove it in Excel and send it again"),
    DAMAGED(
            Fault.INVALID,
            "文件「{0}」已损坏或不完整，请重新导出或重新上传",
            "The file '{0}' is damaged or incomplete; export or send it again"),
    FORBIDDEN_XML(
            Fault.INVALID,
            "文件「{0}」含有文档类型声明或外部实体，出于安全原因不予读取",
            "The file '{0}' declares a document type or entities, which is refused for safety"),
    ZIP_BOMB(
            Fault.TOO_LARGE,
            "文件「{0}」解压后大得不合常理，出于安全原因不予读取",
            "The file '{0}' unpacks to an unreasonable size, which is refused for safety"),
    CELL_TOO_LONG(
            Fault.TOO_LARGE,
            "文件「{0}」工作表「{1}」第 {2} 行有一个单元格超过 {3} 个字符；可能是该行有引号没有闭合",
            "A cell in row {2} of sheet '{1}' in '{0}' is longer than {3} characters; perhaps a quote is not closed there"),
    ROW_TOO_LONG(
            Fault.TOO_LARGE,
            "文件「{0}」工作表「{1}」第 {2} 行超过 {3} 个字符",
            "Row {2} of sheet '{1}' in '{0}' is longer than {3} characters"),
    TOO_MANY_COLUMNS(
            Fault.TOO_LARGE,
            "文件「{0}」工作表「{1}」第 {2} 行超过 {3} 列；请删去不需要的列",
            "Row {2} of sheet '{1}' in '{0}' has more than {3} columns; remove those not needed"),
    UNREADABLE(Fault.UNAVAILABLE, "读取文件「{0}」时出错，请稍后重试", "The file '{0}' could not be read just now; try again"),

    BYTES_NOT_TEXT(
            Fault.INVALID,
            "此处有无法按 {0} 编码识别的字节；请用正确的编码重新保存",
            "There are bytes here that are no {0} text; save the file again in one encoding"),
    QUOTE_NOT_CLOSED(
            Fault.INVALID,
            "从这一行开始的引号直到文件末尾都没有闭合",
            "A quote opened in this row is not closed before the end of the file"),
    CONTROL_CHARACTER(Fault.INVALID, "此处含有不可见的空字符（NUL），请删除", "There is an invisible NUL character here; remove it"),
    EXCEL_ERROR(Fault.INVALID, "单元格的公式出错（{0}），请在 Excel 中改正", "The cell's formula fails with {0}; mend it in Excel"),
    NOT_A_NUMBER(Fault.INVALID, "「{0}」不是数字", "'{0}' is not a number"),
    NOT_A_DATE(
            Fault.INVALID,
            "「{0}」不是日期，或与所选的年月日顺序不符",
            "'{0}' is not a date, or not in the chosen order of year, month and day"),
    NOT_A_BOOLEAN(
            Fault.INVALID,
            "「{0}」不是「是」或「否」，可写 是/否、true/false、1/0",
            "'{0}' is neither yes nor no; write yes/no, true/false or 1/0"),
    NUMBER_UNREADABLE(Fault.INVALID, "单元格的数值「{0}」无法识别", "The cell holds '{0}', which is no number or date");

    private final Fault fault;
    private final String zh;
    private final String en;

    SheetError(Fault fault, String zh, String en) {
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
