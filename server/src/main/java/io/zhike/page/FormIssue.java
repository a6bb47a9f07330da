package io.zhike.page;

import io.zhike.message.MessageCode;

/** What can be wrong with a form. */
enum FormIssue implements MessageCode {
    PLACED_TWICE("字段「{0}」在表单中放了两次。请去掉一处。", "The field '{0}' is in the form twice. Take one away."),
    REQUIRED_NOT_PLACED(
            "必填字段「{0}」没有放进表单，新建时无法填写。请放进来，或设一个默认值，或取消必填。",
            "The required field '{0}' is not in the form, so nobody could fill it in. Place it, give it a default, or make it optional."),
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
