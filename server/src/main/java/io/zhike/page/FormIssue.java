package io.zhike.page;

import io.zhike.message.MessageCode;

/** What can be wrong with a form. */
enum FormIssue implements MessageCode {
    PLACED_TWICE("字段「{0}」在表单中放了两次。请去掉一处。", "The field '{0}' is in the form twice. Take one away."),
    ONE_SHAPE("这里需要且只需要这些属性之一：{0}。", "Exactly one of these properties is needed here: {0}."),
    NEEDS_CODE("这个元素需要代码（code），以后不再变。", "This element needs a code, which then stays for ever.");

    private final String zh;
    private final String en;

    FormIssue(String zh, String en) {
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
