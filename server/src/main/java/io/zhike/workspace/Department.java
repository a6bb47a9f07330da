package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of departments.
 *
 * @param parent null at the top
 * @param path from the top down to the department itself
 * @param head the member who leads it; null for nobody
 * @param position among its siblings, smallest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Department(
        UUID id,
        String name,
        @Nullable UUID parent,
        List<UUID> path,
        @Nullable UUID head,
        int position,
        long version) {

    public Department {
        path = List.copyOf(path);
    }
}
