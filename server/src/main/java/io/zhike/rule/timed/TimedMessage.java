package io.zhike.rule.timed;

import io.zhike.message.MessageCode;

/** What is said about timed rules. */
enum TimedMessage implements MessageCode {
    BUILD_INDEX("为「{0}」的 {1} 建索引，供定时规则查找", "Index {1} of '{0}' for timed rules"),
    DROP_INDEX("删除「{0}」的 {1} 上不再需要的索引", "Drop the index on {1} of '{0}', which no rule needs any more");

    private final String zh;
    private final String en;

    TimedMessage(String zh, String en) {
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
