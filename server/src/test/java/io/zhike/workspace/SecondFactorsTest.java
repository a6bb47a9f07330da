package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.ProblemException;
import io.zhike.secret.Secrets;
import io.zhike.store.Database;
import io.zhike.store.SystemSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Second factors with a clock that is set. */
class SecondFactorsTest {
    private final TestWorkspace acme = TestServer.newWorkspace();
    private final TestWorkspace.Person li = acme.newMember("李");
    private final UUID account = li.member().account();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private String secret = "";

    private SecondFactors factors() {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Database database = TestServer.bean(Database.class);
        return new SecondFactors(database, TestServer.bean(Secrets.class), new SignInThrottle(database, clock), clock);
    }

    private String code(int stepsAhead) {
        return Totp.code(Base32.bytes(secret), Totp.stepAt(now) + stepsAhead);
    }

    private List<String> enrol() {
        Accounts.Account known = TestServer.bean(Accounts.class).find(account).orElseThrow();
        secret = factors().begin(acme.workspace(), known).secret();
        return factors().confirm(acme.workspace(), li.id(), account, code(0));
    }

    private void later(Duration duration) {
        now = now.plus(duration);
    }

    private void refused(String typed, WorkspaceError why) {
        assertThatThrownBy(() -> factors().require(account, typed))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isEqualTo(why));
    }

    @Test
    void countsOnceItIsConfirmedAndNotBefore() {
        Accounts.Account known = TestServer.bean(Accounts.class).find(account).orElseThrow();
        secret = factors().begin(acme.workspace(), known).secret();
        assertThat(factors().isOn(account)).isFalse();
        refused(code(0), WorkspaceError.CODE_WRONG);
        assertThatThrownBy(() -> factors().confirm(acme.workspace(), li.id(), account, "000000"))
                .isInstanceOf(ProblemException.class);
        assertThat(factors().isOn(account)).isFalse();
        assertThat(factors().confirm(acme.workspace(), li.id(), account, code(0)))
                .hasSize(10)
                .doesNotHaveDuplicates();
        assertThat(factors().of(account)).isEqualTo(new SecondFactors.State(true, now, 10));
    }

    @Test
    void takesEachCodeOnce() {
        enrol();
        refused(code(0), WorkspaceError.CODE_WRONG);
        later(Duration.ofSeconds(30));
        assertThat(factors().require(account, code(0))).isEqualTo(SecondFactors.Verdict.RIGHT);
        refused(code(0), WorkspaceError.CODE_WRONG);
        // Older ones than the last that counted are used up with it, inside the window too.
        refused(code(-1), WorkspaceError.CODE_WRONG);
        assertThat(factors().require(account, code(1))).isEqualTo(SecondFactors.Verdict.RIGHT);
    }

    @Test
    void takesACodeHoweverItIsTyped() {
        enrol();
        later(Duration.ofMinutes(1));
        String typed = " " + code(0).substring(0, 3) + " " + code(0).substring(3) + " ";
        assertThat(factors().require(account, typed)).isEqualTo(SecondFactors.Verdict.RIGHT);
    }

    @Test
    void aRecoveryCodeCountsOnceAndOtherCodesStay() {
        List<String> codes = enrol();
        String typed = codes.getFirst().toUpperCase().replace("-", " ");
        assertThat(factors().require(account, typed)).isEqualTo(SecondFactors.Verdict.RECOVERY_CODE);
        refused(codes.getFirst(), WorkspaceError.CODE_WRONG);
        assertThat(factors().of(account).recoveryCodes()).isEqualTo(9);
        List<String> renewed = factors().renewCodes(acme.workspace(), li.id(), account);
        refused(codes.get(1), WorkspaceError.CODE_WRONG);
        assertThat(factors().require(account, renewed.get(1))).isEqualTo(SecondFactors.Verdict.RECOVERY_CODE);
    }

    @Test
    void guessingIsSlowedDownAndAtLastLockedForCodesOfTheApp() {
        List<String> codes = enrol();
        later(Duration.ofMinutes(1));
        String wrong = code(0).equals("111111") ? "222222" : "111111";
        for (int i = 0; i < 5; i++) {
            refused(wrong, WorkspaceError.CODE_WRONG);
        }
        refused(code(0), WorkspaceError.TOO_MANY_TRIES);
        for (int i = 5; i < SecondFactors.MOST_FAILURES; i++) {
            later(Duration.ofHours(2));
            refused(otherThan(code(0)), WorkspaceError.CODE_WRONG);
        }
        later(Duration.ofHours(2));
        refused(code(0), WorkspaceError.CODE_LOCKED);
        later(Duration.ofHours(2));
        assertThat(factors().require(account, codes.getLast())).isEqualTo(SecondFactors.Verdict.RECOVERY_CODE);
        assertThat(factors().require(account, code(0))).isEqualTo(SecondFactors.Verdict.RIGHT);
    }

    /** None of the three that are right just now. */
    private String otherThan(String right) {
        for (String guess : List.of("111111", "222222", "333333", "444444")) {
            if (!guess.equals(right) && !guess.equals(code(1)) && !guess.equals(code(-1))) {
                return guess;
            }
        }
        throw new AssertionError("four guesses and three right codes");
    }

    @Test
    void anotherPersonsCodeIsWrong() {
        enrol();
        later(Duration.ofMinutes(1));
        TestWorkspace.Person wang = acme.newMember("王");
        assertThatThrownBy(() -> factors().require(wang.member().account(), code(0)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void storesNeitherSecretNorRecoveryCodes() {
        List<String> codes = enrol();
        String stored = TestServer.bean(Database.class)
                .read(ctx -> ctx.selectFrom(SystemSchema.table("second_factor"))
                                .fetch()
                                .formatJSON()
                        + ctx.selectFrom(SystemSchema.table("recovery_code"))
                                .fetch()
                                .formatJSON());
        assertThat(stored).contains(account.toString()).doesNotContain(secret);
        assertThat(stored).doesNotContain(java.util.Base64.getEncoder().encodeToString(Base32.bytes(secret)));
        codes.forEach(code -> assertThat(stored).doesNotContain(code));
    }

    @Test
    void cannotBeBegunAnewWhileItIsOn() {
        enrol();
        Accounts.Account known = TestServer.bean(Accounts.class).find(account).orElseThrow();
        assertThatThrownBy(() -> factors().begin(acme.workspace(), known))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isEqualTo(WorkspaceError.SECOND_FACTOR_ON));
    }
}
