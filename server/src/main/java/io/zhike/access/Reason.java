package io.zhike.access;

import io.zhike.message.Label;
import org.jspecify.annotations.Nullable;

/**
 * One rule of those that a right on records is put together from.
 *
 * @param denies whether it takes away what others give
 * @param scope the records it holds for, by itself
 */
record Reason(Source source, boolean denies, RowScope scope) {

    /** Where a rule stands. */
    sealed interface Source {

        /** In a role, in the words of one of its reaches or conditions. */
        record InRole(Role role, ScopeRule rule) implements Source {}

        /** In a sharing rule. */
        record ByRule(Sharing sharing) implements Source {}

        /** In the shares of single records. */
        record ByName() implements Source {}
    }

    /** As {@code role}, {@code sharing} or {@code share}. */
    String by() {
        return switch (source) {
            case Source.InRole _ -> "role";
            case Source.ByRule _ -> "sharing";
            case Source.ByName _ -> "share";
        };
    }

    /** Of the role or the sharing rule; null for a share. */
    @Nullable
    String code() {
        return switch (source) {
            case Source.InRole role -> role.role().code();
            case Source.ByRule(Sharing sharing) -> sharing.code();
            case Source.ByName _ -> null;
        };
    }

    /** Of the role or the sharing rule; null for a share. */
    @Nullable
    Label label() {
        return switch (source) {
            case Source.InRole role -> role.role().label();
            case Source.ByRule(Sharing sharing) -> sharing.label();
            case Source.ByName _ -> null;
        };
    }

    /** The word of the reach; null for a condition and a share. */
    @Nullable
    String reach() {
        return source instanceof Source.InRole role && role.rule() instanceof ScopeRule.Reaching(ScopeRule.Reach reach)
                ? reach.code()
                : null;
    }

    /** As it was written; null for a reach and a share. */
    @Nullable
    String condition() {
        return switch (source) {
            case Source.InRole role -> role.rule() instanceof ScopeRule.Where(String text) ? text : null;
            case Source.ByRule(Sharing sharing) -> sharing.where();
            case Source.ByName _ -> null;
        };
    }
}
