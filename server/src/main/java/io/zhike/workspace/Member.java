package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.message.Language;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in one workspace.
 *
 * @param account null for a member who cannot sign in
 * @param language null follows the browser
 * @param department the main one, which is also among {@code departments}; null for none
 * @param admin may administer the workspace
 * @param active false for somebody who has left: such a member signs in no more and stays on what they did
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Member(
        UUID id,
        String name,
        @Nullable UUID account,
        @Nullable Language language,
        @Nullable UUID supervisor,
        @Nullable UUID department,
        List<UUID> departments,
        boolean admin,
        boolean active,
        long version) {

    public Member {
        departments = List.copyOf(departments);
    }
}
