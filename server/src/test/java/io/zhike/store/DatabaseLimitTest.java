package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class DatabaseLimitTest {

    @Test
    void stopsASingleStatementThatTakesTooLong() {
        assertThatThrownBy(() -> TestDatabase.database()
                        .read(
                                Duration.ofSeconds(1),
                                ctx -> ctx.select(DSL.field("cast(pg_sleep(20) as text)"))
                                        .fetch()))
                .hasMessageContaining("query-too-slow");
        assertThat(TestDatabase.database().<Integer>read(Duration.ofSeconds(5), ctx -> ctx.fetchValue(DSL.inline(7))))
                .isEqualTo(7);
    }

    @Test
    void refusesALimitOfLessThanASecond() {
        assertThatThrownBy(() -> TestDatabase.database().read(Duration.ofMillis(500), ctx -> 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
