/**
 * Definitions: the documents that say how everything in a workspace works, their drafts, and the publish that makes all
 * drafts real at once. Knows no kind but {@code app}: modules above bring theirs as {@link DefinitionKind} beans, and the
 * work that a publish causes as {@link PublishPart} beans.
 */
@NullMarked
package io.zhike.definition;

import org.jspecify.annotations.NullMarked;
