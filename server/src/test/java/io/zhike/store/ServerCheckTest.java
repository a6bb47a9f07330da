package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerCheckTest {
    private static final DatabaseAddress ADDRESS = new DatabaseAddress("jdbc:postgresql://db:5432/crm", "u", "secret");

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void takesTheSupportedVersions(int major) {
        ServerCheck.check(ADDRESS, facts(major));
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 14, 19})
    void refusesOthersByName(int major) {
        assertThatThrownBy(() -> ServerCheck.check(ADDRESS, facts(major)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.message().code()).isEqualTo(StoreError.DATABASE_VERSION_UNSUPPORTED);
                    assertThat(problem.message().in(Language.ZH)).contains("PostgreSQL " + major + ".1", "15 到 18");
                });
    }

    @Test
    void refusesAServerWithoutTheExtensions() {
        ServerCheck.Facts facts = new ServerCheck.Facts(16, "16.1", true, true, true, true, false);

        assertThatThrownBy(() -> ServerCheck.check(ADDRESS, facts))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().in(Language.EN)).contains("postgresql-contrib"));
    }

    private static ServerCheck.Facts facts(int major) {
        return new ServerCheck.Facts(major, major + ".1", true, true, true, true, true);
    }
}
