package io.zhike.record;

import io.zhike.message.MessageCode;

/** What can be done with a record, as a word inside a sentence. */
public enum RecordVerb implements MessageCode {
    CREATE("新建", "create"),
    CHANGE("修改", "change"),
    DELETE("删除", "delete"),
    RESTORE("恢复", "restore"),
    PURGE("彻底删除", "purge");

    private final String zh;
    private final String en;

    RecordVerb(String zh, String en) {
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
