package io.zhike.record.file;

import java.util.Locale;

/** Whether a file may be handed out. */
public enum FileState {
    READY,
    /** Not yet examined for malware: people see that it is there, and nothing of what is in it. */
    HELD,
    /** Malware was found after a record had it: its content is gone, its name stays where it was. */
    INFECTED;

    /** As it is stored and sent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
