package io.zhike.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No button tells a clerk what a customer is worth: not by an address, a form, a condition, nor by being there. */
class ButtonLeakTest {
    private static ButtonWorld world;
    private static String customer;

    @BeforeAll
    static void fill() {
        world = new ButtonWorld();
        customer = world.customer(world.admin(), Map.of("name", "甲", "worth", "4711", "owner", world.clerk.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'open': {'url': 'https://example.com/?w={worth}'}",
                "'open': {'url': 'https://example.com/?w={double}'}",
                "'open': {'url': 'https://example.com/?w={parent.worth}'}",
                "'open': {'view': 'orders_secret'}",
                "'call': {'field': 'phone'}, 'shown': 'worth > 4000'",
                "'call': {'field': 'phone'}, 'shown': 'parent.double > 4000'",
                "'set': {'values': [{'field': 'why', 'value': 'TEXT(worth, `0`)'}]}",
                "'set': {'values': [{'field': 'worth', 'ask': true}]}",
                "'set': {'values': [{'field': 'score', 'value': '1'}]}",
                "'create': {'entity': 'order', 'back': 'customer', 'values': [{'field': 'title', 'value': 'TEXT(worth, `0`)'}]}",
                "'create': {'entity': 'order', 'at_once': true, 'values': [{'field': 'secret', 'value': 'name'}]}"
            })
    void aButtonWithAHiddenPartIsNotThere(String rest) {
        world.publish("leaky", rest);
        Client clerk = world.clerk.client();
        assertThat(ButtonWorld.seen(clerk)).isEmpty();
        assertThat(ButtonWorld.seen(world.admin())).containsExactly("leaky");
        String way = ButtonWorld.way(customer, "leaky");
        clerk.get(way).expect(404);
        clerk.post(way, "{}").expect(404);
        clerk.post("/api/v1/records/customer/buttons/leaky", "{\"ids\": [\"" + customer + "\"]}")
                .expect(404);
        clerk.get(way + "?draft=true").expect(403);
    }

    @Test
    void theAnswerOfAPressTellsNothingOfTheRecord() {
        world.publish("leaky", "'set': {'values': [{'field': 'why', 'value': 'name'}]}");
        String way = ButtonWorld.way(customer, "leaky");
        assertThat(world.clerk.client().get(way).expect(200).text()).doesNotContain("4711", "9422");
        assertThat(world.clerk.client().post(way, "{}").expect(200).text()).doesNotContain("4711", "9422");
    }

    @Test
    void whatBelongsToAnEntityThatIsHiddenIsNotOffered() {
        world.publish("leaky", "'create': {'entity': 'order', 'values': []}");
        assertThat(ButtonWorld.seen(world.reader.client())).isEmpty();
        world.publish("leaky", "'open': {'relation': 'parent'}");
        assertThat(ButtonWorld.seen(world.reader.client())).containsExactly("leaky");
    }

    private static void giveReader(String buttons) {
        world.put("role/reader", """
                {"label": {"zh": "旁观"}, "entities": {"customer": {"read": "all", "fields": {"*": "read"}%s}}}""".formatted(buttons)).expect(200);
        world.publish();
    }

    @ParameterizedTest
    @ValueSource(strings = {", \"buttons\": \"none\"", ", \"buttons\": []", ", \"buttons\": [\"other\"]"})
    void aButtonThatARoleTakesAwayIsNeitherListedNorPressedByItsCode(String buttons) {
        world.publish("other", "'call': {'field': 'phone'}");
        world.publish("leaky", "'call': {'field': 'phone'}");
        giveReader("");
        Client reader = world.reader.client();
        assertThat(ButtonWorld.seen(reader)).contains("leaky", "other");
        giveReader(buttons);
        try {
            assertThat(ButtonWorld.seen(reader)).doesNotContain("leaky");
            String way = ButtonWorld.way(customer, "leaky");
            reader.get(way).expect(404, "unknown-button");
            reader.post(way, "{}").expect(404, "unknown-button");
            reader.post("/api/v1/records/customer/buttons/leaky", "{\"ids\": [\"" + customer + "\"]}")
                    .expect(404, "unknown-button");
            reader.get(way + "?draft=true").expect(403);
            assertThat(ButtonWorld.seen(reader).contains("other")).isEqualTo(buttons.contains("other"));
            assertThat(ButtonWorld.seen(world.admin())).contains("leaky", "other");
        } finally {
            giveReader("");
            world.admin().delete("/api/v1/definitions/button/other").expect(200);
            world.publish();
        }
    }
}
