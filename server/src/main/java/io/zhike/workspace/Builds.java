package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody may build.
 *
 * @param administers whether everything, people's rights included
 * @param every whether what belongs to any app
 * @param apps codes of the apps that may be built, published or not; adds nothing to {@code every}
 */
public record Builds(boolean administers, boolean every, Set<String> apps) {
    public static final Builds EVERYTHING = new Builds(true, true, Set.of());
    public static final Builds NOTHING = new Builds(false, false, Set.of());

    public Builds {
        apps = Set.copyOf(apps);
        if (administers && !every) {
            throw new IllegalArgumentException("an administrator builds every app");
        }
    }

    public boolean nothing() {
        return !every && apps.isEmpty();
    }

    /** Whether what belongs to {@code app}. */
    public boolean app(String app) {
        return every || apps.contains(app);
    }

    /** {@code all}, or the codes of apps in their order, as roles say it too. */
    @JsonValue
    Object json() {
        return every ? "all" : new TreeSet<>(apps);
    }
}
