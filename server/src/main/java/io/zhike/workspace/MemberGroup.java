package io.zhike.workspace;

import java.util.List;
import java.util.UUID;

/**
 * A named group of members, such as 销售A组, that work is spread over.
 *
 * @param members in no particular order
 */
public record MemberGroup(UUID id, String name, List<UUID> members, long version) {

    public MemberGroup {
        members = List.copyOf(members);
    }
}
