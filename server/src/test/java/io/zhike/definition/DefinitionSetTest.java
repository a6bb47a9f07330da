package io.zhike.definition;

import static io.zhike.definition.DefinitionsTest.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DefinitionSetTest {
    private final Definition app = Definition.of(Json.of("{kind: 'app', code: 'crm', app: 'crm'}"));
    private final Definition order = Definition.of(Json.of("{kind: 'form', code: 'order', app: 'crm'}"));
    private final Definition customer = Definition.of(Json.of("{kind: 'form', code: 'customer'}"));
    private final DefinitionSet set = new DefinitionSet(3, List.of(order, customer, app));

    private record Codes(List<String> all) {}

    private record Count(int number) {}

    @Test
    void findsByKeyKindAndApp() {
        assertThat(set.find(order.key())).contains(order);
        assertThat(set.find(new DefinitionKey("form", "none"))).isEmpty();
        assertThat(set.ofKind("form")).containsExactly(customer, order);
        assertThat(set.ofApp("crm")).containsExactly(app, order);
        assertThat(set.all()).containsExactly(app, customer, order);
        assertThatProblem(DefinitionError.UNKNOWN_DEFINITION, () -> set.get(new DefinitionKey("form", "none")));
    }

    @Test
    void findsNothingByWhatCouldNotBeACode() {
        assertThat(set.find("form", "order")).contains(order);
        for (String name : List.of("none", "", "'", "../order", "订单", "Order", "a".repeat(41))) {
            assertThat(set.find("form", name)).isEmpty();
        }
    }

    @Test
    void refusesTwoOfTheSameKey() {
        assertThatThrownBy(() -> new DefinitionSet(1, List.of(order, order))).hasMessageContaining("form/order");
    }

    @Test
    void aViewIsMadeOnceHoweverManyAsk() {
        AtomicInteger made = new AtomicInteger();
        Set<Codes> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 64)
                .parallel()
                .forEach(ignored -> seen.add(set.view(Codes.class, all -> {
                    made.incrementAndGet();
                    return new Codes(
                            all.all().stream().map(each -> each.key().code()).toList());
                })));

        assertThat(made).hasValue(1);
        assertThat(seen).containsExactly(new Codes(List.of("crm", "customer", "order")));
    }

    @Test
    void aViewMayUseAnother() {
        Count count = set.view(
                Count.class,
                all -> new Count(all.view(Codes.class, ignored -> new Codes(List.of("a", "b")))
                        .all()
                        .size()));

        assertThat(count.number()).isEqualTo(2);
    }

    @Test
    void aViewThatFailsIsTriedAgain() {
        assertThatThrownBy(() -> set.view(Count.class, all -> {
                    throw new IllegalStateException("first");
                }))
                .hasMessage("first");
        assertThat(set.view(Count.class, all -> new Count(7)).number()).isEqualTo(7);
    }

    @Test
    void withMakesAnotherSetAndLeavesThisOne() {
        Definition changed = Definition.of(Json.of("{kind: 'form', code: 'order', title: 'x'}"));

        DefinitionSet other = set.with(List.of(changed), List.of(customer.key()));

        assertThat(other.all()).containsExactly(app, changed);
        assertThat(other.revision()).isEqualTo(3);
        assertThat(set.all()).hasSize(3);
    }

    @Test
    void definitionsNeverChange() {
        ObjectNode body = Json.of("{kind: 'form', code: 'x', label: {zh: '甲'}}");
        Definition definition = Definition.of(body);
        body.put("title", "changed outside");
        definition.body().put("title", "changed inside");
        ((ObjectNode) definition.get("label")).put("zh", "changed below");

        assertThat(definition.body().has("title")).isFalse();
        assertThat(definition.label().zh()).isEqualTo("甲");
    }

    @Test
    void refusesWhatIsNoDefinition() {
        for (String text : List.of("{}", "{kind: 'form'}", "{kind: 'form', code: 3}", "{kind: 'Form', code: 'x'}")) {
            assertThatThrownBy(() -> Definition.of(Json.of(text))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Definition(order.key(), "other", order.body()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DefinitionKey("form", "x".repeat(41)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
