package io.zhike.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> CODES = List.of("customer", "customer_name", "order", "phone", "source", "stage");

    @Test
    void findsWhatIsMisspelt() {
        assertThat(Nearest.to("custmer", CODES)).startsWith("customer");
        assertThat(Nearest.to("phoen", CODES)).containsExactly("phone");
        assertThat(Nearest.to("Stage", CODES)).containsExactly("stage");
    }

    @Test
    void findsWhatIsPartOfIt() {
        assertThat(Nearest.to("name", CODES)).containsExactly("customer_name");
    }

    @Test
    void findsNothingRatherThanAnything() {
        assertThat(Nearest.to("zebra", CODES)).isEmpty();
        assertThat(Nearest.to("", CODES)).isEmpty();
        assertThat(Nearest.to("x".repeat(10_000), CODES)).isEmpty();
    }

    @Test
    void offersAtMostThreeTheNearestFirst() {
        assertThat(Nearest.to("item", List.of("item4x", "item3", "item22", "item")))
                .startsWith("item")
                .hasSize(3);
    }
}
