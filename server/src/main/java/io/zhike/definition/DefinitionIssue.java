package io.zhike.definition;

import io.zhike.message.MessageCode;

/** What can be wrong at one place of a definition, whatever its kind. */
public enum DefinitionIssue implements MessageCode {
    PROPERTY_MISSING("缺少「{0}」。请补上。", "'{0}' is missing. Add it."),
    PROPERTY_UNKNOWN("这里没有「{0}」这个属性。可用的属性：{1}。", "There is no property '{0}' here. The properties are: {1}."),
    PROPERTY_MISSPELT("这里没有「{0}」这个属性，你是否想写「{1}」？", "There is no property '{0}' here. Did you mean '{1}'?"),
    WRONG_TYPE("这里需要{0}，而不是{1}。", "Expected {0} here, not {1}."),
    NOT_ALLOWED_VALUE("「{0}」不是允许的值。可用的值：{1}。", "'{0}' is not allowed. The values are: {1}."),
    MISSPELT_VALUE("「{0}」不是允许的值，你是否想写「{1}」？", "'{0}' is not allowed. Did you mean '{1}'?"),
    MUST_BE("这里必须是「{0}」，而不是「{1}」。", "This has to be '{0}', not '{1}'."),
    NOT_A_CODE(
            "「{0}」不能作为代码。代码以小写字母开头，只含小写字母、数字和下划线，最多 40 个字符。",
            "'{0}' cannot be a code. A code begins with a lower-case letter and has only lower-case letters, digits and"
                    + " underscores, at most 40."),
    WRONG_PATTERN("「{0}」的写法不对，需要符合 {1}。", "'{0}' is not written as it has to be: {1}."),
    TEXT_TOO_LONG("文字太长：最多 {0} 个字符。请缩短。", "The text is too long: at most {0} characters. Shorten it."),
    TEXT_TOO_SHORT("文字太短：至少 {0} 个字符。", "The text is too short: at least {0} characters."),
    TOO_MANY_ITEMS("最多 {0} 项，现有 {1} 项。请删减。", "At most {0} items, there are {1}. Remove some."),
    TOO_FEW_ITEMS("至少 {0} 项，现有 {1} 项。请补充。", "At least {0} items, there are {1}. Add some."),
    NUMBER_TOO_SMALL("{0} 太小，最小为 {1}。", "{0} is too small: at least {1}."),
    NUMBER_TOO_LARGE("{0} 太大，最大为 {1}。", "{0} is too large: at most {1}."),
    DUPLICATE_ITEMS("列表中有重复的项。请去掉重复。", "The list has an item twice. Remove the repetition."),
    NO_FORM_FITS("这里的内容不符合任何一种允许的写法：{0}", "What stands here fits none of the allowed forms: {0}"),
    BREAKS_SCHEMA("不符合格式：{0}", "Breaks the format: {0}"),
    LABEL_EMPTY("标签至少需要中文（zh）或英文（en）之一。", "A label needs a text in zh or in en."),
    DUPLICATE_CODE("代码「{0}」出现了两次。请改掉其中一个。", "The code '{0}' is there twice. Change one of them."),
    HIDDEN_FROM_BUILDER(
            "你不能查看「{0}」，所以也不能在这里用到它。请让管理员来改这一处，或给你查看它的权限。",
            "You may not read '{0}', so it cannot be used here. Ask an administrator to do it, or for the right to read it."),
    REFERENCE_MISSING("没有{0}「{1}」。", "There is no {0} '{1}'."),
    REFERENCE_MISSPELT("没有{0}「{1}」，你是否想写 {2}？", "There is no {0} '{1}'. Did you mean {2}?"),
    ELEMENT_MISSING("{0}「{1}」中没有「{2}」。", "There is no '{2}' in the {0} '{1}'."),
    ELEMENT_MISSPELT("{0}「{1}」中没有「{2}」，你是否想写 {3}？", "There is no '{2}' in the {0} '{1}'. Did you mean {3}?"),
    REFERS_TO_DELETED(
            "{0}「{1}」在这里用到了{2}「{3}」，而它将被删除。请先改掉这一处，或保留「{3}」。",
            "The {0} '{1}' uses the {2} '{3}' here, which would be deleted. Change this place first, or keep '{3}'."),
    REFERS_TO_DELETED_ELEMENT(
            "{0}「{1}」在这里用到了{2}「{3}」的「{4}」，而它将被删除。请先改掉这一处，或保留「{4}」。",
            "The {0} '{1}' uses '{4}' of the {2} '{3}' here, which would be deleted. Change this place first, or keep"
                    + " '{4}'."),
    WOULD_LOSE("{0}（影响 {1} 行数据；确认请使用 {2}）", "{0} ({1} rows lose data; to accept it, send {2})");

    private final String zh;
    private final String en;

    DefinitionIssue(String zh, String en) {
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
