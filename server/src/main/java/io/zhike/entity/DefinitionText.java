package io.zhike.entity;

import io.zhike.message.MessageCode;

/** What can be wrong in the definition of an entity. The place is said by the issue that holds the message. */
enum DefinitionText implements MessageCode {
    NOT_AN_OBJECT("这里要一个对象。", "An object is expected here."),
    MISSING("缺少「{0}」。", "'{0}' is missing."),
    NOT_TEXT("「{0}」要是文本。", "'{0}' must be a text."),
    NOT_WHOLE("「{0}」要是 {1} 到 {2} 的整数。", "'{0}' must be a whole number from {1} to {2}."),
    NOT_DECIMAL("「{0}」要是数字。", "'{0}' must be a number."),
    NOT_TRUE_OR_FALSE("「{0}」要是 true 或 false。", "'{0}' must be true or false."),
    NOT_ONE_OF("「{0}」不能是「{1}」。可用的有：{2}。", "'{0}' cannot be '{1}'. There are: {2}."),
    NOT_A_LIST("「{0}」要是列表。", "'{0}' must be a list."),
    UNKNOWN_PROPERTY("「{0}」不是这类字段的属性。可用的有：{1}。", "'{0}' is no property of such a field. There are: {1}."),
    BAD_LABEL("名称要有 zh 或 en，且不超过 {0} 个字符。", "A label needs zh or en, of at most {0} characters."),
    BAD_CODE(
            "代码「{0}」不可用：只能是小写字母、数字和单个下划线，以字母开头，最多 {1} 个字符。可以用「{2}」。",
            "The code '{0}' cannot be used: it must be lower-case letters, digits and single underscores, begin with a letter and have at most {1} characters. '{2}' would do."),
    RESERVED_CODE("代码「{0}」留给系统使用。可以用「{1}」。", "The code '{0}' is kept for the system. '{1}' would do."),
    DUPLICATE_CODE("代码「{0}」已经用过。可以用「{1}」。", "The code '{0}' is used already. '{1}' would do."),
    UNKNOWN_TYPE("没有「{0}」这种字段类型。可用的有：{1}。", "There is no field type '{0}'. There are: {1}."),
    TOO_MANY_FIELDS("一个表单最多 {0} 个字段，现有 {1} 个。", "An entity has at most {0} fields; these are {1}."),
    TOO_MANY_OPTIONS("最多 {0} 个选项，现有 {1} 个。", "At most {0} options fit; these are {1}."),
    NO_OPTIONS("至少要有一个选项。", "At least one option is needed."),
    NO_OPEN_STAGE("至少要有一个既不是赢单也不是输单的阶段。", "At least one stage that is neither won nor lost is needed."),
    LEAST_OVER_MOST("最小值 {0} 大于最大值 {1}。", "The least, {0}, is more than the most, {1}."),
    CANNOT_BE_UNIQUE("「{0}」类型的字段不能要求唯一。", "A field of type '{0}' cannot be unique."),
    ENCRYPTED_CANNOT(
            "加密字段不能有「{0}」：数据库读不出它的值。", "An encrypted field cannot have '{0}': the database cannot read its values."),
    COMPUTED_CANNOT("计算的字段不能有「{0}」。", "A computed field cannot have '{0}'."),
    NO_SUCH_TITLE("标题字段「{0}」不存在。", "The title field '{0}' does not exist."),
    TITLE_UNFIT("「{0}」类型的字段不能作标题。", "A field of type '{0}' cannot be the title."),
    TWO_TITLES("只能有一个标题字段，「{0}」和「{1}」都是。", "Only one field can be the title; '{0}' and '{1}' both are."),
    NO_SUCH_ENTITY("没有「{0}」这个表单。", "There is no entity '{0}'."),
    ROLE_UNFIT("「{0}」（{1}）不能担任这个角色。可以的类型：{2}。", "'{0}' ({1}) cannot play this role. Types that can: {2}."),
    NO_SUCH_FIELD("「{0}」没有「{1}」这个字段。", "'{0}' has no field '{1}'."),
    NOT_A_RELATION("「{0}」的「{1}」不是指向「{2}」的关联字段。", "The field '{1}' of '{0}' is no relation to '{2}'."),
    NOT_A_CHILD(
            "「{0}」不是「{1}」的子表：它的定义没有用 parent 说明属于谁。",
            "'{0}' is no child table of '{1}': its definition does not say by 'parent' whom it belongs to."),
    PARENT_NOT_REQUIRED(
            "子表的上级字段「{0}」必须是必填的关联。", "The parent field '{0}' of a child table must be a required relation."),
    LOOP("这些字段互相依赖，成了一个圈：{0}。", "These fields depend on each other in a circle: {0}."),
    BAD_ROLLUP("不能对「{0}」求 {1}。", "The {1} of '{0}' cannot be taken."),
    ROLLUP_NEEDS_OF("{0} 要说明对哪个字段（of）。", "{0} needs to be told of which field (of)."),
    ROLLUP_OVER(
            "要用 over 指明一个子表，或指向本表的关联，如 order.customer。",
            "'over' must name a child table or a relation that points here, such as order.customer."),
    NOT_LOCAL("汇总只能依据子记录自己的字段，不能用到「{0}」。", "A roll-up can go by the fields of its records alone; it cannot use '{0}'."),
    WRONG_DEFAULT("默认值应是{0}，得到的是{1}。", "The default should be {0}, not {1}."),
    NO_RESULT("公式的结果不能是{0}。", "A formula cannot result in {0}."),
    ROWS_IN_LOGIC(
            "条件只能用本记录和它所关联记录的字段，不能用「{0}」：那是指向它的多行。请先为它们建一个汇总字段，再用汇总字段。",
            "A condition can use fields of its record and of records it points to, not '{0}': those are rows that point to it. Make a roll-up of them and use that."),
    PARENT_SHOWN("子表的上级字段不能有显示条件。", "The parent field of a child table cannot have a condition to be shown."),
    TOO_MANY_CHECKS("一个表单最多 {0} 条校验，现有 {1} 条。", "An entity has at most {0} checks; these are {1}."),
    NO_LOOKALIKE("「{0}」类型的字段不能查找疑似重复。", "Look-alikes cannot be found by a field of type '{0}'."),
    BAD_PATTERN("编号规则「{0}」不对：{1}。", "The pattern '{0}' is wrong: {1}."),
    BAD_MASK(
            "「{0}」不是可用的格式：9 代表数字，A 代表字母，* 代表数字或字母，其他字符原样出现，至少要有其中一种。",
            "'{0}' cannot be used as a pattern: 9 is a digit, A a letter, * either, all else itself, and there must be one of the three.");

    private final String zh;
    private final String en;

    DefinitionText(String zh, String en) {
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
