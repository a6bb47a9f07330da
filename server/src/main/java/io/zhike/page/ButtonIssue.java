package io.zhike.page;

import io.zhike.message.MessageCode;

/** What can be wrong with a button. */
enum ButtonIssue implements MessageCode {
    ONE_ACTION("按钮要做一件事，且只做一件：{0} 选一个。", "A button does exactly one thing: choose one of {0}."),
    ONE_TARGET("「打开」要且只要说明一个去处：{0} 选一个。", "What is opened needs exactly one of {0}."),
    NOT_WRITABLE("字段「{0}」不能填写。", "The field '{0}' cannot be set."),
    FILLED_TWICE("字段「{0}」填了两次。请去掉一处。", "The field '{0}' is filled in twice. Take one away."),
    NOTHING_GIVEN(
            "字段「{0}」既没有值，也不问人。请写一个值，或设为「填写」。",
            "The field '{0}' has no value and is not asked for. Write a value, or ask for it."),
    NOTHING_SET("还没有要设置的字段。请至少加一个。", "There is no field to set yet. Add at least one."),
    WRONG_VALUE("「{0}」要的是{1}，这里得到的是{2}。", "'{0}' takes {1}; this gives {2}."),
    NOT_A_CONDITION("显示条件的结果应当是「是否」，现在是「{0}」。", "The condition to be shown should give true or false; it gives {0}."),
    AGGREGATE_HERE(
            "这里不能统计下级或相关记录，请先建一个汇总字段，再用它。",
            "Records that belong to this one cannot be counted here; make a roll-up field and use that."),
    STAFF_HERE(
            "这里不能用部门和上级的函数，请先建一个公式字段，再用它。",
            "Functions of departments and supervisors cannot be used here; make a formula field and use that."),
    BAD_BRACES(
            "网址里的花括号不成对，或里面是空的。花括号里要写字段的代码。",
            "The braces of the address do not match, or hold nothing. The code of a field goes between them."),
    BAD_ADDRESS("网址要以这些之一开头：{0}，并且不含空格和引号。", "The address has to begin with one of {0}, and has no blanks and quotes."),
    NOT_SINGLE("网址里只能放单个值，「{0}」是列表。", "An address takes single values; '{0}' is a list."),
    NOT_BACK("「{0}」不是指向「{1}」的关联字段，不能用它指回来。", "'{0}' is no relation to '{1}', so it cannot point back."),
    NOT_A_RELATION("「{0}」不是指向一条记录的关联字段。", "'{0}' is no relation to one record."),
    NOT_A_PHONE("「{0}」不是电话字段。", "'{0}' is no phone number.");

    private final String zh;
    private final String en;

    ButtonIssue(String zh, String en) {
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
