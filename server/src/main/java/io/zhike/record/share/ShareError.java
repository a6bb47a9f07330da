package io.zhike.record.share;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can go wrong with sharing one record. */
enum ShareError implements ErrorCode {
    SHARE_FORBIDDEN(
            Fault.FORBIDDEN,
            "你没有权限共享「{0}」的记录，请联系管理员调整角色",
            "You may not share records of '{0}'; ask an administrator to change your roles"),
    SHARE_ABOVE_OWN(
            Fault.FORBIDDEN,
            "你自己只能查看这条记录，不能给出或收回可以修改的共享",
            "You can only read this record yourself, so you can neither give nor take back the right to change it"),
    SHARE_WITH_WHOM(
            Fault.INVALID,
            "共享对象不存在：kind 应为 member、group 或 department，principal 为其 id，停用的成员不能接收共享",
            "There is nobody like that: 'kind' is member, group or department, 'principal' the id of one; a deactivated member is given nothing"),
    SHARE_LEVEL(Fault.INVALID, "共享的 level 应为 read 或 update", "The 'level' of a share is read or update"),
    SHARE_PAST(Fault.INVALID, "截止日期 {0} 已经过去", "The last day, {0}, is over already"),
    SHARE_MISSING(Fault.NOT_FOUND, "没有这条共享，它可能已被收回", "There is no such share; it may have been taken back");

    private final Fault fault;
    private final String zh;
    private final String en;

    ShareError(Fault fault, String zh, String en) {
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
