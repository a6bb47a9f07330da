package io.zhike.page;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What ends a question about record pages. */
enum RecordPageError implements ErrorCode {
    NO_SUCH_PAGE(
            Fault.NOT_FOUND,
            "没有记录页面「{0}」，请检查代码，或先发布它。",
            "There is no record page '{0}'; check the code, or publish it first."),
    FIGURES_OF_WHAT(
            Fault.INVALID,
            "请写明实体（entity）、记录（record）和指标（figures）。",
            "Say which figures of which record: 'entity', 'record' and 'figures'."),
    TOO_MANY_FIGURES(Fault.INVALID, "一次最多计算 {0} 个指标，现有 {1} 个。", "At most {0} figures at once; there are {1}.");

    private final Fault fault;
    private final String zh;
    private final String en;

    RecordPageError(Fault fault, String zh, String en) {
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
