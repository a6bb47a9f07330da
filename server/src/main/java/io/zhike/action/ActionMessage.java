package io.zhike.action;

import io.zhike.message.MessageCode;

/** What the log says of actions. */
enum ActionMessage implements MessageCode {
    RECORD_GONE("记录已经不在了", "The record is gone"),
    NO_FIELD("字段「{0}」已经不在了", "The field '{0}' is gone"),
    VALUE_REFUSED("「{0}」：{1}", "'{0}': {1}"),
    WRITE_REFUSED("没有保存：{0}", "Not saved: {0}"),
    SET("已设置 {0}", "Set {0}"),
    ALREADY_SO("已经是这样，没有改动", "Already so; nothing changed"),
    CREATED("已新建「{0}」{1} 条", "Made {1} of '{0}'"),
    UPDATED("已更新「{0}」{1} 条", "Changed {1} of '{0}'"),
    DELETED("已删除「{0}」{1} 条", "Deleted {1} of '{0}'"),
    NOTHING_RELATED("没有相关记录", "No related records"),
    ASSIGNED("分配给{0}", "Assigned to {0}"),
    NOBODY("没有可分配的人", "Nobody to assign to"),
    ALL_FULL("大家都到上限了", "Everybody has as many as they may"),
    OUTSIDE_HOURS("不在工作时间，等到上班再分配", "Outside working hours; waits for the next"),
    NO_CASE("没有一行条件符合", "No row of the table fits"),
    TAGGED("标签：{0}", "Tags: {0}"),
    SHARED("已共享给 {0} 个对象", "Shared with {0}");

    private final String zh;
    private final String en;

    ActionMessage(String zh, String en) {
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
