/**
 * Records: the gate in ({@code RecordWriter}), the gate out ({@code RecordReader}), the feed of changes, history and undo,
 * import and export. No other module reads or writes an entity's table.
 */
@NullMarked
package io.zhike.record;

import org.jspecify.annotations.NullMarked;
