package io.zhike.definition;

import io.zhike.message.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a save.
 *
 * @param draft null where the saved document is what is published anyway, so that no draft is left
 * @param version of the definition now, for the next save
 * @param issues what keeps it from being published as things stand; paths in the document
 */
public record DraftResult(@Nullable Draft draft, long version, List<Issue> issues) {

    public DraftResult {
        issues = List.copyOf(issues);
    }
}
