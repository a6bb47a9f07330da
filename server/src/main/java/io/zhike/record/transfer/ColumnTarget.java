package io.zhike.record.transfer;

import java.util.Optional;

/**
 * Where a column of a file goes.
 *
 * @param field the field's code
 * @param by for a relation: the field of the target by which its records are found; empty for the target's title
 */
record ColumnTarget(String field, Optional<String> by) {}
