package io.zhike.definition;

import io.zhike.message.MessageCode;

/** What can be wrong with an app. */
enum AppIssue implements MessageCode {
    APP_OF_ITSELF("应用属于它自己：app 必须是「{0}」。", "An app belongs to itself: 'app' has to be '{0}'."),
    ONE_TARGET(
            "菜单项必须指向 entity、view、url 中的一个，或是有 items 的分组，且只能一样。",
            "A menu item points to exactly one of entity, view, url, or is a group with items."),
    LINK_NEEDS_LABEL("指向网址的菜单项和分组需要自己的标签。", "A menu item with a url, and a group, need a label of their own."),
    GROUP_CODE("菜单里的分组需要 code，其他菜单项没有 code。", "A group of a menu needs a code; other items have none.");

    private final String zh;
    private final String en;

    AppIssue(String zh, String en) {
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
