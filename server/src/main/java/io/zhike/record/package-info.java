/**
 * The two gates. Every read is a {@link io.zhike.record.RecordQuery} that one compiler turns into SQL with the caller's
 * row scope and field mask; every write goes through the writer, which keeps the feed of changes.
 */
@NullMarked
package io.zhike.record;

import org.jspecify.annotations.NullMarked;
