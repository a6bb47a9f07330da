package io.zhike.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A member's home: kept whole, refused with the place, never over somebody's newer one. */
class HomeApiTest {
    private static final String HOME = "/api/v1/me/home";
    private static final String FIGURE = """
            {"id": "a1", "type": "figure", "width": 2, "title": "业绩", "entity": "gone", "view": "also_gone",
             "where": {"field": "stage", "op": "=", "value": "won"}, "fn": "sum", "of": "customer.amount"}""";

    private final TestWorkspace company = TestServer.newWorkspace();
    private final Client admin = company.admin();

    private static Answer put(Client client, int version, String cards) {
        return client.put(HOME, "{\"version\": " + version + ", \"cards\": [" + cards + "]}");
    }

    @Test
    void whoArrangedNoneIsToldSo() {
        JsonNode home = admin.get(HOME).expect(200).json();
        assertThat(home.path("version").intValue()).isZero();
        assertThat(home.path("cards").isNull()).isTrue();
    }

    @Test
    void keepsWhatIsArrangedThoughWhatItNamesIsNotThere() {
        put(admin, 0, FIGURE + ", {\"id\": \"b\", \"type\": \"todos\", \"width\": 1}")
                .expect(200);

        JsonNode home = admin.get(HOME).expect(200).json();
        assertThat(home.path("version").intValue()).isEqualTo(1);
        assertThat(home.path("cards")).hasSize(2);
        JsonNode figure = home.path("cards").get(0);
        assertThat(figure.path("of").asString()).isEqualTo("customer.amount");
        assertThat(figure.path("where").path("value").asString()).isEqualTo("won");
        assertThat(home.path("cards").get(1).has("title")).isFalse();
    }

    @Test
    void anOlderHomeNeverReplacesANewerOne() {
        put(admin, 0, FIGURE).expect(200);
        put(admin, 0, "").expect(409, "home-changed");
        put(admin, 1, "").expect(200);
        put(admin, 1, FIGURE).expect(409, "home-changed");
        assertThat(admin.get(HOME).expect(200).json().path("cards")).isEmpty();
    }

    @Test
    void eachMemberHasOneOfTheirOwnAndCanGoBackToTheUsual() {
        put(admin, 0, FIGURE).expect(200);
        Client other = company.newMember("李雷").client();
        assertThat(other.get(HOME).expect(200).json().path("cards").isNull()).isTrue();
        other.delete(HOME).expect(204);
        assertThat(admin.get(HOME).expect(200).json().path("cards")).hasSize(1);
        admin.delete(HOME).expect(204);
        assertThat(admin.get(HOME).expect(200).json().path("version").intValue())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "id": "", "type": "plan", "width": 1              | cards[0].id | card-id
                    "id": "a b", "type": "plan", "width": 1           | cards[0].id | card-id
                    "id": "a", "type": "weather", "width": 1          | cards[0].type | card-type
                    "id": "a", "type": "plan", "width": 4             | cards[0].width | card-width
                    "id": "a", "type": "plan"                         | cards[0].width | card-width
                    "id": "a", "type": "list", "width": 1             | cards[0].entity | card-needs
                    "id": "a", "type": "figure", "width": 1, "entity": "x", "fn": "sum"    | cards[0].of | card-needs
                    "id": "a", "type": "figure", "width": 1, "entity": "x", "fn": "pi", "of": "y"    | cards[0].fn | card-fn
                    "id": "a", "type": "list", "width": 1, "entity": "X;drop"    | cards[0].entity | card-code
                    "id": "a", "type": "list", "width": 1, "entity": "x", "view": "../y"    | cards[0].view | card-code
                    "id": "a", "type": "figure", "width": 1, "entity": "x", "fn": "sum", "of": "a..b"    | cards[0].of | card-code
                    "id": "a", "type": "list", "width": 1, "entity": "x", "where": 7    | cards[0].where | card-condition
                    """)
    void refusesACardThatIsNone(String card, String path, String code) {
        JsonNode problem =
                put(admin, 0, "{" + card + "}").expect(400, "home-refused").json();
        JsonNode first = problem.path("errors").get(0);
        assertThat(first.path("path").asString()).isEqualTo(path);
        assertThat(first.path("code").asString()).isEqualTo(code);
        assertThat(admin.get(HOME).expect(200).json().path("version").intValue())
                .isZero();
    }

    @Test
    void refusesDoubledIdsTooManyCardsAndTooMuchText() {
        String plan = "{\"id\": \"a\", \"type\": \"plan\", \"width\": 1}";
        put(admin, 0, plan + "," + plan).expect(400, "home-refused");
        put(admin, 0, "null").expect(400, "wrong-value-type");
        String many = IntStream.rangeClosed(0, Home.MOST_CARDS)
                .mapToObj(i -> plan.replace("\"a\"", "\"c" + i + "\""))
                .collect(Collectors.joining(","));
        put(admin, 0, many).expect(400, "home-refused");
        String title = "字".repeat(HomeCard.LONGEST_TITLE);
        String titled = "{\"id\": \"a\", \"type\": \"plan\", \"width\": 1, \"title\": \"%s\"}";
        put(admin, 0, titled.formatted(title + "字")).expect(400, "home-refused");
        String condition = "{\"id\": \"a\", \"type\": \"list\", \"width\": 1, \"entity\": \"x\", \"where\": \"%s\"}";
        put(admin, 0, condition.formatted("x".repeat(HomeCard.LONGEST_CONDITION)))
                .expect(400, "home-refused");
        put(admin, 0, titled.formatted(title)).expect(200);
        assertThat(List.of(admin.get(HOME).expect(200).json().path("version").intValue()))
                .containsExactly(1);
    }
}
