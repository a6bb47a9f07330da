package io.zhike.record;

import static io.zhike.record.LeakWays.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a role may not see, nobody with that role sees by any way: every role × every field of every entity × every way in.
 * The fields come from the published definitions, so that a new field is tried by itself; a further way in is one more line
 * of {@link LeakWays}. Each way is asked as an administrator too, who must be let through, so that no way passes only because it
 * asks nothing.
 */
class LeakTest {
    private static final World WORLD = World.SHARED;
    private static final Ground GROUND = WORLD.ground();

    /** Hidden from those who do the work of others. */
    private static final Map<String, Set<String>> BLIND = Map.of(
            "customer",
                    Set.of(
                            "phone",
                            "margin",
                            "keeper",
                            "note",
                            "source",
                            "margin_rate",
                            "profitable",
                            "parent_margin",
                            "discounted"),
            "sale", Set.of("discount", "buyer_phone"),
            "payroll", Set.of("*"));

    /** What each person's role hides; all that is not named here must be there. A formula goes with what it reads. */
    private static final Map<String, Map<String, Set<String>>> HIDDEN = Map.of(
            "admin",
            Map.of(),
            "zhang",
            Map.of("payroll", Set.of("*")),
            "li",
            Map.of(
                    "customer", Set.of("margin", "margin_rate", "profitable", "parent_margin"),
                    "payroll", Set.of("*")),
            "wang",
            BLIND,
            "zhao",
            BLIND,
            "sun",
            Map.of(
                    "customer", Set.of("margin_rate", "profitable", "parent_margin", "discounted"),
                    "sale", Set.of("buyer_phone"),
                    "payroll", Set.of("*")));

    /** Of these the role of {@code sun} sees the mask alone. */
    static final Map<String, Set<String>> MASKED =
            Map.of("customer", Set.of("phone", "margin", "keeper", "note", "source"), "sale", Set.of("discount"));

    private static final Set<String> REVEALED = Set.of("phone", "source");

    /** A masked field goes out as its mask, and is not there by any way that would tell more. */
    @TestFactory
    Stream<DynamicTest> answersNoQuestionByAMaskedField() {
        return GROUND.fields()
                .filter(LeakTest::masked)
                .map(field -> DynamicTest.dynamicTest(field.entity() + "." + field.code(), () -> {
                    List<String> reaching = LeakWays.reaching(WORLD.as("sun"), field);
                    assertThat(reaching).allMatch(LeakWays::shows);
                    assertThat(reaching.contains(LeakWays.REVEAL)).isEqualTo(REVEALED.contains(field.code()));
                    assertThat(reaching)
                            .contains(
                                    "list, asked for", "one record", "export, asked for", "description of the entity");
                }));
    }

    private static boolean masked(LeakWays.Known field) {
        return MASKED.getOrDefault(field.entity(), Set.of()).contains(field.code());
    }

    /** The values themselves, wherever masks go out. */
    @Test
    void answersHoldTheMaskOfAMaskedFieldAndNeverItsValue() {
        assertThat(masks(WORLD.as("admin"))).contains("13812345678", "欠款", "4000.00", "fair");
        assertThat(masks(WORLD.as("sun")))
                .contains("138****5678", "***", "华信科技")
                .doesNotContain("13812345678", "欠款", "4000.00", "0.49996", "展会", "fair", "张经理");
    }

    /** All that a masked value could be in. */
    static String masks(Client client) {
        String huaxin = "/api/v1/records/customer/" + WORLD.records.get("huaxin");
        StringBuilder all = new StringBuilder();
        for (String way : List.of(
                "/api/v1/records/customer?fields=name,phone,margin,keeper,note,source,parent.phone",
                "/api/v1/records/sale?fields=subject,customer.phone,customer.note",
                "/api/v1/exports/customer?fields=phone,margin,keeper,note,source",
                huaxin,
                huaxin + "/history")) {
            all.append(client.get(way).expect(200).text());
        }
        return all.toString();
    }

    @TestFactory
    Stream<DynamicTest> hidesWhatARoleMayNotSeeByEveryWay() {
        return HIDDEN.keySet().stream()
                .filter(person -> !person.equals("admin"))
                .flatMap(person -> GROUND.fields()
                        .filter(field -> hidden(person, field.entity(), field.code()))
                        .map(field -> DynamicTest.dynamicTest(
                                person + " " + field.entity() + "." + field.code(),
                                () -> assertThat(LeakWays.reaching(WORLD.as(person), field))
                                        .isEmpty())));
    }

    /** Without this the test above would pass on a server that answers nothing. */
    @TestFactory
    Stream<DynamicTest> letsAnAdministratorThroughByEveryWay() {
        return GROUND.fields()
                .map(field -> DynamicTest.dynamicTest(
                        field.entity() + "." + field.code(),
                        () -> assertThat(LeakWays.reaching(WORLD.as("admin"), field))
                                .containsAll(LeakWays.ALL.stream()
                                        .filter(way -> LeakWays.fits(way, field))
                                        .map(LeakWays.Way::name)
                                        .toList())));
    }

    @TestFactory
    Stream<DynamicTest> showsWhatARoleMaySee() {
        return HIDDEN.keySet().stream()
                .map(person -> DynamicTest.dynamicTest(person, () -> {
                    for (LeakWays.Known field : GROUND.fields().toList()) {
                        if (!hidden(person, field.entity(), field.code())) {
                            LeakWays.Ask ask = field.askedBy(WORLD.as(person));
                            assertThat(ask.list("fields=" + field.code()))
                                    .as(field.entity() + "." + field.code())
                                    .isTrue();
                        }
                    }
                }));
    }

    /** A hidden field and one that is not there are told in the same words. */
    @Test
    void refusesAHiddenFieldAsOneThatIsNotThere() {
        Client wang = WORLD.as("wang");
        for (String way : List.of("fields=%s", "sort=%s", "fields=parent.%s")) {
            Answer hidden = wang.get("/api/v1/records/customer?" + way.formatted("margin"));
            Answer absent = wang.get("/api/v1/records/customer?" + way.formatted("nosuch"));
            assertThat(hidden.expect(400, "unknown-field").text())
                    .isEqualTo(absent.expect(400, "unknown-field").text().replace("nosuch", "margin"));
        }
        LeakWays.Ask zhao = new LeakWays.Ask(GROUND, WORLD.as("zhao"), "customer", "");
        for (String mapping : List.of("{'x': '%s'}", "{'x': {'field': 'parent', 'by': '%s'}}")) {
            Answer hidden = zhao.bring("x", mapping.formatted("margin"));
            Answer absent = zhao.bring("x", mapping.formatted("nosuch"));
            assertThat(hidden.expect(400, "input-refused").text())
                    .isEqualTo(absent.text().replace("nosuch", "margin"));
        }
        Answer hidden = wang.get("/api/v1/entities/payroll");
        Answer absent = wang.get("/api/v1/entities/nosuch");
        assertThat(hidden.expect(404).text())
                .isEqualTo(absent.expect(404).text().replace("nosuch", "payroll"));
    }

    @Test
    void findsNothingByWordsOfAHiddenField() {
        String search = "/api/v1/records/customer?search=";
        assertThat(numbers(WORLD.as("admin").get(search + "13812345678"))).isNotEmpty();
        assertThat(numbers(WORLD.as("wang").get(search + "13812345678"))).isEmpty();
        assertThat(numbers(WORLD.as("wang").get(search + encoded("欠款")))).isEmpty();
        assertThat(numbers(WORLD.as("wang").get(search + encoded("华信")))).isNotEmpty();
    }

    /** The values themselves, wherever they might turn up. */
    @Test
    void answersHoldNoValueOfAHiddenField() {
        String all = WORLD.as("wang").get("/api/v1/records/customer?limit=500").text()
                + WORLD.as("wang").get("/api/v1/records/sale?limit=500").text()
                + WORLD.as("wang")
                        .get("/api/v1/records/customer/" + WORLD.records.get("huaxin") + "/history")
                        .text();
        assertThat(all).contains("华信科技").doesNotContain("13812345678", "欠款", "4000.00", "0.49996", "展会", "fair");
    }

    @Test
    void seesNothingAtAllWithoutARole() {
        Client guest = WORLD.as("guest");
        assertThat(guest.get("/api/v1/entities").expect(200).json().path("items"))
                .isEmpty();
        for (String entity : List.of("customer", "sale", "payroll")) {
            guest.get("/api/v1/records/" + entity).expect(404, "unknown-entity");
            guest.post("/api/v1/query", "{\"entity\": \"" + entity + "\", \"count\": true}")
                    .expect(404, "unknown-entity");
        }
    }

    private static boolean hidden(String person, String entity, String field) {
        Set<String> hidden = HIDDEN.get(person).getOrDefault(entity, Set.of());
        return hidden.contains("*") || hidden.contains(field);
    }

    private static List<Integer> numbers(Answer list) {
        return list.expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("number").asInt())
                .toList();
    }
}
