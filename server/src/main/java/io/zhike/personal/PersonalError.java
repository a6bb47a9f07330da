package io.zhike.personal;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can be wrong with what members arrange for themselves. */
enum PersonalError implements ErrorCode {
    HOME_REFUSED(
            Fault.INVALID,
            "首页有 {0} 处需要修改，没有保存。详见 errors",
            "The home has {0} places to mend and was not saved; see errors"),
    HOME_CHANGED(
            Fault.CONFLICT,
            "首页在别处被改过（现在是第 {0} 版）。请重新打开首页再修改。",
            "The home was changed elsewhere (it is at version {0} now). Open it again and repeat the change."),
    TOO_MANY_CARDS(Fault.INVALID, "首页最多放 {0} 张卡片", "A home has at most {0} cards"),
    CARD_ID(
            Fault.INVALID,
            "卡片编号应为 1 到 40 个字母、数字或连字符，且不重复",
            "The id of a card is 1 to 40 letters, digits or hyphens, and no other card has it"),
    CARD_TYPE(Fault.INVALID, "没有「{0}」这种卡片，可用的有：{1}", "There is no card '{0}'. It can be: {1}"),
    CARD_WIDTH(Fault.INVALID, "卡片宽度为 1 到 3 列", "A card is 1 to 3 columns wide"),
    CARD_TITLE(Fault.INVALID, "卡片标题最多 {0} 个字", "The title of a card has at most {0} characters"),
    CARD_NEEDS(Fault.INVALID, "这种卡片需要写明 {0}", "This card needs '{0}'"),
    CARD_CODE(Fault.INVALID, "「{0}」不是编码", "'{0}' is not a code"),
    CARD_FN(Fault.INVALID, "不能计算「{0}」，可用的有：{1}", "'{0}' is no figure. It can be: {1}"),
    CARD_CONDITION(
            Fault.INVALID, "条件应为文本或条件树，最多 {0} 个字符", "A condition is a text or a tree, of at most {0} characters"),
    NO_SUCH_FAVOURITE(Fault.NOT_FOUND, "收藏里没有这一项，可能已被取消", "There is no such favourite; it may have been removed"),
    TOO_MANY_FAVOURITES(
            Fault.INVALID,
            "最多收藏 {0} 项，请先取消不用的",
            "One can keep at most {0} favourites; remove some that are not used first"),
    FAVOURITE_UNCLEAR(
            Fault.INVALID,
            "请写明收藏什么：kind 为 record（带 record）、view（带 view）或 list，并带 entity",
            "Say what to keep: 'kind' is record (with 'record'), view (with 'view') or list, with an 'entity'"),
    ORDER_UNCLEAR(Fault.INVALID, "排序需要每项收藏的编号，每个只写一次", "An order names favourites by their id, each once"),
    UNKNOWN_ENTITY(Fault.NOT_FOUND, "没有表单「{0}」", "There is no entity '{0}'"),
    RECORD_MISSING(Fault.INVALID, "请写明 entity 和 record", "Say 'entity' and 'record'");

    private final Fault fault;
    private final String zh;
    private final String en;

    PersonalError(Fault fault, String zh, String en) {
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
