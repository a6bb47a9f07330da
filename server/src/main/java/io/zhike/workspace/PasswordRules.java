package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What passwords must be like. That a password is not a common one and holds no name is always asked.
 *
 * @param shortest how many characters at least
 * @param history how many of the last ones cannot be used again, the present one among them; 0 for any
 * @param expireDays after how many days it must be changed; null for never
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PasswordRules(int shortest, int history, @Nullable Integer expireDays) {
    static final int LONGEST = 200;
    static final int LEAST_SHORTEST = 8;
    static final int MOST_SHORTEST = 16;
    static final int MOST_HISTORY = 10;
    static final int LEAST_DAYS = 7;
    static final int MOST_DAYS = 730;
    static final PasswordRules USUAL = new PasswordRules(LEAST_SHORTEST, 0, null);

    /** Below that, a name is found in passwords by chance. */
    private static final int SHORTEST_NAME = 4;

    private static final int FIRST_HAN = 0x2E80;

    /** The strictest of {@code all}; the usual ones of none. */
    static PasswordRules strictest(Collection<PasswordRules> all) {
        return all.stream().reduce(USUAL, PasswordRules::and);
    }

    private PasswordRules and(PasswordRules other) {
        Integer days = expireDays == null || other.expireDays != null && other.expireDays < expireDays
                ? other.expireDays
                : expireDays;
        return new PasswordRules(Math.max(shortest, other.shortest), Math.max(history, other.history), days);
    }

    /** Adds to {@code checks} what is wrong with these rules themselves. */
    Checks check(Checks checks) {
        return checks.that(
                        shortest >= LEAST_SHORTEST && shortest <= MOST_SHORTEST,
                        "password.shortest",
                        WorkspaceError.NOT_BETWEEN,
                        "shortest",
                        LEAST_SHORTEST,
                        MOST_SHORTEST)
                .that(
                        history >= 0 && history <= MOST_HISTORY,
                        "password.history",
                        WorkspaceError.NOT_BETWEEN,
                        "history",
                        0,
                        MOST_HISTORY)
                .that(
                        expireDays == null || expireDays >= LEAST_DAYS && expireDays <= MOST_DAYS,
                        "password.expireDays",
                        WorkspaceError.NOT_BETWEEN,
                        "expireDays",
                        LEAST_DAYS,
                        MOST_DAYS);
    }

    /**
     * Adds to {@code checks} what keeps {@code password} from being a new one.
     *
     * @param names the account's and the member's
     */
    Checks check(Checks checks, String path, String password, List<String> names) {
        boolean isLong = password.length() >= shortest;
        boolean isName = names.stream().anyMatch(name -> Accounts.key(name).equals(Accounts.key(password)));
        checks.text(path, password, LONGEST)
                .that(isLong, path, WorkspaceError.PASSWORD_TOO_SHORT, shortest)
                .that(!isName, path, WorkspaceError.PASSWORD_IS_ACCOUNT)
                .that(isName || !holdsOne(password, names), path, WorkspaceError.PASSWORD_HOLDS_NAME);
        boolean common = isLong && password.length() <= LONGEST && CommonPasswords.has(password);
        return checks.that(!common, path, WorkspaceError.PASSWORD_COMMON);
    }

    private static boolean holdsOne(String password, List<String> names) {
        String folded = Accounts.key(password);
        return names.stream()
                .map(name -> Accounts.key(name).replaceFirst("@.*$", ""))
                .anyMatch(name -> isTelling(name) && folded.contains(name));
    }

    private static boolean isTelling(String name) {
        boolean han = name.codePoints().anyMatch(sign -> sign >= FIRST_HAN);
        return name.length() >= (han ? 2 : SHORTEST_NAME);
    }
}
