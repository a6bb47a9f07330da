package io.zhike.page;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What ends a request about views. */
enum ViewError implements ErrorCode {
    UNKNOWN_VIEW(Fault.NOT_FOUND, "没有视图「{0}」，它可能已被删除", "There is no view '{0}'; it may have been deleted"),
    UNKNOWN_ENTITY(Fault.NOT_FOUND, "没有表单「{0}」", "There is no entity '{0}'"),
    VIEW_REFUSED(
            Fault.INVALID,
            "视图有 {0} 处需要修改，没有保存。详见 errors",
            "The view has {0} places to mend and was not saved; see errors"),
    TOO_MANY_VIEWS(
            Fault.INVALID,
            "每人最多保存 {0} 个个人视图，请先删除不用的",
            "One can keep at most {0} views; delete some that are not used first");

    private final Fault fault;
    private final String zh;
    private final String en;

    ViewError(Fault fault, String zh, String en) {
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
