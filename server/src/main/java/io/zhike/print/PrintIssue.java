package io.zhike.print;

import io.zhike.message.MessageCode;

/** What can be wrong with a print template beyond its schema. */
enum PrintIssue implements MessageCode {
    UNKNOWN_PART("打印模板不认识「{0}」这种内容", "Print templates have no part '{0}'"),
    MISPLACED_PART("「{0}」不能放在这里", "'{0}' cannot stand here"),
    BAD_PROPERTY("「{0}」的值「{1}」不对", "'{0}' cannot be '{1}'"),
    TOO_DEEP("内容嵌套超过 {0} 层，请减少表格套表格", "Parts stand within each other more than {0} deep"),
    TOO_MANY_PARTS("内容超过 {0} 个部分，请拆成几个模板", "There are more than {0} parts; make several templates of it"),
    TOO_MANY_FIELDS(
            "一个模板最多用 {0} 个不同的字段和公式，请拆成几个模板",
            "A template uses at most {0} different fields and formulas; make several of it"),
    NO_SUCH_FIELD("「{0}」没有字段「{1}」", "'{0}' has no field '{1}'"),
    NOT_AN_IMAGE_FIELD("「{0}」不是图片字段", "'{0}' is not an image field"),
    NO_SUCH_ROWS("「{0}」没有相关记录「{1}」", "'{0}' has no related records '{1}'"),
    NO_COLUMNS("重复行表格至少要有一列", "A table of related records needs a column"),
    NOTHING_TO_ADD("「{0}」不是数字，不能合计", "'{0}' is no number and has no total"),
    NOT_A_CONDITION("显示条件的结果应当是「是否」，现在是「{0}」", "The condition should give true or false; it gives {0}"),
    NO_PLACE_LEFT("页边距太大，纸上没有地方了", "The margins leave no room on the paper"),
    BAD_BRACES("花括号不成对，或里面是空的", "The braces do not match, or hold nothing"),
    NOT_IN_MAIL("邮件里不能放「{0}」，收件人多半看不到", "A mail cannot hold '{0}': most receivers would not see it"),
    BAD_IMAGE("图片应为不超过 {0} KB 的 PNG 或 JPEG", "An image must be a PNG or JPEG of at most {0} KB");

    private final String zh;
    private final String en;

    PrintIssue(String zh, String en) {
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
