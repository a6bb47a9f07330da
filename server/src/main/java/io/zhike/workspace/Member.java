package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.message.Language;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in one workspace.
 *
 * @param jobTitle what the member is by position, such as 销售经理; null for nothing
 * @param account null for a member who cannot sign in
 * @param language null follows the browser
 * @param supervisor named for this member alone; null follows the tree of departments
 * @param reportsTo whom the member reports to: the supervisor, or else the nearest head up the tree; null for nobody. Derived
 * @param department the main one, which is also among {@code departments}; null for none
 * @param admin may administer the workspace
 * @param active false for somebody who has left: such a member signs in no more and stays on what they did
 * @param leavingSince when it was said that the member is going to leave; null for somebody who stays
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Member(
        UUID id,
        String name,
        @Nullable String jobTitle,
        @Nullable UUID account,
        @Nullable Language language,
        @Nullable UUID supervisor,
        @Nullable UUID reportsTo,
        @Nullable UUID department,
        List<UUID> departments,
        boolean admin,
        boolean active,
        @Nullable Instant leavingSince,
        long version) {

    public Member {
        departments = List.copyOf(departments);
    }

    /** As colleagues see it, to whom it is not told who is going to leave. */
    Member forColleagues() {
        return new Member(
                id,
                name,
                jobTitle,
                account,
                language,
                supervisor,
                reportsTo,
                department,
                departments,
                admin,
                active,
                null,
                version);
    }
}
