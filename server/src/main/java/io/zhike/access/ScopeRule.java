package io.zhike.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The records that a role reaches, as its definition says it: in words that still need a member to mean something. */
sealed interface ScopeRule {

    /** One of the words. */
    record Reaching(Reach reach) implements ScopeRule {}

    /** A condition in the language over the entity's records. */
    record Where(String text) implements ScopeRule {}

    /** What one of several lets in: at least two, none of them nothing or one of these. Made by {@link #anyOf}. */
    record AnyOf(List<ScopeRule> rules) implements ScopeRule {
        public AnyOf {
            rules = List.copyOf(rules);
        }
    }

    ScopeRule NOTHING = new Reaching(Reach.NONE);

    /** What one of {@code rules} lets in. */
    static ScopeRule anyOf(List<ScopeRule> rules) {
        Set<ScopeRule> some = new LinkedHashSet<>();
        rules.forEach(rule -> some.addAll(rule.each()));
        return switch (some.size()) {
            case 0 -> NOTHING;
            case 1 -> some.iterator().next();
            default -> new AnyOf(List.copyOf(some));
        };
    }

    /** The single rules that this one is made of; none where it lets nothing in. */
    default List<ScopeRule> each() {
        return switch (this) {
            case AnyOf(List<ScopeRule> rules) -> rules;
            case Reaching(Reach reach) -> reach == Reach.NONE ? List.of() : List.of(this);
            case Where _ -> List.of(this);
        };
    }

    /** How far a role reaches around its member. */
    enum Reach {
        NONE,
        OWN,
        /** Only what is shared with the member. */
        SHARED,
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
