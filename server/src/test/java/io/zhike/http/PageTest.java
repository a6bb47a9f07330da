package io.zhike.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void pointsOnWhenOneMoreWasFound() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, last -> new Cursor("name", List.of(last)));
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.parse(page.next(), "name", 1).keys()).containsExactly("b");
    }

    @Test
    void endsWhenNoneMoreWasFound() {
        assertThat(Page.of(List.of("a", "b"), 2, last -> new Cursor("name", List.of(last)))
                        .next())
                .isNull();
    }

    @Test
    void writesNextEvenWhenThereIsNone() {
        assertThat(JsonFormat.mapper().writeValueAsString(Page.whole(List.of(1))))
                .isEqualTo("{\"items\":[1],\"next\":null}");
    }

    @Test
    void boundsTheLimit() {
        assertThat(Page.limit(null, 50, 200)).isEqualTo(50);
        assertThat(Page.limit(200, 50, 200)).isEqualTo(200);
        for (int wrong : new int[] {0, -1, 201, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> Page.limit(wrong, 50, 200)).isInstanceOf(ProblemException.class);
        }
    }
}
