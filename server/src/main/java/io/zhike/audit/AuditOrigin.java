package io.zhike.audit;

import java.util.Locale;
import java.util.Optional;

/** By which way somebody acted. The names are stored. */
public enum AuditOrigin {
    /** A person in a browser. */
    SESSION("网页", "Browser"),
    /** A person who looks as somebody else would. */
    PREVIEW("预览", "Preview"),
    /** A program with an API key. */
    KEY("API 密钥", "API key"),
    /** Work that a person began and that went on without them. */
    BACKGROUND("后台任务", "Background"),
    /** The server itself. */
    SYSTEM("系统", "System"),
    /** Somebody who has not signed in. */
    STRANGER("未登录", "Not signed in");

    private final String zh;
    private final String en;

    AuditOrigin(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** As it is stored and answered. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The origin of that code; empty for any other text. */
    public static Optional<AuditOrigin> of(String code) {
        for (AuditOrigin origin : values()) {
            if (origin.code().equals(code)) {
                return Optional.of(origin);
            }
        }
        return Optional.empty();
    }
}
