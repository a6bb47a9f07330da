package io.zhike.action;

import io.zhike.message.MessageCode;

/**
 * What the log says of actions that tell people something, and what can be wrong with them. It says it of trials too, where none of it
 * came about: so no text tells of what has happened.
 */
enum TellMessage implements MessageCode {
    TODO_MADE("待办 {0} 条", "To-dos: {0}"),
    TOLD("通知 {0} 人", "Notices: {0}"),
    MAILED("邮件 {0} 封", "Mails: {0}"),
    NOBODY_REACHED("找不到接收的人", "There is nobody to tell"),
    NO_ADDRESS("找不到收件地址", "There is no address to send to"),
    TITLE_BLANK("标题算出来是空的", "The title came out blank"),
    DUE_UNCLEAR("截止时间应为日期或日期时间", "A due time is a date or a date with a time"),
    MAIL_NEEDS("请写主题和正文，或选一个邮件模板，不要两样都填", "Write a subject and a text, or choose a mail template, not both"),
    TEMPLATE_ELSEWHERE("邮件模板「{0}」不是给这个表单用的", "The mail template '{0}' is for another entity"),
    TEMPLATE_GONE("邮件模板「{0}」已经不在了", "The mail template '{0}' is gone"),
    RECORD_UNREAD("记录已经不在了", "The record is gone");

    private final String zh;
    private final String en;

    TellMessage(String zh, String en) {
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
