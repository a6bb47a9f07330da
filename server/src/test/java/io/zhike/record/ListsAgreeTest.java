package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What PostgreSQL answers over random records is what the same records come to when they are sorted, filtered and added up
 * here. The seed is fixed; a failure names the case.
 */
class ListsAgreeTest {
    private static final int RECORDS = 150;
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final Client ADMIN = COMPANY.admin();
    private static final Random RANDOM = new Random(20261122);
    private static List<JsonNode> all;

    @BeforeAll
    static void fill() {
        ADMIN.put("/api/v1/definitions/entity/mixed", """
                {"label": {"zh": "混合"}, "fields": [
                  {"code": "name", "type": "text", "label": {"zh": "名称"}, "title": true},
                  {"code": "note", "type": "long_text", "label": {"zh": "备注"}},
                  {"code": "score", "type": "number", "label": {"zh": "分数"}},
                  {"code": "spent", "type": "money", "label": {"zh": "花费"}},
                  {"code": "share", "type": "percent", "label": {"zh": "占比"}},
                  {"code": "vip", "type": "boolean", "label": {"zh": "贵宾"}},
                  {"code": "day", "type": "date", "label": {"zh": "日"}},
                  {"code": "moment", "type": "datetime", "label": {"zh": "时"}},
                  {"code": "talk", "type": "duration", "label": {"zh": "通话"}},
                  {"code": "source", "type": "select", "label": {"zh": "来源"}, "options": [
                    {"code": "web", "label": {"zh": "官网"}}, {"code": "fair", "label": {"zh": "展会"}},
                    {"code": "ads", "label": {"zh": "广告"}}]},
                  {"code": "stage", "type": "stage", "label": {"zh": "阶段"}, "options": [
                    {"code": "new", "label": {"zh": "新"}}, {"code": "won", "label": {"zh": "赢"}, "end": "won"}]},
                  {"code": "phone", "type": "phone", "label": {"zh": "电话"}},
                  {"code": "mail", "type": "email", "label": {"zh": "邮箱"}},
                  {"code": "link", "type": "url", "label": {"zh": "网址"}},
                  {"code": "place", "type": "region", "label": {"zh": "地区"}},
                  {"code": "stars", "type": "rating", "label": {"zh": "评分"}},
                  {"code": "bar", "type": "barcode", "label": {"zh": "条码"}},
                  {"code": "serial", "type": "autonumber", "label": {"zh": "流水"}, "pattern": "M-{000}"},
                  {"code": "keeper", "type": "member", "label": {"zh": "客服"}},
                  {"code": "boss", "type": "relation", "label": {"zh": "上级"}, "entity": "mixed"},
                  {"code": "twice", "type": "formula", "label": {"zh": "双倍"}, "formula": "spent * 2"}]}""").expect(200);
        ADMIN.post("/api/v1/publish", "{}").expect(200);
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            items.add(randomRecord());
        }
        ADMIN.post("/api/v1/records/mixed", Map.of("items", items)).expect(201);
        all = rows("sort=number&limit=500");
        for (int i = 0; i < 40; i++) {
            JsonNode one = all.get(RANDOM.nextInt(RECORDS));
            ADMIN.patch(
                            "/api/v1/records/mixed/" + one.path("id").asString(),
                            Map.of(
                                    "boss",
                                    all.get(RANDOM.nextInt(RECORDS)).path("id").asString()))
                    .expect(200);
        }
        all = rows("sort=number&limit=500");
        assertThat(all).hasSize(RECORDS);
    }

    @SafeVarargs
    private static <T> T one(T... values) {
        return values[RANDOM.nextInt(values.length)];
    }

    /** Few different values, so that ties and blanks abound. */
    private static Map<String, Object> randomRecord() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put(
                "name",
                one("安徽", "曾氏", "华信", "Acme", "acme", "Éclair", "10", "9", "a_b", "a%b", "引\"号", "it's \\ {0} ?"));
        record.put("note", one("甲", "乙乙", "x", ""));
        record.put("score", one("0", "-1.5", "3", "3.000", "1000000", "0.0000000001"));
        record.put("spent", one("0.01", "0.10", "99.99", "-5", "1234567.89", "0.33"));
        record.put("share", one("0.5", "0.125", "1"));
        record.put("vip", one(true, false));
        record.put("day", one("2026-01-31", "2025-12-29", "2026-02-28", "2024-02-29", "1899-12-31"));
        record.put("moment", one("2026-01-31T15:59:59Z", "2026-01-31T16:00:00Z", "2025-12-31T16:00:00Z"));
        record.put("talk", one("PT1H", "PT59M59S", "PT0S", "P2D"));
        record.put("source", one("web", "fair", "ads"));
        record.put("stage", one("new", "won"));
        record.put("phone", one("13812345678", "075588886666", "13900001111"));
        record.put("mail", one("a@example.com", "b@example.com"));
        record.put("link", one("https://example.com/a", "https://example.com/b"));
        record.put("place", one("310115", "440305", "11"));
        record.put("stars", one(1, 3, 5));
        record.put("bar", one("6901234567892", "ABC"));
        record.put("keeper", COMPANY.administrator().id());
        record.values().removeIf(value -> RANDOM.nextInt(5) == 0);
        return record;
    }

    private static List<JsonNode> rows(String parameters) {
        return ADMIN.get("/api/v1/records/mixed?" + parameters)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<Integer> numbers(Stream<JsonNode> rows) {
        return rows.map(row -> row.path("number").asInt()).toList();
    }

    // ---- order

    static List<String> sorts() {
        List<String> sorts = new ArrayList<>();
        for (JsonNode field :
                ADMIN.get("/api/v1/entities/mixed").expect(200).json().path("fields")) {
            sorts.add(field.path("code").asString());
            sorts.add("-" + field.path("code").asString());
        }
        sorts.addAll(List.of("source,-spent", "-vip,day,-score", "boss,keeper,-serial"));
        return sorts;
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void thePagesOfEveryOrderAreTheWholeList(String sort) {
        List<Integer> whole = numbers(rows("limit=500&sort=" + sort).stream());
        List<Integer> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = ADMIN.get("/api/v1/records/mixed?limit=11&sort=" + sort + after)
                    .expect(200)
                    .json();
            paged.addAll(numbers(page.path("items").valueStream()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8);
        } while (!after.isEmpty());

        assertThat(paged).isEqualTo(whole).hasSize(RECORDS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "-note", "link"})
    void longTextsAtTheEndOfAPageAreNoHindrance(String sort) {
        ADMIN.put("/api/v1/definitions/entity/wordy", """
                {"label": {"zh": "长文"}, "fields": [
                  {"code": "note", "type": "long_text", "label": {"zh": "备注"}},
                  {"code": "link", "type": "url", "label": {"zh": "网址"}}]}""").expect(200);
        ADMIN.post("/api/v1/publish", "{}").expect(200);
        ADMIN.post("/api/v1/records/wordy/bulk-delete", Map.of("where", "number > 0"))
                .expect(200);
        for (int i = 0; i < 6; i++) {
            String text = "长".repeat(9_000) + i % 3;
            ADMIN.post(
                            "/api/v1/records/wordy",
                            Map.of("note", text, "link", "https://example.com/" + "a".repeat(1_000) + i))
                    .expect(201);
        }
        List<Integer> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = ADMIN.get("/api/v1/records/wordy?limit=2&fields=link&sort=" + sort + after)
                    .expect(200)
                    .json();
            paged.addAll(numbers(page.path("items").valueStream()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());

        assertThat(paged).hasSize(6).doesNotHaveDuplicates();
    }

    /** How values that have one natural order are read. */
    private static final Map<String, Function<String, Comparable<?>>> ORDERED = Map.of(
            "score", BigDecimal::new,
            "spent", BigDecimal::new,
            "share", BigDecimal::new,
            "twice", BigDecimal::new,
            "stars", BigDecimal::new,
            "day", LocalDate::parse,
            "moment", Instant::parse,
            "talk", Duration::parse,
            "vip", Boolean::valueOf,
            "number", Integer::valueOf);

    private static Comparable<?> value(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isNull() || value.isMissingNode()
                ? null
                : ORDERED.get(field).apply(value.asString());
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyOrderIsThatOfTheValuesWithBlanksLast() {
        for (String field : ORDERED.keySet()) {
            for (boolean falling : List.of(false, true)) {
                Comparator<Comparable<Object>> order = falling ? Comparator.reverseOrder() : Comparator.naturalOrder();
                List<JsonNode> expected = new ArrayList<>(all);
                expected.sort(Comparator.comparing(
                        row -> (Comparable<Object>) value(row, field), Comparator.nullsLast(order)));

                List<JsonNode> sorted = rows("limit=500&sort=" + (falling ? "-" : "") + field);

                assertThat(sorted.stream().map(row -> String.valueOf(value(row, field))))
                        .as((falling ? "-" : "") + field)
                        .isEqualTo(expected.stream()
                                .map(row -> String.valueOf(value(row, field)))
                                .toList());
            }
        }
    }

    // ---- conditions

    private record Case(String tree, java.util.function.Predicate<JsonNode> here) {}

    /** A random condition on one field, as a tree and as a test of a row's values. */
    private static Case leaf() {
        String field = one("score", "spent", "share", "day", "moment", "stars", "source", "name", "vip");
        String operator = one("=", "<>", "<", "<=", ">", ">=", "blank", "not_blank", "in", "not_in");
        if (operator.endsWith("blank")) {
            boolean blank = operator.equals("blank");
            return new Case(
                    "{\"field\": \"%s\", \"op\": \"%s\"}".formatted(field, operator),
                    row -> blank == row.path(field).isNull());
        }
        JsonNode right = all.get(RANDOM.nextInt(RECORDS)).path(field);
        boolean orders = ORDERED.containsKey(field) && !field.equals("vip");
        if (right.isNull() || (!orders && operator.matches("[<>]=?"))) {
            return leaf();
        }
        Function<String, Comparable<?>> read = ORDERED.getOrDefault(field, text -> text);
        String value = right.toString();
        boolean set = operator.endsWith("in");
        return new Case(
                "{\"field\": \"%s\", \"op\": \"%s\", \"value\": %s}"
                        .formatted(field, operator, set ? "[" + value + "]" : value),
                row -> holds(row.path(field), operator, right, read));
    }

    /** Blank compares as false; what is not in a set may be blank. */
    @SuppressWarnings("unchecked")
    private static boolean holds(JsonNode left, String operator, JsonNode right, Function<String, Comparable<?>> read) {
        if (left.isNull()) {
            return operator.equals("not_in");
        }
        int order = ((Comparable<Object>) read.apply(left.asString())).compareTo(read.apply(right.asString()));
        return switch (operator) {
            case "=", "in" -> order == 0;
            case "<>", "not_in" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static Case condition(int depth) {
        if (depth == 0 || RANDOM.nextInt(3) == 0) {
            return leaf();
        }
        List<Case> parts = Stream.generate(() -> condition(depth - 1))
                .limit(2 + RANDOM.nextInt(2))
                .toList();
        boolean every = RANDOM.nextBoolean();
        return new Case(
                parts.stream()
                        .map(Case::tree)
                        .collect(Collectors.joining(", ", every ? "{\"all\": [" : "{\"any\": [", "]}")),
                row -> every
                        ? parts.stream().allMatch(part -> part.here.test(row))
                        : parts.stream().anyMatch(part -> part.here.test(row)));
    }

    @Test
    void everyConditionFindsWhatItFindsHere() {
        for (int i = 0; i < 150; i++) {
            Case condition = condition(2);
            List<Integer> expected = numbers(all.stream().filter(condition.here));
            JsonNode found = ADMIN.post(
                            "/api/v1/query",
                            "{\"entity\": \"mixed\", \"sort\": [\"number\"], \"limit\": 500, \"where\": "
                                    + condition.tree + "}")
                    .expect(200)
                    .json();
            assertThat(numbers(found.path("items").valueStream()))
                    .as(condition.tree)
                    .isEqualTo(expected);
            JsonNode count = ADMIN.post(
                            "/api/v1/query",
                            "{\"entity\": \"mixed\", \"groups\": [], \"measures\": [{\"fn\": \"count\"}], \"where\": "
                                    + condition.tree + "}")
                    .expect(200)
                    .json();
            assertThat(count.path("groups").path(0).path("values").path(0).asInt())
                    .isEqualTo(expected.size());
        }
    }

    /** In a list a value of a condition is bound to its statement, in the condition of a role it is written out. */
    @Test
    void aRoleReachesWhatItsConditionFindsInAList() {
        List<String> conditions = List.of(
                "name = \"it's \\ {0} ?\"",
                "name = \"引\"\"号\"",
                "CONTAINS(name, \"%\")",
                "STARTSWITH(name, \"a_\")",
                "score = 0.0000000001",
                "spent > 99.98 AND share <= 0.125",
                "NOT(vip)",
                "day = DATE(2024, 2, 29)",
                "YEAR(moment) = 2026",
                "talk < HOURS(1)",
                "source IN (\"web\", \"fair\")",
                "stage = \"won\"",
                "place = \"440305\"",
                "boss.source = \"ads\" OR ISBLANK(boss)",
                "stars + score > 3",
                "twice < 1",
                "keeper = ME()",
                "day < TODAY()");
        for (int i = 0; i < conditions.size(); i++) {
            ADMIN.put(
                            "/api/v1/definitions/role/reader_" + i,
                            Map.of(
                                    "label",
                                    Map.of("zh", "读者"),
                                    "entities",
                                    Map.of(
                                            "mixed",
                                            Map.of(
                                                    "read",
                                                    Map.of("where", conditions.get(i)),
                                                    "fields",
                                                    Map.of("*", "read")))))
                    .expect(200);
        }
        ADMIN.post("/api/v1/publish", "{}").expect(200);
        TestWorkspace.Person reader = COMPANY.newMember("读者");
        for (int i = 0; i < conditions.size(); i++) {
            ADMIN.put("/api/v1/members/" + reader.id() + "/roles", Map.of("roles", List.of("reader_" + i)))
                    .expect(200);
            List<Integer> reached = numbers(reader.client()
                    .get("/api/v1/records/mixed?sort=number&limit=500")
                    .expect(200)
                    .json()
                    .path("items")
                    .valueStream());
            String where = URLEncoder.encode(conditions.get(i), StandardCharsets.UTF_8);
            assertThat(reached)
                    .as(conditions.get(i))
                    .isEqualTo(
                            conditions.get(i).contains("ME()")
                                    ? List.of()
                                    : numbers(rows("sort=number&limit=500&where=" + where).stream()));
            assertThat(conditions.get(i).contains("ME()") || !reached.isEmpty())
                    .as(conditions.get(i))
                    .isTrue();
        }
    }

    // ---- groups

    @ParameterizedTest
    @ValueSource(strings = {"source", "vip", "stars", "day", "name", "keeper", "stage"})
    void groupsAddUpToWhatTheRecordsAddUpToHere(String by) {
        JsonNode groups = ADMIN.post("/api/v1/query", """
                        {"entity": "mixed", "groups": [{"by": "%s"}], "totals": true, "measures": [{"fn": "count"},
                         {"fn": "sum", "of": "spent"}, {"fn": "min", "of": "spent"}, {"fn": "max", "of": "spent"},
                         {"fn": "sum", "of": "twice"}, {"fn": "count_unique", "of": "score"}]}""".formatted(by))
                .expect(200)
                .json()
                .path("groups");
        Map<String, List<JsonNode>> here = all.stream()
                .collect(Collectors.groupingBy(row -> row.path(by).asString(), TreeMap::new, Collectors.toList()));
        assertThat(groups).hasSize(here.size() + 1);
        for (JsonNode group : groups) {
            boolean total = group.path("total").booleanValue(false);
            String key = group.path("key").path(0).asString();
            List<JsonNode> rows = total ? all : here.getOrDefault(key, List.of());
            assertThat(group.path("values").valueStream().map(ListsAgreeTest::plain))
                    .as(total ? "total" : key)
                    .isEqualTo(measures(rows));
        }
    }

    private static String plain(JsonNode value) {
        return value.isNull()
                ? ""
                : new BigDecimal(value.asString()).stripTrailingZeros().toPlainString();
    }

    private static List<String> measures(List<JsonNode> rows) {
        List<BigDecimal> spent = decimals(rows, "spent");
        return Arrays.asList(
                plain(BigDecimal.valueOf(rows.size())),
                sum(spent),
                spent.isEmpty() ? "" : plain(Collections.min(spent)),
                spent.isEmpty() ? "" : plain(Collections.max(spent)),
                sum(decimals(rows, "twice")),
                plain(BigDecimal.valueOf(decimals(rows, "score").stream()
                        .map(BigDecimal::stripTrailingZeros)
                        .distinct()
                        .count())));
    }

    private static String sum(List<BigDecimal> values) {
        return values.isEmpty() ? "" : plain(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static List<BigDecimal> decimals(List<JsonNode> rows, String field) {
        return rows.stream()
                .map(row -> row.path(field))
                .filter(value -> !value.isNull())
                .map(value -> new BigDecimal(value.asString()))
                .toList();
    }
}
