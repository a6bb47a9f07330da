package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.message.ProblemException;
import io.zhike.secret.Secrets;
import io.zhike.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Codes of an authenticator app as the second factor of an account, and the recovery codes for when the phone is lost. Each
 * code counts once. Wrong ones are slowed down like wrong passwords, and after {@link #MOST_FAILURES} in a row no code of
 * the app counts any more.
 */
@Component
class SecondFactors {
    /** As NIST SP 800-63B wants it: a hundred at most. */
    static final int MOST_FAILURES = 50;

    static final int RECOVERY_CODES = 10;
    private static final int LONGEST = 40;

    private final Database database;
    private final Secrets secrets;
    private final SignInThrottle throttle;
    private final Clock clock;

    SecondFactors(Database database, Secrets secrets, SignInThrottle throttle, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * What its owner sees of it.
     *
     * @param since null where it is off
     * @param recoveryCodes how many are left
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record State(boolean on, @Nullable Instant since, int recoveryCodes) {}

    /**
     * A factor that is being set up.
     *
     * @param secret to be typed in where the picture cannot be scanned
     * @param address what the picture holds
     */
    record Begun(String secret, String address) {}

    /** What became of a code. */
    enum Verdict {
        RIGHT,
        RECOVERY_CODE,
        WRONG,
        LOCKED
    }

    State of(UUID account) {
        return database.read(ctx -> {
            SecondFactorRows rows = new SecondFactorRows(ctx);
            Instant since =
                    rows.find(account).map(SecondFactorRows.Row::confirmedAt).orElse(null);
            return new State(since != null, since, since == null ? 0 : rows.codesLeft(account));
        });
    }

    boolean isOn(UUID account) {
        return database.read(ctx -> new SecondFactorRows(ctx)
                .find(account)
                .filter(row -> row.confirmedAt() != null)
                .isPresent());
    }

    /** A new secret, which counts once {@link #confirm} was given a code of it; throws {@code second-factor-on}. */
    Begun begin(Workspace workspace, Accounts.Account account) {
        byte[] secret = Totp.newSecret();
        database.writing(ctx -> {
            SecondFactorRows rows = new SecondFactorRows(ctx);
            if (rows.locked(account.id())
                    .filter(row -> row.confirmedAt() != null)
                    .isPresent()) {
                throw WorkspaceError.SECOND_FACTOR_ON.problem();
            }
            String text = Base64.getEncoder().encodeToString(secret);
            rows.begin(account.id(), secrets.seal(ctx, SecondFactorRows.SECRET, account.id(), text), clock.instant());
        });
        return new Begun(Totp.base32(secret), Totp.address(workspace.name(), account.name(), secret));
    }

    /** Turns the factor on that was begun, with a first code of it; gives the recovery codes, which are known only now. */
    List<String> confirm(Workspace workspace, UUID member, UUID account, String code) {
        attempt(account);
        List<String> codes = newCodes();
        boolean right = database.write(ctx -> {
            SecondFactorRows rows = new SecondFactorRows(ctx);
            SecondFactorRows.Row row =
                    rows.locked(account).orElseThrow(WorkspaceError.SECOND_FACTOR_NOT_BEGUN::problem);
            if (row.confirmedAt() != null) {
                throw WorkspaceError.SECOND_FACTOR_ON.problem();
            }
            OptionalLong step = Totp.step(secret(account, row), bare(code), clock.instant());
            if (step.isEmpty()) {
                return false;
            }
            rows.right(account, step.getAsLong());
            rows.confirm(account, clock.instant());
            rows.setCodes(account, codes.stream().map(SecondFactors::hash).toList());
            PeopleAudit.of(ctx, workspace, clock.instant()).about(PeopleAction.SECOND_FACTOR_SET, member);
            KnownCallers.changed(ctx);
            return true;
        });
        refuseUnless(right ? Verdict.RIGHT : Verdict.WRONG);
        succeeded(account);
        return codes;
    }

    /** Other recovery codes in the place of those that were. */
    List<String> renewCodes(Workspace workspace, UUID member, UUID account) {
        List<String> codes = newCodes();
        database.writing(ctx -> {
            new SecondFactorRows(ctx)
                    .setCodes(account, codes.stream().map(SecondFactors::hash).toList());
            PeopleAudit.of(ctx, workspace, clock.instant()).about(PeopleAction.RECOVERY_CODES_MADE, member);
        });
        return codes;
    }

    /**
     * Takes a code of the app, or a recovery code, which is used up by this.
     *
     * @throws ProblemException {@code code-wrong}, {@code code-locked}, {@code too-many-tries}
     */
    Verdict require(UUID account, String typed) {
        attempt(account);
        Verdict verdict = database.write(ctx -> judge(ctx, account, bare(typed)));
        refuseUnless(verdict);
        succeeded(account);
        return verdict;
    }

    /** Turns the factor off; nothing happens where there is none. */
    void remove(Workspace workspace, UUID member, UUID account, PeopleAction told) {
        database.writing(ctx -> {
            if (new SecondFactorRows(ctx).remove(account)) {
                PeopleAudit.of(ctx, workspace, clock.instant()).about(told, member);
                KnownCallers.changed(ctx);
            }
        });
    }

    private Verdict judge(DSLContext ctx, UUID account, String typed) {
        SecondFactorRows rows = new SecondFactorRows(ctx);
        Optional<SecondFactorRows.Row> row = rows.locked(account).filter(each -> each.confirmedAt() != null);
        if (row.isEmpty()) {
            return Verdict.WRONG;
        }
        if (!Totp.isCode(typed)) {
            boolean there = rows.useCode(account, hash(typed), clock.instant());
            if (there) {
                rows.right(account, row.get().lastStep());
            }
            return there ? Verdict.RECOVERY_CODE : Verdict.WRONG;
        }
        if (row.get().failures() >= MOST_FAILURES) {
            return Verdict.LOCKED;
        }
        OptionalLong step = Totp.step(secret(account, row.get()), typed, clock.instant());
        if (step.isEmpty() || step.getAsLong() <= row.get().lastStep()) {
            rows.wrong(account);
            return Verdict.WRONG;
        }
        rows.right(account, step.getAsLong());
        return Verdict.RIGHT;
    }

    private static void refuseUnless(Verdict verdict) {
        switch (verdict) {
            case RIGHT, RECOVERY_CODE -> {}
            case WRONG ->
                new Checks().that(false, "code", WorkspaceError.CODE_WRONG).orThrow("");
            case LOCKED ->
                new Checks().that(false, "code", WorkspaceError.CODE_LOCKED).orThrow("");
        }
    }

    private byte[] secret(UUID account, SecondFactorRows.Row row) {
        return Base64.getDecoder().decode(secrets.open(SecondFactorRows.SECRET, account, row.sealed()));
    }

    private void attempt(UUID account) {
        throttle.attempt("code:" + account);
    }

    private void succeeded(UUID account) {
        throttle.succeeded("code:" + account);
    }

    private static List<String> newCodes() {
        return Stream.generate(Secret::password).limit(RECOVERY_CODES).toList();
    }

    private static byte[] hash(String code) {
        return Secret.hash(bare(code));
    }

    /** As people type it: with blanks and dashes anywhere, in capitals or not. */
    private static String bare(String typed) {
        String bare = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return bare.length() > LONGEST ? "" : bare;
    }
}
