package io.zhike.access;

import java.util.function.Function;

/** A right that says which records it reaches. */
enum RowRight {
    READ(ShareLevel.READ, true, EntityRights::read, Denied::read),
    UPDATE(ShareLevel.UPDATE, true, EntityRights::update, Denied::update),
    DELETE(ShareLevel.UPDATE, false, EntityRights::delete, Denied::delete);

    private final ShareLevel level;
    private final boolean widened;
    private final Function<EntityRights, ScopeRule> given;
    private final Function<Denied, ScopeRule> denied;

    RowRight(
            ShareLevel level,
            boolean widened,
            Function<EntityRights, ScopeRule> given,
            Function<Denied, ScopeRule> denied) {
        this.level = level;
        this.widened = widened;
        this.given = given;
        this.denied = denied;
    }

    /** Which shares count for it. */
    ShareLevel level() {
        return level;
    }

    /** Whether what is shared comes on top of what roles give. */
    boolean widened() {
        return widened;
    }

    ScopeRule given(EntityRights rights) {
        return given.apply(rights);
    }

    ScopeRule denied(EntityRights rights) {
        return denied.apply(rights.denied());
    }
}
