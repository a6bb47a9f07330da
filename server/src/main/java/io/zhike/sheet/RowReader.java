package io.zhike.sheet;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Rows of one sheet in the order of the file, those without any value left out. */
interface RowReader extends Closeable {

    /** The next row, null at the end. */
    @Nullable
    Row next();

    /** Passes over the row that {@link #next} would give, without making its cells; false at the end. */
    boolean skip();
}
