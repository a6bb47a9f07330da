package io.zhike.access;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can go wrong with rights as such; what is wrong inside a role is a {@link RoleIssue}. */
enum AccessError implements ErrorCode {
    UNKNOWN_MEMBER(Fault.NOT_FOUND, "没有成员「{0}」。", "There is no member '{0}'."),
    NO_RECORD_TO_EXPLAIN(
            Fault.NOT_FOUND,
            "表单「{0}」里没有记录 {1}，它可能已被删除，请刷新后再看",
            "There is no record {1} in '{0}'; it may have been deleted, reload and look again"),
    UNKNOWN_ROLES(Fault.INVALID, "没有角色 {0}。已发布的角色：{1}。", "There is no role {0}. The published roles are: {1}.");

    private final Fault fault;
    private final String zh;
    private final String en;

    AccessError(Fault fault, String zh, String en) {
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
