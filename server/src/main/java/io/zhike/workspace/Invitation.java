package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link by which people become members. The link itself is told once, when it is made.
 *
 * @param label what administrators call it; null for nothing
 * @param member whom it is for, where the member is there already and only lacks an account; null for whoever comes
 * @param account the account's name that is suggested to the invited person; null for none
 * @param departments of whoever comes, the main one first
 * @param roles of whoever comes: codes of roles
 * @param most how many may come by it; null for any number
 * @param used how many have come
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Invitation(
        UUID id,
        @Nullable String label,
        @Nullable UUID member,
        @Nullable String account,
        List<UUID> departments,
        List<String> roles,
        @Nullable Integer most,
        int used,
        UUID createdBy,
        Instant createdAt,
        Instant expiresAt) {

    Invitation {
        departments = List.copyOf(departments);
        roles = List.copyOf(roles);
    }
}
