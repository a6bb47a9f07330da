package io.zhike.page;

import io.zhike.message.MessageCode;

/** What can be wrong with a view. */
enum ViewIssue implements MessageCode {
    NO_SUCH_FIELD("「{0}」没有字段「{1}」", "'{0}' has no field '{1}'"),
    NOT_A_CONDITION("筛选条件的结果应当是「是否」，现在是「{0}」", "The condition should give true or false; it gives {0}");

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
