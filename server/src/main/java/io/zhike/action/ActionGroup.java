package io.zhike.action;

import io.zhike.message.Label;
import java.util.Locale;

/** Under which heading a builder offers an action. */
public enum ActionGroup {
    RECORD("数据", "Records"),
    PEOPLE("分配与共享", "People"),
    TELL("提醒与消息", "Telling people"),
    OUTSIDE("外部系统", "Other systems"),
    CONTROL("流程", "Flow");

    private final Label label;

    ActionGroup(String zh, String en) {
        this.label = new Label(zh, en);
    }

    /** As answers carry it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Label label() {
        return label;
    }
}
