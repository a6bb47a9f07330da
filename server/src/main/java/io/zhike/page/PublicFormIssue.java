package io.zhike.page;

import io.zhike.message.MessageCode;

/** What can be wrong with a public form, and with what a stranger sends. */
enum PublicFormIssue implements MessageCode {
    NOT_A_MOMENT(
            "「{0}」不是时间。请写作 2026-11-22T09:00（工作区的时间）或带时区的 2026-11-22T09:00:00+08:00。",
            "'{0}' is no moment. Write 2026-11-22T09:00 (the workspace's time) or, with an offset, 2026-11-22T09:00:00+08:00."),
    ASKED_TWICE("字段「{0}」出现了两次。请去掉一处。", "The field '{0}' is asked for twice. Take one away."),
    NOT_ASKABLE(
            "「{0}」（{1}）不能让外部人员填写。可以填写的类型：{2}。",
            "'{0}' ({1}) cannot be filled in by people outside. Types that can: {2}."),
    NOT_WRITABLE("「{0}」是系统计算的，不能给定。", "'{0}' is computed and cannot be given."),
    NOT_A_KEY(
            "不能用「{0}」识别重复：它须是表单里的一个单值字段。",
            "'{0}' cannot tell duplicates: it has to be a field of the form with a single value."),
    UNIQUE_TELLS(
            "「{0}」不允许重复，拒绝会让外部人员得知谁已经在库里。请用 duplicates 以它识别重复，或不在表单里问它。",
            "'{0}' is unique, and a refusal would tell strangers who is known here. Recognise duplicates by it, or do not ask for it."),
    REQUIRED_NOT_ASKED(
            "这些必填字段既不在表单里，也没有给定值或默认值：{0}。请加入表单或给定一个值。",
            "These required fields are neither asked for nor given nor defaulted: {0}. Ask for them or give a value."),
    NOT_ASKED("表单里没有「{0}」。", "The form does not ask for '{0}'."),
    BLANK("请填写「{0}」。", "Please fill in '{0}'.");

    private final String zh;
    private final String en;

    PublicFormIssue(String zh, String en) {
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
