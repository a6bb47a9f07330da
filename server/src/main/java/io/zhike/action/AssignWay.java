package io.zhike.action;

import io.zhike.message.Label;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** By what somebody is chosen. */
enum AssignWay {
    FIXED("指定的人", "To the first of them"),
    IN_TURN("轮流平均", "Evenly in turn"),
    LOAD("给手上最少的人", "To whoever has the least"),
    TABLE("按条件表", "By a table of conditions"),
    SUPERVISOR("给负责人的上级", "To the owner's supervisor");

    private final Label label;

    AssignWay(String zh, String en) {
        this.label = new Label(zh, en);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AssignWay> of(String code) {
        return Arrays.stream(values()).filter(way -> way.code().equals(code)).findFirst();
    }

    static Map<String, Label> codes() {
        Map<String, Label> codes = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(way -> codes.put(way.code(), way.label));
        return codes;
    }
}
