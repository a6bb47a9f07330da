package io.zhike.api;

import io.zhike.workspace.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What an answer must never show or lack, whatever was asked. */
final class Disclosure {
    private static final Map<String, Pattern> INSIDES = Map.of(
            "a stack trace", Pattern.compile("(?m)^\\s*at [\\w.$]+\\("),
            "a Java name",
                    Pattern.compile(
                            "\\b(?:java|javax|jakarta|org\\.(?:postgresql|jooq|springframework|apache)|tools\\.jackson"
                                    + "|com\\.fasterxml|io\\.zhike)\\.[a-z]+\\b(?!\\.util\\.Date)"),
            "an exception", Pattern.compile("\\b[A-Z]\\w+Exception\\b"),
            "SQL",
                    Pattern.compile("SQLSTATE|(?i)syntax error at or near|unterminated quoted|violates \\w+ constraint"
                            + "|relation \"[^\"]+\" does not|select \"|insert into|\\bjdbc:"),
            "a table's place", Pattern.compile("\\bw_[a-z0-9]{6,}\\."),
            "a path of the machine", Pattern.compile("(?<![\\w.])/(?:root|tmp|home|work|usr|opt)/\\w"),
            "the settings", Pattern.compile("spring:\\s|zhike\\.admin-password"));

    private Disclosure() {}

    /** What is wrong with {@code answer}; empty where nothing is. */
    static List<String> in(Answer answer) {
        List<String> wrong = new ArrayList<>();
        if (answer.status() >= 500) {
            wrong.add("fails");
        }
        String text = answer.text();
        INSIDES.forEach((what, pattern) -> {
            if (pattern.matcher(text).find()) {
                wrong.add("shows " + what);
            }
        });
        headers(answer, wrong);
        type(answer, wrong);
        return wrong;
    }

    private static void headers(Answer answer, List<String> wrong) {
        if (!answer.header("X-Injected").isEmpty()) {
            wrong.add("has a header of the sender's");
        }
        if (!answer.header("X-Content-Type-Options").equals("nosniff")) {
            wrong.add("may be sniffed");
        }
        if (!answer.header("Content-Security-Policy").contains("default-src")) {
            wrong.add("has no content security policy");
        }
        if (answer.header("Cache-Control").isEmpty()) {
            wrong.add("may be cached");
        }
        if (!answer.header("Access-Control-Allow-Origin").isEmpty()) {
            wrong.add("is shared with other origins");
        }
        if (!answer.header("Server").isEmpty() || !answer.header("X-Powered-By").isEmpty()) {
            wrong.add("tells what serves it");
        }
    }

    private static void type(Answer answer, List<String> wrong) {
        String type = answer.header("Content-Type");
        boolean empty = answer.text().isEmpty();
        if (answer.status() >= 400 && !empty && !type.startsWith("application/problem+json")) {
            wrong.add("refuses as " + type);
        }
        boolean page = type.startsWith("text/html") || type.contains("svg") || type.contains("javascript");
        String policy = answer.header("Content-Security-Policy");
        if (page && !policy.contains("sandbox") && !policy.contains("default-src 'none'")) {
            wrong.add("can run as " + type);
        }
        if (!empty && type.isEmpty()) {
            wrong.add("has no type");
        }
    }
}
