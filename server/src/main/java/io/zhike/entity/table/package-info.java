/**
 * How entities become tables: the shape that a definition asks for, the steps from one shape to the next, and their run.
 * {@link io.zhike.entity.table.EntityTables} is the way in.
 */
@NullMarked
package io.zhike.entity.table;

import org.jspecify.annotations.NullMarked;
