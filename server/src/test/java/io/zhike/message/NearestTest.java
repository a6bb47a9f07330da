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

    @Test
    void prefersTheSameCapitals() {
        assertThat(Nearest.to("numberx", List.of("Number", "number"))).containsExactly("number", "Number");
        assertThat(Nearest.to("Numberx", List.of("Number", "number"))).containsExactly("Number", "number");
    }

    @Test
    void knowsPartsOfChineseNames() {
        assertThat(Nearest.to("客户", List.of("客户名称", "电话"))).containsExactly("客户名称");
        assertThat(Nearest.to("男", List.of("女"))).isEmpty();
    }
}
