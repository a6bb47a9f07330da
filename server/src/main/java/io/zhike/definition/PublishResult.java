package io.zhike.definition;

import java.util.List;

/**
 * What a publish did, or would do.
 *
 * @param revision the published revision afterwards: the new one, or the present one of a dry run and where there was
 *     nothing to publish
 */
public record PublishResult(long revision, List<PublishStep> steps) {

    public PublishResult {
        steps = List.copyOf(steps);
    }
}
