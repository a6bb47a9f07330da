package io.zhike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL says by a number becomes what a person can act on; what is our own fault stays what it is. */
class StoreFailureTest {

    private static Supplier<String> failing(SQLException cause) {
        return () -> {
            throw new DataAccessException("statement", cause);
        };
    }

    private static Supplier<String> failing(String state) {
        return failing(new SQLException("said", state));
    }

    @ParameterizedTest
    @CsvSource({
        "53100, DATABASE_FULL",
        "40001, CONTENDED",
        "40P01, CONTENDED",
        "55P03, CONTENDED",
        "53300, DATABASE_UNAVAILABLE",
        "57P01, DATABASE_UNAVAILABLE",
        "57P02, DATABASE_UNAVAILABLE",
        "57P03, DATABASE_UNAVAILABLE",
        "57P05, DATABASE_UNAVAILABLE",
        "25P03, DATABASE_UNAVAILABLE",
        "08006, DATABASE_UNAVAILABLE",
        "08001, DATABASE_UNAVAILABLE"
    })
    void translatesWhatAPersonCanWaitForOrMend(String state, StoreError error) {
        Supplier<String> work = failing(state);

        assertThatThrownBy(() -> StoreFailure.translating(null, work))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.message().code()).isEqualTo(error);
                    assertThat(problem).hasCauseInstanceOf(DataAccessException.class);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "42P01", "22001", "XX000"})
    void leavesMistakesOfOurOwnAsTheyAre(String state) {
        Supplier<String> work = failing(state);

        assertThatThrownBy(() -> StoreFailure.translating(null, work)).isExactlyInstanceOf(DataAccessException.class);
    }

    @Test
    void knowsALostConnectionByItsKindToo() {
        for (SQLException lost : new SQLException[] {
            new SQLTransientConnectionException("no connection within 30 s"), new SQLRecoverableException("gone")
        }) {
            Supplier<String> work = failing(lost);
            assertThatThrownBy(() -> StoreFailure.translating(null, work))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.message().code()).isEqualTo(StoreError.DATABASE_UNAVAILABLE));
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, 5", "500, 0.5", "1250, 1.25"})
    void saysAfterHowLongAStatementWasStopped(long limit, String seconds) {
        Supplier<String> work = failing("57014");

        assertThatThrownBy(() -> StoreFailure.translating(Duration.ofMillis(limit), work))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.message().code()).isEqualTo(StoreError.QUERY_TOO_SLOW);
                    assertThat(problem.message().in(Language.EN)).contains("more than " + seconds + " seconds");
                });
    }

    /** Stopped by somebody else: there was no limit to speak of. */
    @Test
    void saysNothingOfALimitWhereThereWasNone() {
        Supplier<String> work = failing("57014");

        assertThatThrownBy(() -> StoreFailure.translating(null, work)).isExactlyInstanceOf(DataAccessException.class);
    }

    @Test
    void leavesAnswersAndOtherFailuresAlone() {
        assertThat(StoreFailure.<String>translating(null, () -> "fine")).isEqualTo("fine");
        Supplier<String> work = () -> {
            throw new DataAccessException("no statement at all");
        };
        assertThatThrownBy(() -> StoreFailure.translating(null, work)).hasMessage("no statement at all");
    }
}
