package io.zhike.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody who means harm sends. None of the texts holds a word that {@link Disclosure} looks for. */
final class HostileInput {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Texts for every place where a text may stand. */
    static final List<String> TEXTS = List.of(
            "'",
            "\"",
            "' OR '1'='1' --",
            "1; SELECT pg_sleep(20); --",
            "x') UNION SELECT null,null,version() --",
            "$$||chr(65)||$$",
            "\" AND 1/0 = 1 OR \"",
            "name = \"a\" OR (((((",
            "IF(".repeat(300),
            "${jndi:ldap://127.0.0.1:1/a}",
            "#{7*7}${7*7}{{7*7}}",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "%2e%2e%2f%2e%2e%2fapplication.yaml",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "a\r\nX-Injected: yes\r\n\r\n<b>",
            "a\u0000b",
            "\u202Eexe.\uFEFFtxt",
            "\uD83D",
            "=cmd|' /C calc'!A0",
            "%s%n%x{0}{1}",
            "a".repeat(70_000),
            "(a+)+$",
            "9".repeat(400),
            "1e2147483647",
            "-1",
            "0",
            "99999999999999999999",
            "NaN",
            "null",
            "",
            " ",
            "00000000-0000-0000-0000-000000000000",
            "2026-99-99T99:99:99Z",
            "+999999999-01-01T00:00:00Z",
            "[]",
            "{}",
            "{\"all\":[{\"field\":\"name\",\"op\":\"~\",\"value\":{}}]}",
            "eyJhIjpudWxsfQ",
            "AAAA////");

    /** Values of every kind of JSON, for places where another kind is expected. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e39",
            "1e-39",
            "99999999999999999999999999999999999999999",
            "2147483648",
            "[]",
            "{}",
            "[null]",
            "[[[[[]]]]]",
            "{\"a\":{\"b\":null}}",
            "{\"zh\":null}",
            "\"x\"");

    private HostileInput() {}

    /** Bodies that are no good whatever an endpoint expects. */
    static List<String> brokenBodies() {
        return List.of(
                "",
                "{",
                "{}",
                "null",
                "[]",
                "[null]",
                "\"text\"",
                "42",
                "true",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "{\"__proto__\":{\"admin\":true},\"constructor\":1}",
                "{\"@class\":\"java.util.Date\"}",
                "{\"a\":1e999999999}",
                "{\"a\":" + "9".repeat(100_000) + "}",
                "{\"" + "k".repeat(100_000) + "\":1}",
                "[".repeat(100_000),
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "{\"items\":[" + "{},".repeat(20_000) + "{}]}",
                "{\"a\":\"\\ud800\"}",
                "\uFEFF{}",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>");
    }

    /**
     * Copies of {@code good} with one place of it made bad, each place {@code perPlace} times; which bad values a place gets
     * goes round by {@code turn}.
     */
    static List<String> variants(JsonNode good, int turn, int perPlace) {
        List<String> variants = new ArrayList<>();
        int place = turn;
        for (List<Object> path : places(good, List.of())) {
            for (int i = 0; i < perPlace; i++) {
                place++;
                variants.add(with(good, path, value(place * 7 + i)));
            }
        }
        return variants;
    }

    /** {@code good} with every text in it replaced. */
    static String everyText(JsonNode good, String text) {
        JsonNode copy = good.deepCopy();
        places(copy, List.of()).forEach(path -> {
            if (at(copy, path).isString()) {
                put(copy, path, JSON.getNodeFactory().stringNode(text));
            }
        });
        return copy.isString() ? JSON.writeValueAsString(text) : JSON.writeValueAsString(copy);
    }

    static int kinds() {
        return VALUES.size() + TEXTS.size();
    }

    private static JsonNode value(int number) {
        int at = Math.floorMod(number, kinds());
        return at < VALUES.size()
                ? JSON.readTree(VALUES.get(at))
                : JSON.getNodeFactory().stringNode(TEXTS.get(at - VALUES.size()));
    }

    private static String with(JsonNode good, List<Object> path, JsonNode bad) {
        JsonNode copy = good.deepCopy();
        put(copy, path, bad);
        return JSON.writeValueAsString(copy);
    }

    private static List<List<Object>> places(JsonNode node, List<Object> here) {
        List<List<Object>> places = new ArrayList<>();
        if (!here.isEmpty()) {
            places.add(here);
        }
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(each -> places.addAll(places(each.getValue(), and(here, each.getKey()))));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    places.addAll(places(array.get(i), and(here, i)));
                }
            }
            default -> {}
        }
        return places;
    }

    private static List<Object> and(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    private static JsonNode at(JsonNode root, List<Object> path) {
        JsonNode node = root;
        for (Object step : path) {
            node = step instanceof Integer index ? node.path(index) : node.path((String) step);
        }
        return node;
    }

    private static void put(JsonNode root, List<Object> path, JsonNode value) {
        JsonNode parent = at(root, path.subList(0, path.size() - 1));
        switch (parent) {
            case ObjectNode object -> object.setAll(Map.of((String) path.getLast(), value));
            case ArrayNode array -> array.set((Integer) path.getLast(), value);
            default -> throw new IllegalStateException("no place in " + parent);
        }
    }
}
