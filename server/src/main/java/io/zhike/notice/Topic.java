package io.zhike.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a notice is about, by which members choose how they are told. The names are stored and never change. */
public enum Topic {
    /** To-dos and other work that somebody gave to one. */
    ASSIGNMENTS,
    /** What one wanted to be reminded of. */
    REMINDERS,
    /** Others spoke to one. */
    MENTIONS,
    /** Rules said so. */
    RULES,
    /** What concerns one's own place here. */
    SYSTEM;

    /** As programs write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Topic> of(String code) {
        return Arrays.stream(values())
                .filter(topic -> topic.code().equals(code))
                .findFirst();
    }
}
