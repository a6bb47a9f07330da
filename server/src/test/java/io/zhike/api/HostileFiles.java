package io.zhike.api;

import java.util.ArrayList;
import java.util.List;

/** Uploads that no browser makes. */
final class HostileFiles {
    static final String BOUNDARY = "probe-part";

    private static final List<String> NAMES = List.of(
            "../../../../etc/cron.d/x",
            "..\\..\\x.csv",
            "a.csv\\\"; name=\\\"other",
            "<script>alert(1)</script>.svg",
            "a%00.csv",
            "a%0d%0aX-Injected: yes.csv",
            "=1+1.csv",
            "\u202Evsc.exe",
            ".",
            "",
            "a".repeat(5_000) + ".csv",
            "CON.csv",
            "x.xlsx",
            "x.xls",
            "x.zip");

    private static final List<String> CONTENTS = List.of(
            "",
            "\u0000\u0000\u0000\u0000",
            "名称\n<script>alert(1)</script>\n",
            "a,b\n\"unclosed",
            "=1+1,@x\n'; --,\u0000\n",
            ",".repeat(20_000) + "\n1",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
            "PK\u0003\u0004 no zip at all",
            "GIF89a" + "\uFFFD".repeat(40),
            "%PDF-1.7\n1 0 obj <</JS (app.alert(1))>>");

    private HostileFiles() {}

    /** Bodies with a part {@code file}: every name with some content, every content with a plain name, and broken bodies. */
    static List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            parts.add(part("file", NAMES.get(i), CONTENTS.get(i % CONTENTS.size())));
        }
        CONTENTS.forEach(content -> parts.add(part("file", "plain.csv", content)));
        parts.add("");
        parts.add("--" + BOUNDARY);
        parts.add("--" + BOUNDARY + "\r\n\r\n");
        parts.add("--" + BOUNDARY + "\r\nContent-Disposition: form-data\r\n\r\nx\r\n--" + BOUNDARY + "--\r\n");
        parts.add(part("other", "plain.csv", "a"));
        parts.add(part("file", "plain.csv", "a").replace("--" + BOUNDARY + "--\r\n", ""));
        parts.add(part("file", "plain.csv", "a").replace("text/csv", "\u0001/../x"));
        return parts;
    }

    private static String part(String name, String file, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
    }
}
