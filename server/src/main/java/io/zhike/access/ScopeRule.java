package io.zhike.access;

import java.util.Locale;

/** The records that a role reaches, as its definition says it: in words that still need a member to mean something. */
sealed interface ScopeRule {

    /** One of the words. */
    record Reaching(Reach reach) implements ScopeRule {}

    /** A condition in the language over the entity's records. */
    record Where(String text) implements ScopeRule {}

    ScopeRule NOTHING = new Reaching(Reach.NONE);

    /** How far a role reaches around its member. */
    enum Reach {
        NONE,
        OWN,
        DEPARTMENT,
        DEPARTMENT_TREE,
        ALL;

        static Reach of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
